import type { SectionPlace } from '#components/postmortems/editor/extension.ts'
import { filled } from '#components/postmortems/writing-text.ts'
import { IMAGE_MAX } from '#lib/images/model.ts'
import { placeOf, startComing, stopComing, tellComing } from './coming.ts'
import type { ImagesGiven } from './given.ts'
import { forgetPicture, keepPicture, keptPictures } from './kept.ts'
import { send } from './send.ts'
import { insertionOf, withWords } from './writing.ts'

export type Upload = {
  id: string
  file: File
  /** `waiting`: from an earlier visit, and where it belongs is not known any more. */
  state: 'sending' | 'failed' | 'waiting' | 'describing'
  percent: number
  why: string
  again: boolean
  /** Of an earlier visit: nobody knows any more where it was meant to stand. */
  before: boolean
  /** Its name in a text, once it has arrived. */
  name: string | undefined
}
export type Uploads = ReturnType<typeof createUploads>

const known = new WeakMap<SectionPlace, Uploads>()

/** The pictures on their way into one section. They outlive the page: an upload goes on while people look elsewhere. */
export function uploadsAt(place: SectionPlace): Uploads | undefined {
  const given = place.given.images as ImagesGiven | undefined
  if (!given) return undefined
  const uploads = known.get(place) ?? createUploads(place, given)
  known.set(place, uploads)
  return uploads
}

function createUploads(place: SectionPlace, { text, personId }: ImagesGiven) {
  const { number, key: section } = place
  const listeners = new Set<() => void>()
  let list: readonly Upload[] = []
  const set = (next: readonly Upload[]) => {
    list = next
    for (const listener of listeners) listener()
  }
  const change = (id: string, to: Partial<Upload>) =>
    set(list.map((upload) => (upload.id === id ? { ...upload, ...to } : upload)))
  const host = () => place.document.section(section)?.host
  const drop = (id: string) => {
    const here = host()
    here?.dispatch(here.state.update({ effects: stopComing(id) }))
    set(list.filter((upload) => upload.id !== id))
  }
  const keep = (upload: Upload) => {
    const { id, file, name } = upload
    const kept = { id, personId, number, section, file, at: Date.now(), ...(name && { name }) }
    // A browser that stores nothing still sends.
    void keepPicture(kept).catch(() => undefined)
  }

  async function go(upload: Upload): Promise<void> {
    const { id, file, before } = upload
    change(id, { state: 'sending', percent: 0, why: '' })
    const onProgress = (percent: number) => {
      change(id, { percent })
      tellComing(id, `${filled(text.uploading, { name: file.name })} ${filled(text.percent, { percent })}`)
    }
    const sent =
      file.size > IMAGE_MAX
        ? { ok: false as const, why: text.tooLarge, again: false }
        : await send({ number, file, onProgress, offline: text.offline })
    if (!sent.ok) {
      tellComing(id, filled(text.failed, { name: file.name, why: sent.why }))
      return change(id, { state: 'failed', why: sent.why, again: sent.again })
    }
    keep({ ...upload, name: sent.name })
    change(id, { name: sent.name, state: before ? 'waiting' : 'describing' })
    if (!before) insert(id, sent.name)
  }

  /** It is looked after until the server has the text that shows it. */
  function insert(id: string, name: string): void {
    const here = host()
    if (!here) return
    const at = placeOf(here.state, id) ?? here.state.doc.length
    here.dispatch(
      here.state.update({
        changes: insertionOf(here.state.doc, at, name),
        effects: stopComing(id),
        userEvent: 'input',
      }),
    )
    place.document.changed()
    const stop = place.document.subscribe(() => {
      if (place.document.section(section)?.hasUnsent) return
      stop()
      void forgetPicture(id).catch(() => undefined)
    })
  }

  async function lookBack(): Promise<void> {
    const doc = host()?.state.doc.toString() ?? ''
    for (const { id, file, name } of await keptPictures({ personId, number, section })) {
      if (list.some((upload) => upload.id === id)) continue
      if (name && doc.includes(name)) {
        await forgetPicture(id)
        continue
      }
      const upload: Upload = { id, file, name, state: 'waiting', percent: 0, why: '', again: true, before: true }
      set([...list, upload])
      if (!name) void go(upload)
    }
  }
  void lookBack().catch(() => undefined)
  addEventListener('online', () => {
    for (const upload of list) if (upload.state === 'failed' && upload.again) void go(upload)
  })

  return {
    list: () => list,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    add(files: readonly File[], at: number) {
      for (const file of files) {
        const id = [...crypto.getRandomValues(new Uint32Array(3))].join('-')
        const upload: Upload = {
          id,
          file,
          state: 'sending',
          percent: 0,
          why: '',
          again: true,
          before: false,
          name: undefined,
        }
        const here = host()
        const words = filled(text.uploading, { name: file.name })
        if (here)
          here.dispatch(
            here.state.update({ effects: startComing({ id, at: Math.min(at, here.state.doc.length), words }) }),
          )
        set([...list, upload])
        keep(upload)
        void go(upload)
      }
    },
    retry: (upload: Upload) => void go(upload),
    /** Where it was meant to stand is not known any more. */
    putAtEnd({ id, name }: Upload) {
      if (!name) return
      insert(id, name)
      change(id, { state: 'describing' })
    },
    remove({ id }: Upload) {
      drop(id)
      void forgetPicture(id).catch(() => undefined)
    },
    later: ({ id }: Upload) => drop(id),
    describe({ id, name }: Upload, words: string) {
      const here = host()
      const changes = here && name ? withWords(here.state.doc.toString(), name, words) : undefined
      if (here && changes) here.dispatch(here.state.update({ changes, userEvent: 'input' }))
      place.document.changed()
      drop(id)
    },
  }
}
