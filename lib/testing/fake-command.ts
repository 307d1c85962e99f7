import { z } from 'zod'
import type { Actor } from '#lib/actor.ts'
import { command } from '#lib/command.ts'
import type { Context, Db } from '#lib/context.ts'
import { allow, deny } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { type Problem, refuse } from '#lib/problem.ts'
import { line } from '#lib/text.ts'

/** For the tests of both doors: a command that does nothing, or fails in whichever way it is told to. */
export function fakeCommand(fails?: Problem | Error) {
  return command({
    name: 'service.fake',
    summary: 'Does nothing.',
    scope: 'admin:write',
    input: z.strictObject({
      slug: z.string().optional(),
      title: line({ what: 'The title', max: 200 }),
      rows: z.array(z.strictObject({ at: z.string().min(2, 'Too short.') })).default([]),
      password: z.string().optional(),
    }),
    output: z.object({ title: z.string(), slug: z.string() }),
    subject: async () => {
      if (fails instanceof Error) throw fails
      if (fails && fails.kind !== 'forbidden') refuse(fails)
    },
    may: () => (fails instanceof Error || fails?.kind !== 'forbidden' ? allow : deny(fails.reason)),
    run: async (_, { input }) => ({
      // The column nobody declared must not leave.
      value: { title: input.title, slug: input.slug ?? 'none', passwordHash: 'leak' },
      events: [happened('service.updated', '00000000-0000-7000-8000-000000000001', { changed: [] })],
    }),
  })
}

export const person = (
  via: Extract<Actor, { kind: 'person' }>['via'] = { kind: 'session', sessionId: 's' },
): Actor => ({
  kind: 'person',
  personId: crypto.randomUUID(),
  name: 'Ada',
  role: 'administrator',
  zone: 'UTC',
  teams: {},
  via,
  seesRestricted: false,
})

/** A transaction that takes what the runner writes and keeps nothing. */
export function contextOf(actor: Actor): Context {
  const db = { $executeRaw: async () => 1 } as unknown as Db
  return { actor, now: new Date('2026-06-10T14:00:00Z'), requestId: 'request-1', transaction: (run) => run(db) }
}

/** Every problem there is, as the domain would refuse with it. */
export const problems: Problem[] = [
  { kind: 'invalid', fields: [{ field: 'title', message: 'Another title, please.' }] },
  { kind: 'unauthenticated' },
  { kind: 'forbidden', reason: 'You can do this when you lead it.' },
  { kind: 'not_found' },
  { kind: 'conflict', message: 'Somebody was faster.', current: { title: 'theirs' } },
  { kind: 'limited', retryAfterSeconds: 7 },
  { kind: 'unavailable', message: 'The database is busy.' },
]
