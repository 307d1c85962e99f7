import { randomUUID } from 'node:crypto'
import type { Database } from '#lib/db/client.ts'
import type { Place, Present } from '#lib/documents/schema.ts'
import type { Member, Room } from './hub.ts'

export const PEOPLE_CHANNEL = 'firebreak_people'

/** Ten times a second looks like movement; more is only traffic. */
const SPREAD_MS = 80
/** Told again this often, so that people of a process that died are gone after three silences. */
const BEAT_MS = 8_000
const SILENCE_MS = 25_000
/** A message of PostgreSQL holds 8,000 bytes, and a person some 250. */
const TOLD_MAX = 25

type Told = { process: string; document: string; people: Present[]; ask?: boolean }

export type Presence = {
  arrived: (room: Room, present: Present) => void
  moved: (room: Room, connection: string, place: Place | null) => void
  gone: (room: Room, connection: string) => void
  hear: (text: string) => void
  again: () => void
  stop: () => void
}

/** Who is where. Kept in memory alone: where somebody's cursor was yesterday is nobody's business. */
export function presence(database: Database, rooms: Map<string, Room>): Presence {
  const self = randomUUID()
  const here = new Map<string, Map<string, Present>>()
  const elsewhere = new Map<string, Map<string, { people: Present[]; at: number }>>()
  const waiting = new Set<string>()
  const shown = new WeakMap<Member, string>()

  const everybody = (document: string) => {
    const fresh = [...(elsewhere.get(document)?.values() ?? [])].filter(({ at }) => performance.now() - at < SILENCE_MS)
    return [...(here.get(document)?.values() ?? []), ...fresh.flatMap(({ people }) => people)]
  }
  const show = (document: string) => {
    const room = rooms.get(document)
    if (!room) return void elsewhere.delete(document)
    const people = everybody(document)
    for (const member of room.members.values()) {
      const others = people.filter(({ connection }) => connection !== member.id)
      const text = JSON.stringify(others)
      // Whoever types alone is not told ten times a second that nobody else is there.
      if (shown.get(member) === text) continue
      shown.set(member, text)
      member.send({ kind: 'people', people: others })
    }
  }
  // Nobody else is there to be told when the database is embedded.
  const tell = (document: string, ask = false) => {
    if (database.kind === 'embedded') return
    const people = [...(here.get(document)?.values() ?? [])].slice(0, TOLD_MAX)
    const told: Told = { process: self, document, people, ...(ask && { ask }) }
    // Lost, it is told again with the next beat.
    void database.prisma.$executeRaw`select pg_notify(${PEOPLE_CHANNEL}, ${JSON.stringify(told)})`.catch(
      () => undefined,
    )
  }
  const soon = (document: string) => {
    if (waiting.has(document)) return
    waiting.add(document)
    setTimeout(() => {
      waiting.delete(document)
      show(document)
      tell(document)
    }, SPREAD_MS).unref()
  }
  const beat = setInterval(() => {
    for (const document of rooms.keys()) {
      tell(document)
      show(document)
    }
  }, BEAT_MS)
  beat.unref()

  return {
    arrived: ({ document }, present) => {
      const known = here.get(document) ?? new Map()
      if (!here.has(document)) tell(document, true)
      here.set(document, known.set(present.connection, present))
      soon(document)
    },
    moved: ({ document }, connection, place) => {
      const present = here.get(document)?.get(connection)
      if (present) here.get(document)?.set(connection, { ...present, place })
      soon(document)
    },
    gone: ({ document }, connection) => {
      const known = here.get(document)
      known?.delete(connection)
      if (known?.size === 0) here.delete(document)
      soon(document)
    },
    hear: (text) => {
      const { process, document, people, ask }: Told = JSON.parse(text)
      if (process === self || !rooms.has(document)) return
      const known = elsewhere.get(document) ?? new Map()
      elsewhere.set(document, known.set(process, { people, at: performance.now() }))
      show(document)
      if (ask) tell(document)
    },
    again: () => {
      for (const document of rooms.keys()) tell(document, true)
    },
    stop: () => clearInterval(beat),
  }
}
