import type { Work } from '#lib/context.ts'
import { dateFromLocal, localFromDate } from '#lib/time.ts'
import type { Severity } from '#prisma/client/enums.ts'
import type { Holidays } from './deadlines.ts'
import { needsSentence, type Rule, ruleFor, type Side, severityNames, shippedRules } from './model.ts'
import type { HolidayOut, RuleOut } from './schema.ts'

/** Five severities for everybody and for each of two hundred teams. */
const RULES_MAX = 1_000
/** Ten years of a country's holidays, for a handful of teams. */
const HOLIDAYS_MAX = 2_000

const teamName = { select: { id: true, slug: true, name: true } } as const

export type Rulebook = {
  rule: (severity: Severity | null, teamId: string) => Rule
  holidays: (teamId: string) => Holidays
}

/** The rules and holidays as they stand, asked once for however many records. */
export async function readRulebook({ db }: Pick<Work, 'db'>): Promise<Rulebook> {
  const [stored, days] = await Promise.all([
    db.reviewRule.findMany({ include: { team: teamName }, take: RULES_MAX }),
    db.holiday.findMany({ take: HOLIDAYS_MAX }),
  ])
  const rules = stored.map(({ fromEach, team, ...rule }) => ({
    ...rule,
    fromEach: fromEach as Side[],
    team: team?.name ?? null,
  }))
  const ofTeams = new Map<string, Holidays>()
  return {
    rule: (severity, teamId) => ruleFor(rules, severity, teamId),
    holidays: (teamId) => {
      const known = ofTeams.get(teamId)
      if (known) return known
      const theirs = days.filter((day) => day.teamId === null || day.teamId === teamId)
      const found = new Set(theirs.map(({ on }) => localFromDate(on)))
      ofTeams.set(teamId, found)
      return found
    },
  }
}

/** One for each severity, and after it those of single teams. */
export async function listRules({ db }: Work): Promise<RuleOut[]> {
  const stored = await db.reviewRule.findMany({ include: { team: teamName }, take: RULES_MAX })
  return (Object.keys(severityNames) as Severity[]).flatMap((severity) => {
    const own = stored.filter((rule) => rule.severity === severity)
    const everybodys = own.find(({ teamId }) => teamId === null)
    const teams = own.filter(({ teamId }) => teamId !== null)
    return [
      present({ ...(everybodys ?? shippedRules[severity]), severity, team: null }, everybodys !== undefined),
      ...teams
        .sort((a, b) => (a.team?.name ?? '').localeCompare(b.team?.name ?? '', 'en'))
        .map((rule) => present(rule, true)),
    ]
  })
}

type Presented = Omit<Rule, 'fromEach' | 'severity' | 'team'> & {
  severity: Severity
  fromEach: string[]
  team: { slug: string; name: string } | null
}

export function present(rule: Presented, edited: boolean): RuleOut {
  const { severity, approvals, draftDays, publishDays, businessDays } = rule
  const fromEach = rule.fromEach as Side[]
  const team = rule.team && { slug: rule.team.slug, name: rule.team.name }
  const says = needsSentence({ ...rule, fromEach, team: team?.name ?? null })
  return { severity, team, edited, approvals, fromEach, draftDays, publishDays, businessDays, says }
}

/** From today's on; last year's are kept, since what was due then stays as it was. */
export async function listHolidays({ db, now }: Work): Promise<HolidayOut[]> {
  const rows = await db.holiday.findMany({
    where: { on: { gte: dateFromLocal(localFromDate(now)) } },
    include: { team: teamName },
    orderBy: [{ on: 'asc' }, { id: 'asc' }],
    take: 200,
  })
  return rows.map(presentHoliday)
}

type HolidayRow = { id: string; on: Date; name: string; team: { slug: string; name: string } | null }

export const presentHoliday = ({ id, on, name, team }: HolidayRow): HolidayOut => ({
  id,
  on: localFromDate(on),
  name,
  team: team && { slug: team.slug, name: team.name },
})
