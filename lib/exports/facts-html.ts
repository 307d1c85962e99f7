import { itemStates } from '#lib/action-items/vocabulary.ts'
import { type SpanName, spanOf, spans } from '#lib/incidents/metrics.ts'
import {
  kinds,
  type Milestone,
  type Milestones,
  milestoneNames,
  milestones,
  serviceRoles,
  severities,
} from '#lib/incidents/model.ts'
import { phaseNames, phasesOf } from '#lib/incidents/phases.ts'
import { defenceOutcomes, factorRoles, mitigationMethods, mitigationResults } from '#lib/incidents/vocabulary.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { formatDate, formatDuration, formatInstant } from '#lib/time.ts'
import { entryKinds } from '#lib/timeline/model.ts'
import { escaped } from './hast-html.ts'
import type { EarlierItems, ExportedItem, Facts } from './schema.ts'

/** The block a reader sees first: what it was, for whom, from when until when. */
export function coverHtml(facts: Facts): string {
  const points = pointsOf(facts)
  const services = facts.services.map(({ name, role }) => `${name} (${label(serviceRoles, role).toLowerCase()})`)
  const rows = [
    ['Severity', label(severities, facts.severity)],
    ['Kind', label(kinds, facts.kind)],
    ['Services', services.join(', ')],
    ['Mechanisms', facts.mechanisms.map((code) => findMechanism(code)?.name ?? code).join(', ')],
    ...milestoneNames.flatMap((name) => {
      const at = points[name]
      return at ? [[milestones[name].label, formatInstant(at, facts.zone)]] : []
    }),
    ...figures.map((name) => [spans[name].label, spanText(name, facts)]),
  ]
  const known = rows.filter(([, value]) => value)
  return `<dl class="facts">${known.map(([term, value]) => `<div><dt>${escaped(term ?? '')}</dt><dd>${escaped(value ?? '')}</dd></div>`).join('')}</dl>${phasesHtml(points)}`
}

const figures: SpanName[] = ['timeToDetect', 'timeToMitigate', 'timeToResolve']

function spanText(name: SpanName, facts: Facts): string {
  const { impactStartBasis } = facts
  const figure = spanOf(name, { milestones: pointsOf(facts), impactStartBasis })
  return figure.known ? formatDuration(figure.milliseconds) : `Unknown: ${figure.because}`
}

const pointsOf = ({ milestones }: Facts): Milestones =>
  Object.fromEntries(Object.entries(milestones).map(([name, at]) => [name, at === null ? null : new Date(at)]))

/** The phases to scale, each named below it: a picture whose words do not depend on its colours. */
function phasesHtml(points: Partial<Record<Milestone, Date | null>>): string {
  const phases = phasesOf(points)
  if (phases.length === 0) return ''
  const total = phases.reduce((sum, { start, end }) => sum + (end.getTime() - start.getTime()), 0)
  let left = 0
  const bars = phases.map(({ name, start, end }) => {
    // Shorter than this could not be seen.
    const width = Math.max(0.6, ((end.getTime() - start.getTime()) / total) * 100)
    const bar = `<rect x="${left.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="6" class="phase-${name}"/>`
    left += width
    return bar
  })
  const names = phases.map(
    ({ name, start, end }) =>
      `<li class="phase-${name}">${phaseNames[name]}: ${formatDuration(end.getTime() - start.getTime())}</li>`,
  )
  return `<figure class="phases"><svg viewBox="0 0 ${left.toFixed(2)} 6" preserveAspectRatio="none" role="img" aria-label="Phases of the incident">${bars.join('')}</svg><ol>${names.join('')}</ol></figure>`
}

/** What the facts tell in lists, after the text. */
export function factTables(facts: Facts): string {
  const share = (part: number | null) => (part === null ? '' : `${Number((part * 100).toPrecision(3))} %`)
  return [
    table(
      'Impact windows',
      ['From', 'Until', 'Scope', 'Traffic', 'Failing', 'Symptom'],
      facts.windows.map((window) => [
        formatInstant(new Date(window.startedAt), facts.zone),
        window.endedAt ? formatInstant(new Date(window.endedAt), facts.zone) : 'Still open',
        ...[window.scope, share(window.trafficShare), share(window.failingShare), window.symptom],
      ]),
    ),
    table(
      'Contributing factors',
      ['Mechanism', 'Part', 'What was true'],
      facts.factors.map(({ mechanism, role, text }) => [
        findMechanism(mechanism)?.name ?? mechanism,
        label(factorRoles, role),
        text,
      ]),
    ),
    table(
      'Defences',
      ['Defence', 'What it did', 'Why'],
      facts.defences.map(({ name, outcome, text }) => [name, label(defenceOutcomes, outcome), text]),
    ),
    table(
      'Mitigations',
      ['When', 'What was done', 'Effect', 'More'],
      facts.mitigations.map(({ at, method, result, text }) => [
        at ? formatInstant(new Date(at), facts.zone) : '',
        ...[label(mitigationMethods, method), label(mitigationResults, result), text],
      ]),
    ),
  ].join('')
}

export const timelineHtml = (facts: Facts): string =>
  table(
    'Timeline',
    ['Time', 'Kind', 'What happened'],
    facts.timeline.map(({ at, kind, text, zone }) => [
      formatInstant(new Date(at), zone),
      label(entryKinds, kind),
      text,
    ]),
  )

export const itemsHtml = (items: readonly ExportedItem[]): string =>
  table(
    'Action items',
    ['Action item', 'Done when', 'Priority', 'Team', 'Due', 'State'],
    items.map((item) => [
      ...[item.title, item.doneWhen, item.priority.toUpperCase(), item.team.name, formatDate(item.dueOn)],
      item.closure ? (item.closure.outcome === 'done' ? 'Done' : 'Dropped') : 'Open',
    ]),
  )

/** Those of the same mechanism and service, as they stood when it began. */
export const earlierHtml = (items: EarlierItems = []): string =>
  table(
    'Earlier action items, as they stood when it began',
    ['Action item', 'Mechanism', 'State', 'Due'],
    items.map(({ title, mechanism, commitment, progress, overdue, dueOn, verifiedAt }) => [
      ...[title, (mechanism && findMechanism(mechanism)?.name) ?? mechanism ?? ''],
      itemStates[commitment === 'accepted' ? progress : commitment],
      verifiedAt
        ? `Verified on ${formatDate(verifiedAt.slice(0, 10))}`
        : `${formatDate(dueOn)}${overdue ? ', overdue' : ''}`,
    ]),
  )

/** Nothing where there are no rows; columns nobody filled are left out. */
export function table(heading: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const used = columns.map((_, index) => rows.some((row) => row[index]?.trim()))
  const cells = (row: readonly string[], tag: 'td' | 'th') =>
    row
      .flatMap((cell, index) =>
        used[index] ? [`<${tag}${isTime(cell) ? ' class="when"' : ''}>${escaped(cell)}</${tag}>`] : [],
      )
      .join('')
  const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')
  return `<section class="list"><h2>${escaped(heading)}</h2><table><thead><tr>${cells(columns, 'th')}</tr></thead><tbody>${body}</tbody></table></section>`
}

/** A time broken over two lines is two things to read. */
const isTime = (cell: string) => /^\d{1,2} \w{3} \d{4}, \d|^\d{4}-\d{2}-\d{2}$/.test(cell)

const label = (words: Record<string, string>, value: string) =>
  Object.hasOwn(words, value) ? (words[value] ?? value) : value
