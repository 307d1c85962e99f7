import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { headroom, type LoadFigures, safeCapacity, worstMargin } from '#lib/exercises/capacity.ts'
import type { ExerciseOut, ResultOut } from '#lib/exercises/schema.ts'
import { detections, outcomes, responses } from '#lib/exercises/vocabulary.ts'
import { formatDuration } from '#lib/time.ts'

/** What came of it, beside what was aimed at. */
export function Result({ exercise, result }: { exercise: ExerciseOut; result: ResultOut }) {
  const t = useTranslations('exercises.result')
  const { load } = result
  const rows: [Parameters<typeof t>[0], ReactNode][] = [
    ['outcome', outcomes[result.outcome]],
    ['summary', result.summary],
    ['radius', result.radius],
    [
      'detection',
      [
        detections[result.detection],
        result.detectedMinutes !== null && t('after', { time: span(result.detectedMinutes) }),
        result.detectionNote,
      ]
        .filter(Boolean)
        .join('. '),
    ],
    ['response', [responses[result.response], result.responseNote].filter(Boolean).join('. ')],
    ['rto', measured(t, result.rtoMinutes, exercise.rtoMinutes)],
    ['rpo', measured(t, result.rpoMinutes, exercise.rpoMinutes)],
    [
      'restore',
      result.restoreVerified !== null &&
        [t(result.restoreVerified ? 'restored' : 'notRestored'), result.restoreNote].filter(Boolean).join('. '),
    ],
    ...(load ? loadRows(t, load) : []),
  ]
  return (
    <DescriptionList
      facts={rows.flatMap(([key, value]) =>
        value ? [{ label: t(key), value: <div className="whitespace-pre-line">{value}</div> }] : [],
      )}
    />
  )
}

type Say = ReturnType<typeof useTranslations<'exercises.result'>>

const span = (minutes: number) => formatDuration(minutes * 60_000)

function measured(t: Say, minutes: number | null, target: number | null): string | null {
  if (minutes === null) return null
  if (target === null) return span(minutes)
  return t(minutes <= target ? 'within' : 'beyond', { time: span(minutes), target: span(target) })
}

function loadRows(t: Say, { unit, peak, saturation, limits, sites }: LoadFigures): [Parameters<Say>[0], ReactNode][] {
  const capacity = safeCapacity(limits)
  const room = capacity && headroom(peak, capacity.safe)
  const margin = worstMargin(sites)
  const amount = (value: number) => `${value.toLocaleString('en', { maximumFractionDigits: 0 })} ${unit}`
  return [
    ['peak', amount(peak)],
    ['saturation', saturation !== null && amount(saturation)],
    ['safe', capacity && t('safeText', { safe: amount(capacity.safe), resource: capacity.bottleneck })],
    ['headroom', room !== null && percent(room)],
    ['margin', margin && t('marginText', { margin: percent(margin.margin), place: margin.lost.join(', ') })],
  ]
}

const percent = (share: number) => `${Math.round(share * 100)} %`.replace('-', '−')
