import type { Health } from './health.ts'
import { dimensions } from './health.ts'
import type { MeasuresOut } from './measures.ts'
import { colours } from './vocabulary.ts'

export type ReportFacts = {
  objective: string
  from: string
  until: string
  health: Health | null
  before: { on: string; colour: keyof typeof colours | null }[]
  measures: Pick<MeasuresOut, 'milestones' | 'kpis'>
  /** Action items open to the whole company. */
  items: { open: number; late: number; accepted: number; done: number }
  incidents: { number: number; severity: string }[]
  decisions: { text: string }[]
  updates: { team: string; weekOf: string; done: string; blocked: string; ask: string }[]
}

/** What the data says of a period, as Markdown: a report begins with it, and its writer adds only how they judge it. */
export function draftReport(facts: ReportFacts): string {
  return [
    `${facts.from} to ${facts.until}. Objective: ${facts.objective}`,
    section('Health', healthLines(facts)),
    section('Milestones', milestoneLines(facts)),
    section('KPIs', kpiLines(facts)),
    section('Action items', [
      `${facts.items.open} open, ${facts.items.late} of them late.`,
      `In this period ${facts.items.accepted} accepted and ${facts.items.done} verified.`,
    ]),
    section('Incidents of the watched mechanisms', incidentLines(facts)),
    section(
      'Decisions',
      facts.decisions.map(({ text }) => text),
    ),
    section('What teams said', facts.updates.flatMap(updateLines)),
  ].join('\n\n')
}

const section = (title: string, lines: readonly string[]) =>
  `### ${title}\n\n${lines.length > 0 ? lines.map((line) => `- ${line}`).join('\n') : 'Nothing in this period.'}`

function healthLines({ health, before }: ReportFacts): string[] {
  if (!health) return ['The program does not run, so no health is computed.']
  const told = before.flatMap(({ on, colour }) => (colour ? [`${on} ${colours[colour].toLowerCase()}`] : []))
  return [
    `${colours[health.colour]} at the end of the period.`,
    ...(told.length > 0 ? [`The weeks before: ${told.join(', ')}.`] : []),
    ...dimensions.flatMap((dimension) => {
      const { colour, why } = health.parts[dimension]
      return colour === 'green' ? [] : [`${titles[dimension]}: ${colours[colour].toLowerCase()}. ${why}`]
    }),
  ]
}

const titles = {
  schedule: 'Schedule',
  kpis: 'KPIs',
  actions: 'Actions',
  risk: 'Risk',
  outcome: 'Outcome',
  data: 'Data',
} as const

function milestoneLines({ measures, from, until }: ReportFacts): string[] {
  const kept = measures.milestones.filter(({ dropped }) => !dropped)
  const done = kept.filter(({ doneOn }) => doneOn && doneOn >= from && doneOn <= until)
  const open = kept.filter(({ percent }) => percent < 100)
  const moved = kept.flatMap(({ title, moves }) =>
    moves
      .filter(({ at }) => at.slice(0, 10) >= from && at.slice(0, 10) <= until)
      .map(({ dueOn, reason }) => `“${title}” moved to ${dueOn}: ${reason}`),
  )
  return [
    ...done.map(({ title, doneOn }) => `Done on ${doneOn}: “${title}”.`),
    ...open
      .filter(({ late }) => late)
      .map(({ title, dueOn, percent }) => `Late since ${dueOn}: “${title}”, ${percent} % done.`),
    ...open
      .filter(({ late }) => !late)
      .slice(0, 3)
      .map(({ title, dueOn, percent }) => `Next on ${dueOn}: “${title}”, ${percent} % done.`),
    ...moved,
  ]
}

function kpiLines({ measures }: ReportFacts): string[] {
  return measures.kpis
    .filter(({ ended }) => !ended)
    .map(({ name, unit, points, expected, off, target }) => {
      const last = points.at(-1)
      if (!last) return `${name}: not measured yet.`
      const value = `${last.value}${unit ? ` ${unit}` : ''} on ${last.on}`
      const place =
        off !== null && off > 0.05 ? `${Math.round(off * 100)} % of its way behind` : 'on its glide path or better'
      return `${name}: ${value}, ${place} (${round(expected)} expected, target ${target}).`
    })
}

const round = (value: number | null) => (value === null ? 'nothing' : String(Math.round(value * 100) / 100))

function incidentLines({ incidents }: ReportFacts): string[] {
  return incidents.map(({ number, severity }) => `INC-${number}, ${severity.replace('sev', 'SEV').replace('_', ' ')}.`)
}

function updateLines({ team, weekOf, done, blocked, ask }: ReportFacts['updates'][number]): string[] {
  const said = [done && `done: ${done}`, blocked && `blocked: ${blocked}`, ask && `asks: ${ask}`].filter(Boolean)
  return said.length > 0 ? [`${team}, week of ${weekOf}: ${said.join('; ')}`] : []
}
