import type { Outcome } from '#lib/command.ts'
import { type Context, read, type Work } from '#lib/context.ts'
import { writeUpdate } from './model.ts'
import { type Pushed, push, type Sittings } from './push.ts'
import { type Document, findSection, updatesBetween } from './queries.ts'
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
    const told = await read(context, async (work) => {
      const answers = []
      for (const section of message.sections) {
        const answer = await catchUp(work, document.id, section)
        if (answer) answers.push(answer)
      }
      return answers
    })
    return { messages: told.map(({ message }) => message), told: told.map(({ key, version }) => ({ key, version })) }
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

/**
 * The updates since that version, or the whole text where they are not known. A section that is gone has no answer, nor
 * has one whose reader lost access a moment ago; whoever holds the connection looks for that and says so.
 */
async function catchUp(
  work: Work,
  postmortemId: string,
  { key, version: after }: Wanted,
): Promise<(Wanted & { message: ServerMessage }) | undefined> {
  const found = await findSection(work, { postmortemId, key })
  if (!found) return undefined
  const { body, version } = found
  const updates = await updatesBetween(work, { postmortemId, key, after, upTo: version })
  const message: ServerMessage = updates
    ? { kind: 'updates', key, from: after, updates: updates.map(writeUpdate) }
    : { kind: 'text', key, version, body }
  return { key, version, message }
}
