import type { Outcome } from '#lib/command.ts'
import { type Context, read, type Work } from '#lib/context.ts'
import { type Update, writeUpdate } from './model.ts'
import { type Pushed, push, type Sittings } from './push.ts'
import { type Document, getSection, getWorkingTitle, listSections, updatesBetween } from './queries.ts'
import type { ClientMessage, ServerMessage } from './schema.ts'

export type Asked = Extract<ClientMessage, { kind: 'join' | 'push' }>
export type Given = { document: Pick<Document, 'id' | 'number'>; sitting: Sittings }
type Answer = {
  messages: ServerMessage[]
  /** What became part of the text, for those who are told at once. */
  taken?: Extract<Pushed, { taken: true }>
  /** Up to where sections were told. */
  told?: { key: string; version: number }[]
  /** This person may no longer be here. */
  ended?: 'signed_out' | 'may_not'
}

/** What an editor hears back, whichever way it asked. */
export async function answer(context: Context, message: Asked, { document, sitting }: Given): Promise<Answer> {
  if (message.kind === 'join') {
    // One transaction for all: every open editor asks every few seconds, mostly to hear that nothing happened.
    const [title, told] = await read(context, (work) =>
      Promise.all([getWorkingTitle(work, document.id), catchUp(work, document.id, message.sections)]),
    )
    const news = told.flatMap(({ message }) => message ?? [])
    return { messages: title === undefined ? news : [{ kind: 'title', title }, ...news], told }
  }
  const { kind: _, id, ...pushed } = message
  return answerOf(id, await push(context, { number: document.number, ...pushed }, sitting))
}

function answerOf(id: number, outcome: Outcome<Pushed>): Answer {
  if (!outcome.ok) {
    const { kind } = outcome.problem
    const unusable = {
      kind: 'refused' as const,
      id,
      reason: 'unusable' as const,
      message: 'These changes cannot be read.',
    }
    if (kind === 'invalid') return { messages: [unusable] }
    return { messages: [], ended: kind === 'unauthenticated' ? 'signed_out' : 'may_not' }
  }
  const { value } = outcome
  if (value.taken) return { messages: [{ kind: 'taken', id, version: value.version }], taken: value }
  return { messages: [{ kind: 'refused', id, reason: value.reason, message: value.message }] }
}

type Wanted = { key: string; version: number }
type Told = Wanted & { message?: ServerMessage }

/**
 * The updates since those versions, or the whole text where they are not known; nothing where there is nothing new. A
 * section that is gone has no answer, nor has one whose reader lost access a moment ago; whoever holds the connection
 * looks for that and says so.
 */
async function catchUp(work: Work, postmortemId: string, wanted: readonly Wanted[]): Promise<Told[]> {
  const known = new Map((await listSections(work, postmortemId)).map(({ key, version }) => [key, version]))
  const told: Told[] = []
  for (const { key, version: after } of wanted) {
    const version = known.get(key)
    if (version === undefined) continue
    if (version === after) told.push({ key, version })
    else {
      const updates = await updatesBetween(work, { postmortemId, key, after, upTo: version })
      told.push(
        updates ? { key, version, message: newsOf(key, after, updates) } : await wholeText(work, postmortemId, key),
      )
    }
  }
  return told
}

const newsOf = (key: string, from: number, updates: readonly Update[]): ServerMessage => ({
  ...{ kind: 'updates', key, from },
  updates: updates.map(writeUpdate),
})

async function wholeText(work: Work, postmortemId: string, key: string): Promise<Told> {
  const { version, body } = await getSection(work, { postmortemId, key })
  return { key, version, message: { kind: 'text', key, version, body } }
}
