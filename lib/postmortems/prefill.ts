import { spanBetween, spans } from '#lib/incidents/metrics.ts'
import { defenceOutcomes, detectionMethods, factorRoles, labelOf, triggerKinds } from '#lib/incidents/vocabulary.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import type { Similar } from '#lib/similar/queries.ts'
import type { Preparation } from '#lib/templates/fact-fields.ts'
import { formatDay, formatDuration, formatInstant } from '#lib/time.ts'
import type { Known } from './known.ts'
import { unknown } from './marks.ts'
import { detectedAfter, endings, impact, summary } from './prefill-summary.ts'
import { bullets, entriesOf, plain } from './prefill-words.ts'
import type { PreventingItem } from './suggestions.ts'

export type Prepared = {
  known: Known
  similar: readonly Similar[]
  preventing: readonly PreventingItem[]
}

/**
 * The first words of a section, from facts alone. Nothing is guessed: what facts do not say is asked, in a mark that
 * stands in the text until somebody answers it.
 */
export const prepare = (preparation: Preparation, given: Prepared): string => preparers[preparation](given)

const preparers: Record<Preparation, (given: Prepared) => string> = {
  summary,
  impact,
  timeline,
  trigger,
  factors,
  defences,
  detection,
  mitigation,
  related,
  preventable,
}

/** Responders wait longer than this for something only when nothing is written down. */
const GAP_MINUTES = 15
const MINUTE = 60_000

function timeline({ known: { timeline, zone, number } }: Prepared): string {
  const [first, last] = [timeline[0], timeline.at(-1)]
  if (!first || !last) return unknown('what happened, in order of time?')
  const gaps = timeline.slice(1).flatMap((entry, index) => {
    const before = timeline[index]?.at ?? entry.at
    const length = entry.at.getTime() - before.getTime()
    return length > GAP_MINUTES * MINUTE ? [{ before, length }] : []
  })
  const longest = gaps.sort((a, b) => b.length - a.length)[0]
  const entries = timeline.length === 1 ? 'One entry stands' : `${timeline.length} entries stand`
  return [
    `${entries} in the [timeline of INC-${number}](/incidents/${number}#timeline), from ${formatInstant(first.at, zone)} to ${formatInstant(last.at, zone)}.`,
    ...(longest
      ? [
          `Its longest gap is ${formatDuration(longest.length)}, after ${formatInstant(longest.before, zone)}: ${unknown('what happened in between?')}`,
        ]
      : []),
  ].join(' ')
}

function trigger({ known }: Prepared): string {
  const { triggerKind, triggerReference } = known
  const told = entriesOf(known, 'trigger')
  const named =
    triggerKind && triggerKind !== 'unknown'
      ? [`${labelOf(triggerKinds, triggerKind)}${triggerReference ? ` (${plain(triggerReference)})` : ''}.`]
      : []
  if (triggerKind === 'unknown') return 'It was looked for and not found.'
  const dormancy = spanBetween(known.milestones, spans.dormancy)
  const parts = [
    ...named,
    ...told,
    ...(dormancy.known && dormancy.milliseconds > MINUTE
      ? [`The fault had been there for ${formatDuration(dormancy.milliseconds)} before.`]
      : []),
  ]
  return named.length + told.length > 0
    ? parts.join(' ')
    : [unknown('which event turned the weakness into impact?'), ...parts].join(' ')
}

function factors({ known: { factors, mechanisms } }: Prepared): string {
  if (factors.length > 0)
    return bullets(
      factors.map(({ mechanism, role, text, evidence }) =>
        [
          `**${findMechanism(mechanism)?.name ?? mechanism}** (${labelOf(factorRoles, role).toLowerCase()}):`,
          text ? plain(text) : unknown('what exactly was the condition?'),
          evidence ? `Evidence: ${plain(evidence)}` : unknown('what shows it?'),
        ].join(' '),
      ),
    )
  if (mechanisms.length > 0)
    return bullets(
      mechanisms.map(
        (code) =>
          `**${findMechanism(code)?.name ?? code}**: ${unknown('what exactly was the condition, how long had it been true, and what shows it?')}`,
      ),
    )
  return unknown('which conditions had to be true together?')
}

function defences({ known: { defences } }: Prepared): string {
  return defences.length > 0
    ? bullets(
        defences.map(
          ({ name, outcome, text }) =>
            `**${plain(name)}**: ${labelOf(defenceOutcomes, outcome).toLowerCase()}.${text ? ` ${plain(text)}` : ''}`,
        ),
      )
    : unknown('which tests, alerts, limits or spare capacity were meant to stop this, and what did each do?')
}

function detection({ known }: Prepared): string {
  const { detectionMethod, detectionSource, reportedByCustomer } = known
  const how = detectionMethod
    ? `${labelOf(detectionMethods, detectionMethod)}${detectionSource ? `: ${plain(detectionSource)}` : ''}.`
    : (entriesOf(known, 'detection')[0] ?? unknown('how did we first know?'))
  const customer = reportedByCustomer ? [' A customer told us.'] : []
  return [how, ...customer.map((text) => text.trim()), detectedAfter(known)].join(' ')
}

function mitigation({ known }: Prepared): string {
  const endingTexts = endings(known)
  return endingTexts.length > 0 ? bullets(endingTexts) : unknown('what ended the impact, and what was tried before?')
}

function related({ similar }: Prepared): string {
  return similar.length > 0
    ? `Earlier incidents like this one:\n\n${bullets(
        similar.map(
          ({ number, title, occurredAt, because }) =>
            `[INC-${number} ${plain(title)}](/incidents/${number}), ${formatDay(occurredAt, 'UTC')}. ${because.map(plain).join('; ')}.`,
        ),
      )}`
    : ''
}

/** Begins the list of promises that were open: a question, so it answers nothing by itself. */
export const PREVENTING =
  'Open when this began, and about the same mechanism or service. Would one of them have prevented it?'

function preventable({ preventing }: Prepared): string {
  return preventing.length > 0
    ? `${PREVENTING}\n\n${bullets(
        preventing.map(
          ({ number, title, createdAt, because }) =>
            `[AI-${number} ${plain(title)}](/action-items/${number}), promised on ${formatDay(createdAt, 'UTC')}. ${because.map(plain).join('; ')}.`,
        ),
      )}`
    : ''
}
