import { localDate, localFromDate } from '#lib/time.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { LoadFigures } from './capacity.ts'
import { evidenceOf, hypothesisOf, validUntil } from './model.ts'
import { AbortRules, Preconditions, SteadyStates } from './plan-rows.ts'
import type { ExerciseListed, ExerciseOut, FindingOut, ResultOut } from './schema.ts'

const named = { select: { id: true, name: true } } as const
const titled = { select: { number: true, title: true } } as const

export const brief = {
  team: true,
  owner: named,
  services: { include: { service: true }, orderBy: { service: { slug: 'asc' } } },
  _count: { select: { findings: true } },
} as const satisfies Prisma.ExerciseInclude

export const whole = {
  ...brief,
  risks: { include: { risk: { select: { number: true, component: true } } }, orderBy: { risk: { number: 'asc' } } },
  incidents: { include: { incident: titled }, orderBy: { incident: { number: 'asc' } } },
  program: { select: { number: true, name: true } },
  steps: { where: { kind: 'called_off' }, take: 1 },
  entries: { orderBy: [{ happenedAt: 'asc' }, { id: 'asc' }], take: 1_000 },
  result: true,
  findings: {
    include: {
      items: { include: { actionItem: { select: { number: true, title: true, closed: true } } } },
      risks: { select: { number: true, component: true }, orderBy: { number: 'asc' } },
    },
    orderBy: { ordinal: 'asc' },
  },
} as const satisfies Prisma.ExerciseInclude

type Brief = Prisma.ExerciseGetPayload<{ include: typeof brief }>
type Whole = Prisma.ExerciseGetPayload<{ include: typeof whole }>

export function presentListed(row: Brief, now: Date): ExerciseListed {
  const { number, title, kind, environment, automated, state, outcome, startedAt, endedAt, zone, team, owner } = row
  const services = row.services.map(({ service: { slug, name, tier } }) => ({ slug, name, tier }))
  const tier = services.length > 0 ? Math.min(...services.map((service) => service.tier)) : null
  const ended = state === 'finished' && endedAt ? localDate(endedAt, zone) : null
  const until = validUntil({ kind, tier, outcome, endedAt: ended })
  return {
    number,
    title,
    kind,
    environment,
    automated,
    state,
    outcome,
    owner,
    services,
    tier,
    plannedOn: localFromDate(row.plannedOn),
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    validUntil: until,
    evidence: evidenceOf(until, localDate(now, zone)),
    team: { slug: team.slug, name: team.name },
    findings: row._count.findings,
  }
}

export function presentExercise(row: Whole, now: Date): ExerciseOut {
  const { fault, faultNote, target, size, holds, because, signal, withinMinutes, radius, radiusCap } = row
  const { rtoMinutes, rpoMinutes, zone, version, program } = row
  return {
    ...presentListed(row, now),
    hypothesis: hypothesisOf(row),
    fault,
    faultNote,
    target,
    size,
    holds,
    because,
    signal,
    withinMinutes,
    radius,
    radiusCap,
    rtoMinutes,
    rpoMinutes,
    zone,
    version,
    ...rowsOf(row),
    risks: row.risks.map(({ risk: { number, component } }) => ({ number, title: component })),
    incidents: row.incidents.map(({ incident }) => incident),
    program: program && { number: program.number, title: program.name },
    calledOff: row.steps[0]?.note ?? '',
    log: row.entries.map(({ id, happenedAt, text }) => ({ id, at: happenedAt.toISOString(), text })),
    result: row.result && resultOf(row.result),
    foundOut: row.findings.map(findingOf),
    createdAt: row.createdAt.toISOString(),
  }
}

/** The lists of the plan as they were stored; what another version wrote is read leniently rather than not at all. */
export function rowsOf({
  steadyStates,
  abortRules,
  preconditions,
}: Pick<Whole, 'steadyStates' | 'abortRules' | 'preconditions'>) {
  return {
    steadyStates: SteadyStates.catch([]).parse(steadyStates),
    abortRules: AbortRules.catch([]).parse(abortRules),
    preconditions: Preconditions.catch([]).parse(preconditions),
  }
}

function resultOf({ exerciseId: _, byId: __, at: ___, load, ...result }: NonNullable<Whole['result']>): ResultOut {
  return { ...result, load: load === null ? null : LoadFigures.nullable().catch(null).parse(load) }
}

function findingOf({ id, ordinal, text, severity, mechanism, items, risks }: Whole['findings'][number]): FindingOut {
  return {
    id,
    ordinal,
    text,
    severity,
    mechanism,
    items: items.map(({ actionItem }) => actionItem),
    risks: risks.map(({ number, component }) => ({ number, title: component })),
  }
}
