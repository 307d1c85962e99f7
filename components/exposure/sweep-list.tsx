import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import type { SweepListed } from '#lib/exposure/schema.ts'
import { formatDate } from '#lib/time.ts'
import { nameOf } from './exposure-matrix.tsx'
import { Tally } from './tally.tsx'

export function SweepList({ sweeps }: { sweeps: readonly SweepListed[] }) {
  const t = useTranslations('exposure')
  if (sweeps.length === 0) return <p className="text-muted">{t('noSweeps')}</p>
  return (
    <ul className="flex flex-col divide-y divide-line">
      {sweeps.map(({ number, mechanism, question, dueOn, closedAt, tally }) => (
        <li key={number} className="flex flex-col gap-0.5 py-2.5 first:pt-0 last:pb-0">
          <span className="flex flex-wrap items-baseline gap-x-3">
            <span className="text-sm tabular-nums text-faint">SWP-{number}</span>
            <Link href={`/exposure/${number}`} className="min-w-0 flex-1 basis-60 font-medium hover:underline">
              {question}
            </Link>
            <span className="text-sm text-muted">
              {closedAt ? t('closed') : dueOn ? t('dueOn', { date: formatDate(dueOn) }) : t('open')}
            </span>
          </span>
          <span className="text-sm">
            {nameOf(mechanism)}. <Tally tally={tally} />
          </span>
        </li>
      ))}
    </ul>
  )
}
