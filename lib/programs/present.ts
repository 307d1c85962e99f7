import { localFromDate } from '#lib/time.ts'
import type { Prisma } from '#prisma/client/client.ts'
import type { ProgramOut } from './schema.ts'

export const someone = { select: { id: true, name: true } } as const
const named = { select: { slug: true, name: true } } as const

export const whole = {
  sponsor: someone,
  lead: someone,
  teams: { include: { team: named, contact: someone }, orderBy: { team: { name: 'asc' } } },
  services: { include: { service: named }, orderBy: { service: { name: 'asc' } } },
} as const satisfies Prisma.ProgramInclude

type Row = Prisma.ProgramGetPayload<{ include: typeof whole }>

export function presentProgram(row: Row): ProgramOut {
  const { number, key, name, kind, state, objective, why, sponsor, lead, scopeIn, scopeOut, exitCriteria } = row
  const { cadence, zone, version } = row
  return {
    number,
    key,
    name,
    kind,
    state,
    objective,
    why,
    sponsor,
    lead,
    scopeIn,
    scopeOut,
    exitCriteria,
    cadence,
    zone,
    version,
    startOn: localFromDate(row.startOn),
    endOn: localFromDate(row.endOn),
    createdAt: row.createdAt.toISOString(),
    teams: row.teams.map(({ team, contact }) => ({ ...team, contact })),
    services: row.services.map(({ service }) => service),
  }
}
