import type { Role, Severity } from '#prisma/client/enums.ts'

/**
 * A rule of review says, for postmortems of one severity, how many approvals they need, from which sides at least one of
 * them comes, and in how many days they are drafted and published. It is data that administrators edit, for everybody or
 * for one team; what nobody edited is what the release ships. A review keeps the rule it was asked under.
 */
export const sides = {
  owning_team: 'somebody in the owning team other than its lead',
  outside: 'somebody outside the owning team, or a program manager',
  program_manager: 'a program manager',
} as const
export type Side = keyof typeof sides
export const sideNames = Object.keys(sides) as Side[]

export const severityNames = { sev1: 'SEV1', sev2: 'SEV2', sev3: 'SEV3', sev4: 'SEV4', near_miss: 'near miss' } as const

export type Terms = {
  approvals: number
  fromEach: Side[]
  draftDays: number
  publishDays: number
  businessDays: boolean
}
export type Rule = Terms & { severity: Severity | null; team: string | null }

/** PagerDuty gives 3 days for a SEV1 and 5 business days for a SEV2; the others follow from these. */
export const shippedRules: Record<Severity, Terms> = {
  sev1: { approvals: 2, fromEach: ['outside'], draftDays: 3, publishDays: 7, businessDays: false },
  sev2: { approvals: 1, fromEach: ['owning_team'], draftDays: 5, publishDays: 10, businessDays: true },
  sev3: { approvals: 1, fromEach: [], draftDays: 10, publishDays: 20, businessDays: true },
  sev4: { approvals: 1, fromEach: [], draftDays: 10, publishDays: 20, businessDays: true },
  near_miss: { approvals: 1, fromEach: [], draftDays: 10, publishDays: 20, businessDays: true },
}

/** A drill or a study has no incident to count from, and one colleague who read it. */
export const withoutIncident: Rule = { ...shippedRules.sev4, severity: null, team: null }

type Stored = Terms & { severity: Severity; teamId: string | null; team: string | null }

/** The team's own rule, or everybody's, or the one the release ships. */
export function ruleFor(stored: readonly Stored[], severity: Severity | null, teamId: string): Rule {
  if (severity === null) return withoutIncident
  const own = stored.find((rule) => rule.severity === severity && rule.teamId === teamId)
  const found = own ?? stored.find((rule) => rule.severity === severity && rule.teamId === null)
  return found ? termsOf(found) : { ...shippedRules[severity], severity, team: null }
}

const termsOf = ({ approvals, fromEach, draftDays, publishDays, businessDays, severity, team }: Stored): Rule => ({
  approvals,
  fromEach,
  draftDays,
  publishDays,
  businessDays,
  severity,
  team,
})

/** Which sides somebody speaks for when they sign. */
export function sidesOf({ role, teamIds }: { role: Role; teamIds: readonly string[] }, teamId: string): Side[] {
  const manages = role === 'program_manager'
  const inside = teamIds.includes(teamId)
  return sideNames.filter(
    (side) =>
      (side === 'owning_team' && inside && !manages) ||
      (side === 'outside' && (!inside || manages)) ||
      (side === 'program_manager' && manages),
  )
}

/** "2 approvals, at least one from a program manager, because it is a SEV1." */
export function needsSentence({ approvals, fromEach, severity, team }: Rule): string {
  if (approvals === 0) return `No approval is needed${because(severity, team)}.`
  const count = approvals === 1 ? 'One approval' : `${approvals} approvals`
  const from = fromEach.map((side) => sides[side]).join(' and at least one from ')
  const whose = from === '' ? '' : approvals === 1 ? ` from ${from}` : `, at least one from ${from}`
  return `${count}${whose}${because(severity, team)}.`
}

function because(severity: Severity | null, team: string | null): string {
  if (severity === null) return ', because no incident gives it a severity'
  return `, because it is a ${severityNames[severity]}${team ? ` of ${team}` : ''}`
}

/** What those asked cannot give, however they decide; null when they can. */
export function unmetBy({ approvals, fromEach }: Terms, reviewers: readonly (readonly Side[])[]): string | null {
  const side = fromEach.find((needed) => !reviewers.some((speaksFor) => speaksFor.includes(needed)))
  if (side) return `Also ask ${sides[side]}.`
  if (reviewers.length < approvals) return `Ask at least ${approvals} people.`
  return null
}
