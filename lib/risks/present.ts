import { ofFinding, ofTarget, originOf } from '#lib/origin.ts'
import { localDate, localFromDate } from '#lib/time.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { isLapsed, redundancyState, testValidUntil } from './model.ts'
import type { RiskOut } from './schema.ts'

const named = { select: { id: true, name: true } } as const
const titled = { select: { number: true, title: true } } as const
const component = { select: { number: true, component: true } } as const

export const whole = {
  team: true,
  owner: named,
  treatments: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1, include: { approver: named } },
  tests: { orderBy: [{ testedOn: 'desc' }, { id: 'desc' }], include: { exercise: titled } },
  services: { include: { service: true }, orderBy: { service: { slug: 'asc' } } },
  incidents: { include: { incident: titled }, orderBy: { incident: { number: 'asc' } } },
  dependsOn: { include: { to: component }, orderBy: { to: { number: 'asc' } } },
  neededBy: { include: { from: component }, orderBy: { from: { number: 'asc' } } },
  exercises: { include: { exercise: titled }, orderBy: { exercise: { number: 'asc' } } },
  items: {
    include: { actionItem: { select: { number: true, title: true, closed: true } } },
    orderBy: { actionItem: { number: 'asc' } },
  },
  program: { select: { number: true, name: true } },
  finding: ofFinding,
  target: ofTarget,
} as const satisfies Prisma.RiskInclude

export type RiskRow = Prisma.RiskGetPayload<{ include: typeof whole }>

export function presentRisk(row: RiskRow, now: Date): RiskOut {
  const { number, layer, domain, redundancy, sharedFate, detection, failover, likelihood, impact, score } = row
  const { detectability, impactNote, breakGlass, owner, version, closed, rtoTargetMinutes, rpoTargetMinutes } = row
  const today = localDate(now, row.team.zone)
  const tests = row.tests.map(({ testedOn, passed, rtoMinutes, rpoMinutes, url, note, exercise }) => ({
    testedOn: localFromDate(testedOn),
    validUntil: testValidUntil(localFromDate(testedOn)),
    passed,
    rtoMinutes,
    rpoMinutes,
    url,
    note,
    exercise,
  }))
  return {
    number,
    component: row.component,
    layer,
    domain,
    redundancy,
    sharedFate,
    detection,
    failover,
    rtoTargetMinutes,
    rpoTargetMinutes,
    likelihood,
    impact,
    detectability,
    score,
    impactNote,
    breakGlass,
    owner,
    version,
    closed,
    tests,
    redundancyState: redundancyState(redundancy, tests[0] ?? null, today),
    team: { slug: row.team.slug, name: row.team.name },
    targetOn: row.targetOn && localFromDate(row.targetOn),
    services: row.services.map(({ service: { slug, name, tier } }) => ({ slug, name, tier })),
    incidents: row.incidents.map(({ incident }) => incident),
    dependsOn: row.dependsOn.map(({ to }) => entry(to)),
    neededBy: row.neededBy.map(({ from }) => entry(from)),
    exercises: row.exercises.map(({ exercise }) => exercise),
    items: row.items.map(({ actionItem }) => actionItem),
    program: row.program && { number: row.program.number, title: row.program.name },
    source: originOf(row),
    treatment: treatmentOf(row, today),
    createdAt: row.createdAt.toISOString(),
  }
}

const entry = ({ number, component }: { number: number; component: string }) => ({ number, title: component })

function treatmentOf({ treatment, treatments: [row], ...risk }: RiskRow, today: string): RiskOut['treatment'] {
  const until = risk.acceptedUntil && localFromDate(risk.acceptedUntil)
  return {
    kind: treatment,
    reason: row?.reason ?? '',
    until,
    lapsed: isLapsed({ acceptedUntil: until, today }),
    approver: row?.approver ?? null,
    at: row?.at.toISOString() ?? null,
  }
}
