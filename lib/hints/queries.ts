import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { decodeCursor, type Page, pageOf } from '#lib/page.ts'
import { can } from '#lib/policy/can.ts'
import { loadForPolicy } from '#lib/postmortems/queries.ts'
import { notFound, refuse } from '#lib/problem.ts'
import type { HintDismissal } from '#prisma/client/client.ts'
import type { DismissalOut, ExceptionOut, ListDismissalsInput, ListExceptionsInput } from './schema.ts'

/** Of one postmortem. Row-level security gives them to those who may edit it or were asked to review it. */
export async function listDismissals(
  work: Work,
  { number, cursor, limit }: z.output<typeof ListDismissalsInput>,
): Promise<Page<DismissalOut>> {
  const { id } = await loadForPolicy(work, number)
  const after = decodeCursor(cursor, z.guid())
  const rows = await work.db.hintDismissal.findMany({
    where: { postmortemId: id, ...(after && { id: { gt: after[0] } }) },
    orderBy: { id: 'asc' },
    take: limit + 1,
  })
  return pageOf(rows.map(presentDismissal), limit, (row) => [row.id])
}

export const presentDismissal = ({ id, section, rule, mark, reason, dismissedAt }: HintDismissal): DismissalOut => ({
  id,
  section,
  rule,
  mark,
  reason,
  dismissedAt: dismissedAt.toISOString(),
})

/** What the organisation does not want to be told, newest first, with who decided so and why. */
export async function listExceptions(
  { db }: Work,
  { cursor, limit }: z.output<typeof ListExceptionsInput>,
): Promise<Page<ExceptionOut>> {
  const after = decodeCursor(cursor, z.guid())
  const rows = await db.hintException.findMany({
    where: { ...(after && { id: { lt: after[0] } }) },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const people = await db.person.findMany({
    where: { id: { in: rows.flatMap(({ addedById }) => addedById ?? []) } },
    select: { id: true, name: true },
  })
  const byId = new Map(people.map((person) => [person.id, person]))
  const out = rows.map(({ id, rule, phrase, reason, addedAt, addedById }) => ({
    id,
    rule,
    phrase,
    reason,
    addedAt: addedAt.toISOString(),
    addedBy: byId.get(addedById ?? '') ?? null,
  }))
  return pageOf(out, limit, (row) => [row.id])
}

/**
 * What the page gives the worker besides the text, which is looked at nowhere but there. For those who may edit the
 * postmortem or were asked to review it; for others it is null, and they are shown no hints.
 */
export async function hintsGiven(work: Work, number: number) {
  const row = await loadForPolicy(work, number)
  const mayDismiss = can(work.actor, 'edit', 'postmortem', row).allowed
  if (!mayDismiss && !can(work.actor, 'review', 'postmortem', row).allowed) return null
  const here = await work.db.hintDismissal.findMany({
    where: { postmortemId: row.id },
    select: { id: true, section: true, rule: true, mark: true },
    // A text holds at most 500 findings at a time; twice as many were dismissed before it was written anew.
    take: 1_000,
  })
  const everywhere = await work.db.hintException.findMany({ select: { rule: true, phrase: true }, take: 1_000 })
  return {
    names: await namesOf(work),
    dismissed: { here, everywhere },
    facts: row.incidentId ? await factsOf(work, row.incidentId) : {},
    mayDismiss,
    mayDismissForEveryone: can(work.actor, 'dismissForEveryone', 'hint').allowed,
  }
}
export type HintsGiven = NonNullable<Awaited<ReturnType<typeof hintsGiven>>>

/** People who left are named in texts too. Beyond 2,000 the list would weigh more than the page. */
async function namesOf({ db }: Work): Promise<string[]> {
  const people = await db.person.findMany({ select: { name: true }, orderBy: { createdAt: 'desc' }, take: 2_000 })
  return people.map(({ name }) => name)
}

async function factsOf({ db }: Work, incidentId: string) {
  const incident = await db.incident.findUnique({
    where: { id: incidentId },
    select: { severity: true, windows: { select: { failingShare: true } } },
  })
  if (!incident) return {}
  const shares = incident.windows.map(({ failingShare }) => failingShare)
  // One window of which nobody knows the share may have been the worst.
  const known = shares.length > 0 && shares.every((share) => share !== null)
  return { severity: incident.severity, ...(known && { failingShare: Math.max(...shares.map(Number)) }) }
}

export async function getException({ db }: Work, id: string) {
  return (await db.hintException.findUnique({ where: { id } })) ?? refuse(notFound)
}
