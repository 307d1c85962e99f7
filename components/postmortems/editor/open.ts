import { EditorView } from '@codemirror/view'
import type { EditorText } from '../writing-text.ts'
import { browserDevice, type Device, memoryDevice } from './device.ts'
import { type OpenDocument, openDocument, type SectionStart } from './document.ts'
import type { SectionPlace } from './extension.ts'
import { editorExtensions } from './extension-list.ts'
import { dialRequests, dialSocket, type Exchange } from './line.ts'
import { setup, stateMaker } from './setup.ts'

export type Start = SectionStart & { heading: string; prompt: string }
export type Opening = {
  number: number
  personId: string
  sections: readonly Start[]
  text: EditorText
  given: Readonly<Record<string, unknown>>
  exchange: Exchange
}
export type Open = { document: OpenDocument; places: ReadonlyMap<string, SectionPlace>; release: () => void }

/** Long enough to send what was typed last; after it the device keeps the rest. */
const LINGER_MS = 10_000

type Held = Open & { users: number; ending?: ReturnType<typeof setTimeout> }
const held = new Map<string, Held>()

/**
 * The document of this tab. Pages come and go under it: whoever steps back to the page within a moment finds the same
 * text, the same history of undoing and the same connection.
 */
export function open(opening: Opening): Open {
  const name = `${opening.personId} ${opening.number}`
  const one = held.get(name) ?? begin(opening)
  held.set(name, one)
  one.users++
  clearTimeout(one.ending)
  let released = false
  const release = () => {
    if (released) return
    released = true
    one.document.keepNow()
    one.document.moved(null)
    if (--one.users > 0) return
    one.ending = setTimeout(() => {
      held.delete(name)
      void one.document.close()
    }, LINGER_MS)
  }
  return { ...one, release }
}

function begin({ number, personId, sections, text, given, exchange }: Opening): Held {
  const places = new Map<string, SectionPlace>()
  const document = openDocument({
    number,
    personId,
    sections,
    dial: dialSocket(number),
    device: thisDevice(),
    dialOtherwise: dialRequests(exchange),
    probe: () => probe(number),
    // The extensions are named when the first state is made, and by then the document they look at is there.
    make: (key) => (doc, own) => {
      const place = places.get(key)
      return stateMaker(place ? setup(place, editorExtensions) : [])(doc, own)
    },
  })
  for (const { key, heading, prompt, version, body } of sections) {
    places.set(key, { number, key, heading, prompt, text, document, given })
    document.section(key)?.restart(version, body)
  }
  addEventListener('pagehide', document.keepNow)
  window.document.addEventListener('visibilitychange', () =>
    window.document.visibilityState === 'hidden' ? document.keepNow() : document.wake(),
  )
  addEventListener('online', document.wake)
  addEventListener('offline', document.cut)
  // A page out of the browser's cache may have been away while another tab brought its text home.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
  return { document, places, release: () => undefined, users: 0 }
}

let device: Device | undefined
function thisDevice(): Device {
  const tab = crypto.getRandomValues(new Uint32Array(3)).join('-')
  device ??= 'indexedDB' in window ? browserDevice(tab) : memoryDevice(tab)
  return device
}

/** A server that is starting may take a request and not answer; calling again must not wait for it. */
const PROBE_MS = 5_000

async function probe(number: number): Promise<number | undefined> {
  try {
    const signal = AbortSignal.timeout(PROBE_MS)
    return (await fetch(`/api/v1/postmortems/${number}/sections`, { headers: { accept: 'application/json' }, signal }))
      .status
  } catch {
    return undefined
  }
}

/** Shows a section's text in an element; what it answers takes it down again and keeps everything for the next time. */
export function mount({ document, key }: SectionPlace, parent: HTMLElement): { view: EditorView; leave: () => void } {
  const section = document.section(key)
  if (!section) throw new Error(`There is no section ${key}.`)
  const { host } = section
  const view = new EditorView({ state: host.state, parent })
  section.host = view
  return {
    view,
    leave: () => {
      section.host = host
      host.setState(view.state)
      view.destroy()
    },
  }
}
