import { daysBetween, offPath } from './glide.ts'
import type { HealthFacts, Part } from './health.ts'

const green = (why: string): Part => ({ colour: 'green', why })
const amber = (why: string): Part => ({ colour: 'amber', why })
const red = (why: string): Part => ({ colour: 'red', why })
const percent = (share: number) => `${Math.round(share * 100)} %`
const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)

/** A milestone counts when it is done and not before: what is nearly done has a way of staying so. */
export function scheduleOf({ today, milestones }: Pick<HealthFacts, 'today' | 'milestones'>): Part {
  const sum = (those: typeof milestones) => those.reduce((total, { weight }) => total + weight, 0)
  const planned = sum(milestones.filter(({ dueOn }) => dueOn < today))
  const earned = sum(milestones.filter((one) => one.percent === 100))
  const share = planned === 0 ? 1 : earned / planned
  const open = milestones.filter((one) => one.percent < 100).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  const late = open.find(({ dueOn }) => daysBetween(dueOn, today) > 14)
  if (late) return red(`“${late.title}” is ${days(daysBetween(late.dueOn, today))} late.`)
  const told = `${percent(share)} of the planned weight is done.`
  if (share < 0.8) return red(told)
  if (share < 0.95) return amber(told)
  const next = open.find(({ dueOn }) => dueOn >= today)
  const left = next ? daysBetween(today, next.dueOn) : Number.POSITIVE_INFINITY
  if (next && left <= 14 && next.percent < 50)
    return amber(`“${next.title}” is due in ${days(left)} and ${next.percent} % done.`)
  return green(milestones.length === 0 ? 'There are no milestones.' : told)
}

/** Up to 5 % behind is the noise of measuring. */
export function kpisOf({ today, kpis }: Pick<HealthFacts, 'today' | 'kpis'>): Part {
  const begun = kpis.filter(({ startOn }) => startOn <= today)
  const silent = begun.find(({ last, startOn, cycleDays }) => daysBetween(last?.on ?? startOn, today) > 2 * cycleDays)
  if (silent) return red(`“${silent.name}” was not measured for two cycles.`)
  const behind = begun.flatMap((kpi) => (kpi.last ? [{ name: kpi.name, off: offPath(kpi, kpi.last) }] : []))
  const worst = behind.sort((a, b) => b.off - a.off)[0]
  if (!worst) return green(kpis.length === 0 ? 'There are no KPIs.' : 'The first measurements are not due yet.')
  const told = `“${worst.name}” is ${percent(worst.off)} of its way behind the glide path.`
  if (worst.off > 0.15) return red(told)
  if (worst.off >= 0.05) return amber(told)
  return green('Every KPI is on its glide path or better.')
}

export function actionsOf({ items }: Pick<HealthFacts, 'items'>): Part {
  const late = items.filter(({ priority, lateDays }) => (priority === 'p0' || priority === 'p1') && lateDays > 0)
  const longest = Math.max(0, ...late.map(({ lateDays }) => lateDays))
  if (late.length === 0) return green('No P0 or P1 is overdue.')
  const told = `${late.length === 1 ? 'One P0 or P1 is' : `${late.length} P0 or P1 items are`} overdue, the longest by ${days(longest)}.`
  return late.length >= 3 || longest > 14 ? red(told) : amber(told)
}

export function riskOf({ today, risks }: Pick<HealthFacts, 'today' | 'risks'>): Part {
  const grave = risks.filter(({ likelihood, effect }) => likelihood === 'high' && effect === 'high')
  const [first] = grave
  if (!first) return green('No risk is both likely and grave.')
  if (grave.length > 1) return red(`${grave.length} risks are both likely and grave.`)
  if (!first.mitigation || !first.mitigationOn) return red(`“${first.title}” has no mitigation with a date.`)
  if (first.mitigationOn < today) return red(`The mitigation of “${first.title}” was due on ${first.mitigationOn}.`)
  return amber(`“${first.title}” is likely and grave; its mitigation is due on ${first.mitigationOn}.`)
}

/** Near misses are good news, and a SEV4 moves no colour. */
export function outcomeOf({ incidents }: Pick<HealthFacts, 'incidents'>): Part {
  const count = (severity: string) => incidents.filter((one) => one.severity === severity).length
  const [sev1, sev2, sev3] = [count('sev1'), count('sev2'), count('sev3')]
  const told = `Since it began: ${sev1} SEV1, ${sev2} SEV2, ${sev3} SEV3 of the mechanisms it watches.`
  if (sev1 > 0 || sev2 >= 2) return red(told)
  if (sev2 + sev3 > 0) return amber(told)
  return green('No incident of the mechanisms it watches since it began.')
}

/** A figure nobody has looked at lately says little, whatever its colour. */
export function dataOf({ today, kpis, reportedOn, reportDays }: HealthFacts): Part {
  const due = [
    { what: 'The report', on: reportedOn, cycle: reportDays },
    ...kpis
      .filter(({ startOn }) => startOn <= today)
      .map(({ name, last, startOn, cycleDays }) => ({ what: `“${name}”`, on: last?.on ?? startOn, cycle: cycleDays })),
  ].map(({ what, on, cycle }) => ({ what, late: daysBetween(on, today) - cycle, cycle }))
  const longest = due.sort((a, b) => b.late / b.cycle - a.late / a.cycle)[0]
  if (!longest || longest.late <= 0) return green('The report and the KPIs are fresh.')
  const told = `${longest.what} is ${days(longest.late)} late.`
  return longest.late > longest.cycle ? red(told) : amber(told)
}
