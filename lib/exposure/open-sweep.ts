import type { z } from 'zod'
import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { notify } from '#lib/notifications/notify.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { servicesBySlug } from '#lib/services/queries.ts'
import { dateFromLocal } from '#lib/time.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { getSweep } from './queries.ts'
import { OpenSweepInput, SweepOut, TARGETS_MAX } from './schema.ts'

type Input = z.output<typeof OpenSweepInput>

export const openSweep = command({
  name: 'sweep.open',
  summary: 'Asks the teams of all services in scope whether one mechanism could hurt them.',
  scope: 'programs:write',
  input: OpenSweepInput,
  output: SweepOut,
  subject: async () => null,
  may: (actor) => can(actor, 'create', 'sweep'),
  async run(work, { input }) {
    const { db, now, actor } = work
    const { mechanism, question, background, dueOn } = input
    const asked = await servicesInScope(work, input)
    const id = newId(now)
    const { number } = await db.sweep.create({
      data: {
        id,
        mechanism,
        question,
        background,
        createdAt: now,
        dueOn: dueOn ? dateFromLocal(dueOn) : null,
        programId: await programId(work, input.program),
        createdById: actor.kind === 'person' ? actor.personId : null,
      },
    })
    await db.sweepTarget.createMany({
      data: asked.map((service) => ({ id: newId(now), sweepId: id, serviceId: service.id })),
    })
    await tellTeams(work, id, asked)
    return {
      read: () => getSweep(work, number),
      events: [happened('sweep.opened', id, { mechanism, services: asked.length })],
    }
  },
})

type Asked = { id: string; teamId: string }

async function servicesInScope(work: Work, { scope, tier, teams = [], services = [] }: Input): Promise<Asked[]> {
  if (scope === 'tier' && tier === undefined) refuse(invalid('tier', 'Choose up to which tier.'))
  if (scope === 'team' && teams.length === 0) refuse(invalid('teams', 'Choose at least one team.'))
  if (scope === 'chosen' && services.length === 0) refuse(invalid('services', 'Choose at least one service.'))
  if (scope === 'chosen') await servicesBySlug(work, services, 'services')
  const where: Record<Input['scope'], Prisma.ServiceWhereInput> = {
    all: {},
    tier: { tier: { lte: tier ?? 0 } },
    team: { team: { slug: { in: teams } } },
    chosen: { slug: { in: services } },
  }
  const found = await work.db.service.findMany({
    where: where[scope],
    select: { id: true, teamId: true },
    orderBy: { slug: 'asc' },
    take: TARGETS_MAX + 1,
  })
  if (found.length === 0) refuse(invalid('scope', 'No service is in this scope.'))
  if (found.length > TARGETS_MAX)
    refuse(invalid('scope', `More than ${TARGETS_MAX} services are in this scope. Choose a tier or a team.`))
  return found
}

async function programId({ db }: Work, number: number | null | undefined): Promise<string | null> {
  if (!number) return null
  const program = await db.program.findUnique({ where: { number }, select: { id: true } })
  return program?.id ?? refuse(invalid('program', 'Choose a program from the list.'))
}

/** Whoever may answer hears once, with how many of their services are asked about. */
async function tellTeams(work: Work, id: string, asked: readonly Asked[]): Promise<void> {
  const editors = await work.db.membership.findMany({
    where: {
      teamId: { in: asked.map(({ teamId }) => teamId) },
      role: { in: ['owner', 'editor'] },
      person: { deactivatedAt: null },
    },
    select: { personId: true, teamId: true },
  })
  const counts = new Map<string, number>()
  for (const { personId, teamId } of editors) {
    const more = asked.filter((service) => service.teamId === teamId).length
    counts.set(personId, (counts.get(personId) ?? 0) + more)
  }
  for (const services of new Set(counts.values())) {
    const people = [...counts].flatMap(([person, count]) => (count === services ? [person] : []))
    await notify(work, { kind: 'exposure_asked', people, subject: { kind: 'sweep', id }, facts: { services } })
  }
}
