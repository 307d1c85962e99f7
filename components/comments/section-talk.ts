import type { SectionPlace } from '#components/postmortems/editor/extension.ts'
import { mapPlace, readUpdate } from '#lib/documents/model.ts'
import type { Mark, TalkGiven } from './given.ts'

export type Range = { from: number; to: number }
export type Shown = { threads: readonly Mark[]; composing: boolean }
export type SectionTalk = ReturnType<typeof createSectionTalk>

/** Longer than a push and its answer take; after it the person is told. */
const SETTLE_MS = 8_000
const LOOK_MS = 20_000
const RETRY_MS = 1_000

const known = new WeakMap<SectionPlace, SectionTalk>()

/** What is said about one section, and what is being said just now; undefined where the page gave nothing. */
export function talkAt(place: SectionPlace): SectionTalk | undefined {
  const given = place.given.talk as TalkGiven | undefined
  if (!given) return undefined
  const talk = known.get(place) ?? createSectionTalk(place, given)
  known.set(place, talk)
  return talk
}

function createSectionTalk(place: SectionPlace, given: TalkGiven) {
  const listeners = new Set<() => void>()
  let shown: Shown = { threads: [], composing: false }
  let anchor: Range | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const set = (change: Partial<Shown>) => {
    shown = { ...shown, ...change }
    for (const listener of listeners) listener()
  }
  const section = () => place.document.section(place.key)

  async function look(): Promise<void> {
    clearTimeout(timer)
    const visible = document.visibilityState === 'visible' && navigator.onLine
    const marks = visible ? await marksOf(given).catch(() => undefined) : undefined
    if (marks) set({ threads: marks.filter((mark) => mark.section === place.key) })
    // Somebody typed while it was asked for: the next answer is about the same text.
    const late = shown.threads.some(({ place }) => place && place.version !== section()?.version)
    if (listeners.size > 0) timer = setTimeout(() => void look(), late ? RETRY_MS : LOOK_MS)
  }

  return {
    given,
    shown: () => shown,
    subscribe(listener: () => void) {
      listeners.add(listener)
      if (listeners.size === 1) void look()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) clearTimeout(timer)
      }
    },
    look,
    compose(range: Range) {
      anchor = range
      set({ composing: true })
    },
    cancel() {
      anchor = undefined
      set({ composing: false })
    },
    anchor: () => anchor,
    /** The words being commented on move as the text does. */
    moved: (change: (range: Range) => Range) => {
      anchor = anchor && change(anchor)
    },
    /** Where the threads stand in what is on the screen, as far as both are about the same version. */
    ranges(): Range[] {
      const here = section()
      if (!here) return []
      const unsent = here.unsent.map(readUpdate)
      return shown.threads.flatMap(({ place }) => {
        if (!place || place.version !== here.version) return []
        const range = { from: mapPlace(place.from, unsent, 1), to: mapPlace(place.to, unsent, -1) }
        return range.from < range.to ? [range] : []
      })
    },
    agrees: () => shown.threads.every(({ place }) => !place || place.version === section()?.version),
    async send(words: { text: string; replacement: string | null }): Promise<string | undefined> {
      await allSent(place)
      const here = section()
      if (!here || here.hasUnsent || !anchor) return given.text.failed
      const form = new FormData()
      const fields = { section: place.key, version: here.version, ...anchor, text: words.text }
      for (const [name, value] of Object.entries(fields)) form.set(name, String(value))
      if (words.replacement !== null) form.set('replacement', words.replacement)
      const state = await given.start({}, form)
      if (!state.done) return state.fields?.[0]?.message ?? state.message ?? given.text.failed
      anchor = undefined
      set({ composing: false })
      void look()
      return undefined
    },
  }
}

/** Sections of one page ask together. */
const asked = new WeakMap<TalkGiven, Promise<Mark[]>>()
function marksOf(given: TalkGiven): Promise<Mark[]> {
  const answer = asked.get(given) ?? given.look().finally(() => asked.delete(given))
  asked.set(given, answer)
  return answer
}

/** A place is only known to the server once the text it stands in is. */
function allSent({ document: writing, key }: SectionPlace): Promise<void> {
  return new Promise((resolve) => {
    let stop = () => {}
    const timer = setTimeout(() => done(), SETTLE_MS)
    const done = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const check = () => !writing.section(key)?.hasUnsent && done()
    stop = writing.subscribe(check)
    check()
  })
}
