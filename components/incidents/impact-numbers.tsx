import type { IncidentOut } from '#lib/incidents/schema.ts'
import { certainties, labelOf, measures } from '#lib/incidents/vocabulary.ts'

/** Each number with how it was come by, because a reader will ask. */
export function ImpactNumbers({ numbers }: Pick<IncidentOut, 'numbers'>) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(12rem,1fr))] gap-x-6 gap-y-5">
      {numbers.map(({ id, measure, value, unit, method, certainty }) => (
        <div key={id} className="min-w-0">
          <dt className="text-muted">{measure === 'other' && unit ? unit : labelOf(measures, measure)}</dt>
          <dd className="mt-0.5">
            <span className="text-lg font-semibold tabular-nums">{spoken({ measure, value, unit })}</span>
            <span className="block text-sm text-faint">
              {[labelOf(certainties, certainty), method].filter(Boolean).join(' · ')}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

type Told = Pick<IncidentOut['numbers'][number], 'measure' | 'value' | 'unit'>

/** A share up to the whole is told in percent; everything else as it was counted. */
function spoken({ measure, value, unit }: Told): string {
  if (measure === 'share_at_peak' && value <= 1) return `${format(value * 100)} %`
  return [format(value), measure === 'other' ? '' : unit].filter(Boolean).join(' ')
}

const format = (value: number) =>
  new Intl.NumberFormat('en', value < 1 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 2 }).format(value)
