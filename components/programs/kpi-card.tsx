import { useTranslations } from 'next-intl'
import { Lines } from '#components/charts/lines.tsx'
import { Badge } from '#components/ui/badge.tsx'
import type { MeasuresOut } from '#lib/programs/measures.ts'
import { directions } from '#lib/programs/vocabulary.ts'
import { formatDate } from '#lib/time.ts'

type Kpi = MeasuresOut['kpis'][number]

/** One KPI: where it is, where it should be by now, and how it came there. */
export function KpiCard({ kpi, today }: { kpi: Kpi; today: string }) {
  const t = useTranslations('programs.kpi')
  const { name, unit, direction, points, baseline, startOn, target, targetOn, expected, off, source, ended } = kpi
  const last = points.at(-1)
  const days = [startOn, targetOn, ...points.map(({ on }) => on)].sort()
  const words = unit ? ` ${unit}` : ''
  return (
    <article className="flex flex-col gap-2 print:break-inside-avoid">
      <h3 className="flex flex-wrap items-center gap-2 font-medium">
        {name}
        {ended && <Badge>{t('ended')}</Badge>}
      </h3>
      <p className="text-muted">
        {last ? (
          <>
            <span className="font-medium text-ink">{`${last.value}${words}`}</span>{' '}
            {t('on', { date: formatDate(last.on), expected: `${Math.round((expected ?? 0) * 100) / 100}${words}` })}{' '}
            {off !== null && (off > 0.05 ? t('behind', { percent: Math.round(off * 100) }) : t('fine'))}
          </>
        ) : (
          t('never')
        )}
      </p>
      <Lines
        title={t('values', { name })}
        unit={unit}
        from={days[0] ?? startOn}
        until={days.at(-1) ?? targetOn}
        today={today}
        columns={{ day: t('day'), today: t('today') }}
        lines={[
          {
            name: t('path', { baseline: `${baseline}${words}`, target: `${target}${words}` }),
            look: 'dashed',
            points: [
              { on: startOn, value: baseline },
              { on: targetOn, value: target },
            ],
          },
          { name: t('measured'), look: 'solid', points },
        ]}
      />
      <p className="text-sm text-muted">
        {directions[direction]}.{source && ` ${t('source', { source })}`}
      </p>
    </article>
  )
}
