import { useTranslations } from 'next-intl'
import { placeOf, pointsOf } from '#components/incidents/points.ts'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { type Column, Table } from '#components/ui/table.tsx'
import { milestones } from '#lib/incidents/model.ts'
import { layOut, type Phase, type PhaseName, phaseNames, phasesOf } from '#lib/incidents/phases.ts'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { formatDuration, formatInstant } from '#lib/time.ts'

/** Only colours that text is readable on in both themes; the number ties each to its words. */
const fills: Record<PhaseName, string> = {
  before: 'fill-muted',
  early: 'fill-info',
  unnoticed: 'fill-danger',
  affected: 'fill-danger',
  responding: 'fill-warn',
  settling: 'fill-ok',
}

/** The shape of the incident in one glance, and the same as a table for those who cannot or do not want to see it. */
export function PhaseStrip({ incident }: { incident: Pick<IncidentOut, 'milestones' | 'zone'> }) {
  const t = useTranslations('timeline.phases')
  const phases = phasesOf(pointsOf(incident))
  if (phases.length === 0) return <p className="text-muted">{t('none')}</p>
  const { spans, stretched } = layOut(phases)
  return (
    <figure className="flex flex-col gap-3">
      <svg width="100%" height="36" role="img" aria-label={t('label', { phases: phases.map(inWords).join('; ') })}>
        {phases.map((phase, index) => (
          <Segment key={phase.from} phase={phase} number={index + 1} span={spans[index] ?? { x: 0, width: 0 }} />
        ))}
      </svg>
      <figcaption>
        <ol className="grid grid-cols-[repeat(auto-fit,minmax(13rem,1fr))] gap-x-6 gap-y-2.5">
          {phases.map((phase, index) => (
            <li key={phase.from} className="flex gap-2.5">
              <svg width="18" height="18" aria-hidden className="mt-0.5 shrink-0">
                <rect width="18" height="18" rx="5" className={fills[phase.name]} />
                <Digit number={index + 1} x="9" y="13" />
              </svg>
              <span className="min-w-0">
                <span className="font-medium tabular-nums">{lengthOf(phase)}</span>
                <span className="block text-sm text-muted">{phaseNames[phase.name]}</span>
              </span>
            </li>
          ))}
        </ol>
        {stretched && <p className="mt-2 text-sm text-faint">{t('stretched')}</p>}
      </figcaption>
      <Disclosure summary={t('data')}>
        <PhaseTable phases={phases} zone={incident.zone} />
      </Disclosure>
    </figure>
  )
}

function Segment({ phase, number, span }: { phase: Phase; number: number; span: { x: number; width: number } }) {
  const gap = 0.0025
  return (
    <g>
      <title>{inWords(phase)}</title>
      <rect
        x={percent(span.x + (number > 1 ? gap : 0))}
        width={percent(span.width - (number > 1 ? gap : 0))}
        height="36"
        rx="6"
        className={fills[phase.name]}
      />
      <Digit number={number} x={percent(span.x + span.width / 2)} y="22" />
    </g>
  )
}

function Digit({ number, x, y }: { number: number; x: string; y: string }) {
  return (
    <text x={x} y={y} textAnchor="middle" className="fill-raised text-xs font-semibold">
      {number}
    </text>
  )
}

function PhaseTable({ phases, zone }: { phases: Phase[]; zone: string }) {
  const t = useTranslations('timeline.phases')
  const columns: Column<Phase>[] = [
    { id: 'phase', header: t('phase'), primary: true, cell: ({ name }) => phaseNames[name] },
    {
      id: 'between',
      header: t('between'),
      cell: ({ from, to }) => `${milestones[from].label} → ${milestones[to].label}`,
    },
    { id: 'start', header: t('start', { place: placeOf(zone) }), cell: ({ start }) => formatInstant(start, zone) },
    { id: 'length', header: t('length'), align: 'end', cell: lengthOf },
  ]
  return <Table caption={t('data')} columns={columns} rows={phases} rowKey={({ from }) => from} />
}

const lengthOf = ({ start, end }: Phase) => formatDuration(end.getTime() - start.getTime())
const inWords = (phase: Phase) => `${phaseNames[phase.name]}, ${lengthOf(phase)}`
const percent = (share: number) => `${(share * 100).toFixed(3)}%`
