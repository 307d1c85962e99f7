import { type Update as CollabUpdate, receiveUpdates, sendableUpdates } from '@codemirror/collab'
import { type ChangeDesc, ChangeSet, type EditorState, Text, type Transaction } from '@codemirror/state'

/**
 * Several people write in one section at the same time. Each editor makes its changes at once and sends them with the
 * version it knew; the database decides who was first, and whoever came later has their changes moved over those that
 * were. A section is its text at a version, and its updates are how it got there: replayed in order they give the same
 * text in every editor. The text is the truth people read; an update is never written without it, nor it without one.
 */
export type Update = CollabUpdate

/** As it travels and as it is stored: `changes` is what `ChangeSet.toJSON` gives. */
export type SentUpdate = { client: string; changes: unknown }

/** A section as whoever holds its row sees it. */
export type Locked = { postmortemId: string; key: string; version: number; body: string }

/** What is wrong with updates somebody sent. The editor then takes the text as it stands and offers what was unsent. */
export class Unusable extends Error {
  override name = 'Unusable'
}

export const textOf = (body: string): Text => Text.of(body.split('\n'))

export function readUpdate({ client, changes }: SentUpdate): Update {
  try {
    return { clientID: client, changes: ChangeSet.fromJSON(changes) }
  } catch {
    throw new Unusable('These changes cannot be read.')
  }
}

export const writeUpdate = ({ clientID, changes }: Update): SentUpdate => ({
  client: clientID,
  changes: changes.toJSON(),
})

/**
 * Moves updates over those that came first, and leaves out those that had arrived before. One after the other, here and in
 * `receive`: a deletion and an insertion in its place are, taken as one, something else to whoever writes at their edge,
 * so texts would depend on the portions in which updates arrived. `rebaseUpdates` of the library takes them as one.
 */
export function rebase(updates: readonly Update[], over: readonly Update[]): readonly Update[] {
  try {
    return over.reduce(movedOver, updates)
  } catch {
    throw new Unusable('These changes do not fit the text they were made in.')
  }
}

function movedOver(updates: readonly Update[], { clientID, changes }: Update): readonly Update[] {
  // Its own comes back in the order it was sent.
  if (updates[0]?.clientID === clientID) return updates.slice(1)
  let over: ChangeDesc = changes
  return updates.map((update) => {
    const moved = { ...update, changes: update.changes.map(over) }
    over = over.mapDesc(update.changes, true)
    return moved
  })
}

/** What an editor does with updates from the server: the same steps, to be taken at once. */
export function receive(state: EditorState, updates: readonly Update[]): Transaction[] {
  const steps: Transaction[] = []
  let now = state
  for (let at = 0; at < updates.length; ) {
    // With nothing of one's own to move, portions make no difference.
    const portion = updates.slice(at, sendableUpdates(now).length > 0 ? at + 1 : undefined)
    const step = receiveUpdates(now, portion)
    steps.push(step)
    now = step.state
    at += portion.length
  }
  return steps
}

/** The text after them. */
export function applyUpdates(body: string, updates: readonly Update[]): string {
  try {
    return updates.reduce((text, { changes }) => changes.apply(text), textOf(body)).toString()
  } catch {
    throw new Unusable('These changes do not fit the text they were made in.')
  }
}

/** Every text a section may hold: what a form would have refused or repaired does not come in by another way. */
export function refuseBrokenText(body: string): void {
  if (body.includes('\0') || body.includes('\r')) throw new Unusable('The text holds a character it cannot keep.')
  // Half of a character would be stored as another one, and the editors would no longer agree.
  if (!body.isWellFormed()) throw new Unusable('The text would be cut in the middle of a character.')
}

/** The smallest single change from one text to another: what a textarea can tell. Never cuts a character in two. */
export function simpleChange(before: string, after: string): ChangeSet {
  let start = 0
  const shorter = Math.min(before.length, after.length)
  while (start < shorter && before[start] === after[start]) start++
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) end--
  if (start === before.length && before.length === after.length) return ChangeSet.empty(before.length)
  const insert = textOf(after.slice(start, after.length - end))
  return ChangeSet.of({ from: start, to: before.length - end, insert }, before.length)
}

/** Where a place in an older text is now. `side` says which way it leans when text is put in exactly there. */
export const mapPlace = (place: number, updates: readonly Update[], side: -1 | 1 = 1): number =>
  updates.reduce((at, { changes }) => changes.mapPos(Math.min(at, changes.length), side), place)

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
