import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { decodeCursor, type Page, pageOf } from '#lib/page.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { factListsOf } from './fact-rows.ts'
import { listed, presentIncident, presentListed, whole } from './present.ts'
import type { IncidentListed, IncidentOut, ListIncidentsInput } from './schema.ts'

/** Newest first, by what happened first in each. */
export async function listIncidents(
  { db }: Work,
  input: z.output<typeof ListIncidentsInput>,
): Promise<Page<IncidentListed>> {
  const { cursor, limit, q, severity, team, service, mechanism } = input
  const after = decodeCursor(cursor, z.iso.datetime(), z.guid())
  const rows = await db.incident.findMany({
    where: {
      ...(q && { title: { contains: q, mode: 'insensitive' } }),
      ...(severity?.length && { severity: { in: severity } }),
      ...(team && { team: { slug: team } }),
      ...(service && { services: { some: { service: { slug: service } } } }),
      ...(mechanism && { mechanisms: { has: mechanism } }),
      ...(after && { OR: [{ occurredAt: { lt: after[0] } }, { occurredAt: after[0], id: { lt: after[1] } }] }),
    },
    include: listed,
    orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const { items, nextCursor } = pageOf(rows, limit, ({ occurredAt, id }) => [occurredAt.toISOString(), id])
  return { items: items.map(presentListed), nextCursor }
}

export async function getIncident(work: Work, number: number): Promise<IncidentOut> {
  return (await findIncident(work, number)) ?? refuse(notFound)
}

/** Null when there is none that this actor can see. */
export async function findIncident({ db }: Work, number: number): Promise<IncidentOut | null> {
  const row = await db.incident.findUnique({ where: { number }, include: whole })
  return row && presentIncident(row, await factListsOf(db, row.id))
}

export async function incidentById({ db }: Work, id: string): Promise<IncidentOut> {
  const row = await db.incident.findUniqueOrThrow({ where: { id }, include: whole })
  return presentIncident(row, await factListsOf(db, id))
}

/** Null where the incident is hidden from this actor: who may read a postmortem need not see what it is about. */
export async function findIncidentById({ db }: Work, id: string): Promise<IncidentOut | null> {
  const row = await db.incident.findUnique({ where: { id }, include: whole })
  return row && presentIncident(row, await factListsOf(db, id))
}

/** The row as the policy and the transitions need it, locked until the transaction ends. */
export async function lockIncident({ db, actor }: Work, number: number) {
  await db.$queryRaw`select 1 from "Incident" where "number" = ${number} for update`
  const personId = actor.kind === 'person' ? actor.personId : null
  const row = await db.incident.findUnique({
    where: { number },
    include: { grants: { where: { ...(personId && { personId }) } } },
  })
  return row ?? refuse(notFound)
}

/** Whoever has the facts open learns that they are no longer the newest. */
export async function touchIncident({ db, now }: Work, id: string): Promise<void> {
  await db.incident.update({ where: { id }, data: { version: { increment: 1 }, updatedAt: now }, select: { id: true } })
}
