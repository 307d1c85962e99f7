import { collab, getClientID, getSyncedVersion, sendableUpdates } from '@codemirror/collab'
import { EditorState } from '@codemirror/state'
import { receive } from '#lib/documents/model.ts'
import { push, sittings } from '#lib/documents/push.ts'
import { getSection, updatesBetween } from '#lib/documents/queries.ts'
import type { Name, World } from './world.ts'

type Given = { cast: World; number: number; key: string; who: readonly Name[]; seed: number }

/** People without screens who write in one section at random, sometimes late, sometimes twice, sometimes without a line. */
export function writers({ cast, number, key, who, seed }: Given) {
  const random = randomFrom(seed)
  const upTo = (most: number) => Math.floor(random() * most)
  const sitting = sittings()
  const people = who.map((name, index) => ({
    name,
    mark: String.fromCodePoint(0x41 + index),
    count: 0,
    state: EditorState.create({ extensions: collab({ startVersion: 1, clientID: `${name}${index}` }) }),
  }))
  type Person = (typeof people)[number]

  const document = async () => {
    const row = await cast.database.asOwner((db) => db.postmortem.findUniqueOrThrow({ where: { number } }))
    return row.id
  }
  const stored = async () => {
    const postmortemId = await document()
    return cast.database.asOwner((db) => getSection({ db }, { postmortemId, key }))
  }
  const pull = async (person: Person) => {
    const postmortemId = await document()
    const updates = await cast.database.asOwner(async (db) => {
      const { version } = await getSection({ db }, { postmortemId, key })
      return updatesBetween({ db }, { postmortemId, key, after: getSyncedVersion(person.state), upTo: version })
    })
    if (updates) person.state = receive(person.state, updates).at(-1)?.state ?? person.state
  }
  const send = async (person: Person) => {
    const { state } = person
    const updates = sendableUpdates(state).map(({ changes }) => ({
      client: getClientID(state),
      changes: changes.toJSON(),
    }))
    if (updates.length === 0) return
    const input = { number, key, version: getSyncedVersion(state), updates }
    const outcome = await push(cast.contextOf(person.name), input, sitting)
    if (!outcome.ok || !outcome.value.taken) throw new Error(`Refused: ${JSON.stringify(outcome)}`)
  }
  /** A mark that stays, filler that may be taken out again by anybody, or taking some out. */
  const type = (person: Person) => {
    const { state } = person
    const at = upTo(state.doc.length + 1)
    const filler = /[.\n\u{1f525}]/u.exec(state.doc.sliceString(at))
    if (random() < 0.3 && filler) {
      const from = at + filler.index
      person.state = state.update({ changes: { from, to: from + filler[0].length } }).state
      return
    }
    const insert = [person.mark, '.', '\n', '\u{1f525}'][random() < 0.5 ? 0 : upTo(4)] ?? '.'
    // Not between the halves of a character, where no cursor can stand.
    const place = /^[\udc00-\udfff]/.test(state.doc.sliceString(at, at + 1)) ? at - 1 : at
    if (insert === person.mark) person.count++
    person.state = state.update({ changes: { from: place, insert } }).state
  }

  return {
    async scribble(rounds: number) {
      for (let round = 0; round < rounds; round++) {
        const busy = people.filter(() => random() < 0.7)
        for (const person of busy) for (let keys = upTo(4); keys >= 0; keys--) type(person)
        // All at once, so that on PostgreSQL they meet at the row; some twice, as after an answer that got lost.
        await Promise.all(
          busy.filter(() => random() < 0.6).flatMap((one) => (random() < 0.2 ? [send(one), send(one)] : [send(one)])),
        )
        for (const person of people) if (random() < 0.5) await pull(person)
      }
    },
    async settle() {
      for (const person of people) await send(person)
      for (const person of people) await pull(person)
      return { texts: people.map(({ state }) => state.doc.toString()), stored: await stored(), typed: people }
    },
    log: async () => {
      const postmortemId = await document()
      return cast.database.asOwner((db) =>
        db.sectionUpdate.findMany({
          where: { postmortemId, key },
          orderBy: { version: 'asc' },
          select: { changes: true },
        }),
      )
    },
  }
}

/** The same numbers from the same seed, so that a failure can be looked at again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
