import type { Place, PushRefusal, ServerMessage } from '#lib/documents/schema.ts'
import type { Device, Unsent } from './device.ts'
import { keeper } from './keeper.ts'
import type { Dial, Line } from './line.ts'
import { type MakeState, Section, textWith } from './section.ts'
import { atFirst, type Status } from './status.ts'

export type SectionStart = { key: string; body: string; version: number }

export type DocumentOptions = {
  number: number
  personId: string
  sections: readonly SectionStart[]
  make: (key: string) => MakeState
  dial: Dial
  /** The other way, when sockets do not come through although the server answers. */
  dialOtherwise?: Dial
  device: Device
  /** How the server answers this browser, asked when a connection fails without saying why. Undefined: not at all. */
  probe: () => Promise<number | undefined>
}

const RETRY_MS = [150, 400, 1_000, 2_000, 4_000]
/** Whoever signs in again in another tab finds this one writing again. */
const LOOK_AGAIN_MS = 10_000
/** A push is answered in milliseconds. A line that says nothing for so long is dead, whatever the browser believes. */
const ANSWER_MS = 6_000
/** Unless the server is that busy: sending the same again before it has answered would keep it so. */
const PATIENCE_MAX_MS = 48_000
/** Refused so often while pages come through, a socket is what a proxy in between does not know. */
const REFUSALS_MAX = 3
/** Without a socket, news is asked for this often. */
const ASK_MS = 2_500
/** With one, only what should have been told and was not is found by asking. */
const CHECK_MS = 5_000
/** A cursor that moves is told ten times a second. */
const PLACE_MS = 100

export type OpenDocument = ReturnType<typeof openDocument>

/**
 * All sections of one postmortem in one tab, over one connection. What is typed is shown at once, kept on the device a
 * moment later, and sent; it is forgotten on the device only when the server has confirmed it.
 */
export function openDocument({ number, personId, sections: start, make, device, probe, ...ways }: DocumentOptions) {
  const sections = new Map(start.map((one) => [one.key, new Section({ ...one, make: make(one.key) })]))
  const listeners = new Set<() => void>()
  const awaited = new Map<number, { key: string; orphan?: Unsent }>()
  const sending = new Set<string>()
  /** Up to where a section is known to be written down; until that came back there is nothing new to send. */
  const written = new Map<string, number>()
  const adopting = new Set<string>()
  let status = atFirst
  let line: Line | undefined
  let ordinal = 0
  let failures = 0
  let refusals = 0
  let asking: ReturnType<typeof setInterval> | undefined
  let dialing: ReturnType<typeof setTimeout> | undefined
  let closed = false
  let retrying: ReturnType<typeof setTimeout> | undefined
  let place: Place | null = null
  let placing: ReturnType<typeof setTimeout> | undefined

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const set = (change: Partial<Status>) => {
    const names = Object.keys(change) as (keyof Status)[]
    if (names.every((name) => Object.is(status[name], change[name]))) return
    status = { ...status, ...change }
    tell()
  }
  const unsentOf = (section: Section): Unsent => ({
    ...{ client: section.client, tab: device.tab, number, key: section.key, personId, version: section.version },
    ...{ base: section.base.toString(), updates: section.unsent.map(({ changes }) => changes), at: Date.now() },
  })
  const offer = (unsent: Unsent) => {
    const text = textWith(unsent)
    const others = status.offers.filter(({ client }) => client !== unsent.client)
    set({ offers: [...others, { client: unsent.client, key: unsent.key, text, at: unsent.at }] })
  }

  const keeping = keeper({ sections, device, unsentOf, full: (deviceFull) => set({ deviceFull }) })
  const changed = () => {
    const unsent = [...sections.values()].some(({ hasUnsent }) => hasUnsent)
    keeping.changed(unsent)
    if (unsent !== status.unsent) status = { ...status, unsent }
    for (const section of sections.values()) if (section.hasUnsent) flush(section)
    // Once for the status and the text: this runs twice for every key.
    tell()
  }

  // ── To the server ──────────────────────────────────────────────────────────────────────────────────────────────────
  let oldest: ReturnType<typeof setTimeout> | undefined
  let patience = ANSWER_MS
  /** Something went out that is answered; one clock for all of it. */
  const expectAnswer = () => {
    oldest ??= setTimeout(() => {
      oldest = undefined
      if (awaited.size > 0) giveUp()
    }, patience)
  }
  const giveUp = () => {
    patience = Math.min(patience * 2, PATIENCE_MAX_MS)
    line?.hangUp()
  }
  const answered = (id: number) => {
    const one = awaited.get(id)
    awaited.delete(id)
    clearTimeout(oldest)
    oldest = undefined
    patience = ANSWER_MS
    if (awaited.size > 0) expectAnswer()
    return one ?? { key: '', orphan: undefined }
  }
  const flush = (section: Section) => {
    const { key } = section
    if (status.standing !== 'open' || sending.has(key) || !section.hasUnsent) return
    if ((written.get(key) ?? 0) > section.version) return
    sending.add(key)
    const id = ++ordinal
    awaited.set(id, { key })
    expectAnswer()
    line?.send({ kind: 'push', id, key, version: section.version, updates: section.sendable as never })
  }
  /** What another tab or an earlier visit left: sent as that editor would have, so nothing arrives twice. */
  const adopt = async () => {
    const left = await device.left(number, personId).catch(() => [])
    const own = new Set([...sections.values()].map(({ client }) => client))
    for (const unsent of left) {
      if (own.has(unsent.client)) continue
      if (unsent.offered || !sections.has(unsent.key)) offer(unsent)
      else if (unsent.updates.length > 0 && !adopting.has(unsent.client)) {
        adopting.add(unsent.client)
        const id = ++ordinal
        awaited.set(id, { key: unsent.key, orphan: unsent })
        expectAnswer()
        const updates = unsent.updates.map((changes) => ({ client: unsent.client, changes }))
        line?.send({ kind: 'push', id, key: unsent.key, version: unsent.version, updates: updates as never })
      }
    }
  }
  const sendPlace = () => {
    placing = undefined
    if (status.standing === 'open') line?.send({ kind: 'place', place })
  }

  // ── From the server ────────────────────────────────────────────────────────────────────────────────────────────────
  const join = (wanted: Iterable<Section>) =>
    line?.send({ kind: 'join', sections: [...wanted].map(({ key, version }) => ({ key, version })) })

  const welcome = () => {
    failures = 0
    clearTimeout(dialing)
    set({ standing: 'open' })
    clearInterval(asking)
    asking = setInterval(() => join(sections.values()), line?.mute ? ASK_MS : CHECK_MS)
    join(sections.values())
    for (const section of sections.values()) flush(section)
    void adopt()
    sendPlace()
  }
  const taken = (id: number, version: number) => {
    const { key, orphan } = answered(id)
    if (orphan) return void device.forget(orphan.client).catch(() => undefined)
    sending.delete(key)
    if (status.tooLong.includes(key)) set({ tooLong: status.tooLong.filter((other) => other !== key) })
    const section = sections.get(key)
    if (!section) return
    written.set(key, version)
    if (section.version >= version) flush(section)
    // A line that tells by itself brings the updates besides, before this or a moment later.
    else if (line?.mute) join([section])
  }
  const refused = (id: number, reason: PushRefusal) => {
    const { key, orphan } = answered(id)
    if (orphan) return putAside(orphan)
    sending.delete(key)
    const section = sections.get(key)
    if (!section) return
    if (reason === 'too_long') return set({ tooLong: [...new Set([...status.tooLong, key])] })
    putAside(unsentOf(section))
    // A version nobody has, so that the answer is the whole text.
    if (reason !== 'gone') line?.send({ kind: 'join', sections: [{ key, version: 2 ** 31 - 1 }] })
  }
  const putAside = (unsent: Unsent) => {
    const aside = { ...unsent, client: `${unsent.client}-kept`.slice(0, 80), offered: true }
    if (unsent.updates.length === 0) return
    void device.keep(aside).then(
      () => device.forget(unsent.client),
      () => set({ deviceFull: true }),
    )
    keeping.handed(unsent.client)
    offer(aside)
  }
  const hear = (message: ServerMessage) => {
    switch (message.kind) {
      case 'welcome':
        return welcome()
      case 'updates': {
        const section = sections.get(message.key)
        if (section && !section.receive(message.from, message.updates)) join([section])
        return changed()
      }
      case 'text': {
        const section = sections.get(message.key)
        if (!section) return
        if (section.hasUnsent) putAside(unsentOf(section))
        sending.delete(message.key)
        written.delete(message.key)
        section.restart(message.version, message.body)
        return changed()
      }
      case 'taken':
        return taken(message.id, message.version)
      case 'refused':
        return refused(message.id, message.reason)
      case 'title':
        return set({ title: message.title })
      case 'people':
        return set({ people: message.people })
    }
  }

  // ── The connection ─────────────────────────────────────────────────────────────────────────────────────────────────
  const call = () => {
    clearTimeout(retrying)
    if (closed || line) return
    const dial = refusals >= REFUSALS_MAX && ways.dialOtherwise ? ways.dialOtherwise : ways.dial
    // A server that is starting may take a connection and say nothing.
    clearTimeout(dialing)
    dialing = setTimeout(() => status.standing !== 'open' && giveUp(), patience)
    line = dial({ opened: () => undefined, heard: hear, closed: (code) => void lost(code) })
  }
  const lost = async (code: number) => {
    const before = status.standing
    if (line?.mute) refusals = 0
    line = undefined
    clearInterval(asking)
    sending.clear()
    written.clear()
    awaited.clear()
    // The clock of the old line must not end the next one.
    clearTimeout(oldest)
    oldest = undefined
    adopting.clear()
    if (closed) return
    set({ people: [], standing: code === 4401 ? 'signed_out' : code === 4403 ? 'may_not' : 'offline' })
    // A refused handshake looks like a missing network to a browser.
    const answer = code === 1006 ? await probe() : undefined
    refusals = answer === 200 && before !== 'open' ? refusals + 1 : 0
    if (answer === 401) set({ standing: 'signed_out' })
    if (answer === 403 || answer === 404) set({ standing: 'may_not' })
    const wait = status.standing === 'offline' ? (RETRY_MS[failures++] ?? RETRY_MS.at(-1) ?? 0) : LOOK_AGAIN_MS
    clearTimeout(retrying)
    retrying = setTimeout(call, wait * (0.7 + Math.random() * 0.6))
  }
  call()

  return {
    number,
    status: () => status,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    section: (key: string) => sections.get(key),
    /** To be called after each transaction of an editor. */
    changed,
    moved: (next: Place | null) => {
      place = next
      placing ??= setTimeout(sendPlace, PLACE_MS)
    },
    /** The page is about to be hidden or gone. */
    keepNow: keeping.now,
    /** Something says that the network may be back. */
    wake: () => {
      if (!line) call()
    },
    settle: (client: string) => {
      set({ offers: status.offers.filter((other) => other.client !== client) })
      void device.forget(client).catch(() => undefined)
    },
    /** For tests and programs that leave without ceremony. */
    cut: () => line?.hangUp(),
    close: async () => {
      keeping.now()
      closed = true
      clearTimeout(retrying)
      clearTimeout(placing)
      clearTimeout(dialing)
      clearTimeout(oldest)
      clearInterval(asking)
      line?.hangUp()
      await keeping.close()
    },
  }
}
