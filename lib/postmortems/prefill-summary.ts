import { impactDuration, spanBetween, spans } from '#lib/incidents/metrics.ts'
import {
  certainties,
  detectionMethods,
  labelOf,
  measures,
  mitigationMethods,
  mitigationResults,
} from '#lib/incidents/vocabulary.ts'
import { formatDuration, formatInstant } from '#lib/time.ts'
import type { Known } from './known.ts'
import { unknown } from './marks.ts'
import { bullets, entriesOf, lowered, plain, sequence, share } from './prefill-words.ts'

type About = { known: Known }

export function summary({ known }: About): string {
  if (known.kind === 'near_miss' || known.severity === 'near_miss')
    return `${services(known)}: nothing broke for users. ${unknown('what nearly happened, and what stopped it?')}`
  const symptom = known.windows.find((window) => window.symptom)?.symptom
  const did = symptom ? plain(lowered(symptom)) : unknown('what did users notice?')
  return [
    `${period(known)}, ${services(known)}: ${did}.`,
    reach(known),
    detectedAfter(known),
    known.mitigations.length > 0 || entriesOf(known, 'mitigation').length > 0
      ? `What ended it: ${endings(known).join('; ')}.`
      : unknown('what ended the impact?'),
  ].join(' ')
}

function period({ milestones, zone, impactStartBasis }: Known): string {
  const { impactStarted, mitigated } = milestones
  const span = spanBetween(milestones, spans.timeToMitigate)
  const assumed = impactStartBasis === 'assumed' ? ' (assumed, not measured)' : ''
  const from = impactStarted ? `${formatInstant(impactStarted, zone)}${assumed}` : unknown('when did impact start?')
  const to = mitigated ? formatInstant(mitigated, zone) : unknown('when were users back to normal?')
  return `From ${from} to ${to}${span.known ? ` (${formatDuration(span.milliseconds)})` : ''}`
}

function services({ services }: Known): string {
  const named = services.filter(({ role }) => role !== 'mitigator').map(({ service }) => `**${plain(service.name)}**`)
  return named.length > 0 ? sequence(named) : unknown('which service was affected?')
}

function reach({ windows, numbers }: Known): string {
  const [widest] = windows
    .filter(({ trafficShare }) => trafficShare !== null)
    .sort((a, b) => (b.trafficShare ?? 0) - (a.trafficShare ?? 0))
  if (widest) {
    const failing = widest.failingShare === null ? '' : `, of which ${share(widest.failingShare)} failed`
    return `At its widest it reached ${share(widest.trafficShare ?? 0)} of traffic${failing}.`
  }
  const [first] = numbers
  return first ? `${figure(first)}.` : unknown('how many users or requests were affected?')
}

export function detectedAfter({ milestones, detectionMethod }: Known): string {
  const span = spanBetween(milestones, spans.timeToDetect)
  const how = detectionMethod ? ` (${labelOf(detectionMethods, detectionMethod).toLowerCase()})` : ''
  if (!span.known) return milestones.detected ? `It was detected${how}.` : unknown('when and how was it detected?')
  return span.early
    ? `It was detected ${formatDuration(Math.abs(span.milliseconds))} before users were affected${how}.`
    : `It was detected after ${formatDuration(span.milliseconds)}${how}.`
}

export function impact({ known }: About): string {
  const { windows, numbers, zone } = known
  if (windows.length === 0 && numbers.length === 0)
    return unknown('from when until when was it worse, for whom, and by how much?')
  const total = impactDuration(windows)
  const rows = windows.map(({ startedAt, endedAt, scope, trafficShare, failingShare }) =>
    [
      formatInstant(startedAt, zone),
      endedAt ? formatInstant(endedAt, zone) : unknown('when did it end?'),
      plain(scope),
      trafficShare === null ? '–' : share(trafficShare),
      failingShare === null ? '–' : share(failingShare),
    ].join(' | '),
  )
  return [
    ...(total === null ? [] : [`Somebody was affected for ${formatDuration(total)} in all.`]),
    ...(rows.length > 0
      ? [
          `| From | To | Scope | Share of traffic | Of it failing |\n| --- | --- | --- | --- | --- |\n${rows.map((row) => `| ${row} |`).join('\n')}`,
        ]
      : []),
    ...(numbers.length > 0 ? [bullets(numbers.map(figure))] : []),
  ].join('\n\n')
}

function figure({ measure, value, unit, method, certainty }: Known['numbers'][number]): string {
  const how = [labelOf(certainties, certainty).toLowerCase(), method && plain(method)].filter(Boolean).join(': ')
  return `${labelOf(measures, measure)}: ${value.toLocaleString('en')}${unit ? ` ${plain(unit)}` : ''} (${how})`
}

export const endings = (known: Known): string[] =>
  known.mitigations.length > 0
    ? known.mitigations.map(
        ({ method, result, text }) =>
          `${labelOf(mitigationMethods, method)} (${labelOf(mitigationResults, result).toLowerCase()})${text ? `: ${plain(text)}` : ''}`,
      )
    : entriesOf(known, 'mitigation').map((text) => text.replace(/\.$/, ''))
