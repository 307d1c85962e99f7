import { z } from 'zod'
import type { Actor } from '#lib/actor.ts'
import { onIdentityTables } from '#lib/auth/identity-tables.ts'
import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { Id } from '#lib/ids.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { inPerson } from './model.ts'

/** Ends one session: this one, or another of one's own, like a browser left open at a friend's. */
export const endSession = command({
  name: 'session.end',
  summary: 'Signs out one of your sessions.',
  scope: 'admin:write',
  input: z.strictObject({ id: Id }),
  output: z.null(),
  subject: async (work) => personOf(work.actor),
  may: inPerson,
  run: (work, { input: { id }, subject: personId }) => end(work, { personId, only: id }),
})

export const endAllSessions = command({
  name: 'session.end_all',
  summary: 'Signs you out everywhere, here included.',
  scope: 'admin:write',
  input: z.strictObject({}),
  output: z.null(),
  subject: async (work) => personOf(work.actor),
  may: inPerson,
  run: (work, { subject: personId }) => end(work, { personId }),
})

const personOf = (actor: Actor): string =>
  actor.kind === 'person' ? actor.personId : refuse({ kind: 'unauthenticated' })

async function end(work: Work, { personId, only }: { personId: string; only?: string }) {
  const where = { personId, ...(only && { id: only }) }
  const { count } = await onIdentityTables(work, (db) => db.session.deleteMany({ where }))
  if (count === 0) refuse(notFound)
  return { value: null, events: [happened('person.signed_out', personId, { sessions: count })] as const }
}
