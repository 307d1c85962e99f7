import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SeverityBadge } from '#components/incidents/severity-badge.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Link } from '#components/ui/link.tsx'
import type { Severity } from '#lib/incidents/model.ts'
import { type Effect, effects } from '#lib/programs/vocabulary.ts'

type Row = {
  id: string
  incident: { number: number; title: string; severity: string }
  effect: Effect
  why: string
  by: string
  agreement: { agrees: boolean; note: string; by: string } | null
}

/** What it would have changed, with how many a second person agreed to. */
export function EffectList<R extends Row>({ rows, actions }: { rows: R[]; actions?: (row: R) => ReactNode }) {
  const t = useTranslations('programs.effects')
  const agreed = rows.filter(({ agreement }) => agreement?.agrees)
  const count = (effect: Effect) => agreed.filter((row) => row.effect === effect).length
  if (rows.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <div className="flex flex-col gap-4">
      <p>
        {t('summary', {
          agreed: agreed.length,
          all: rows.length,
          prevented: count('prevented'),
          shortened: count('shortened'),
          smaller: count('smaller'),
          unchanged: count('unchanged'),
        })}
      </p>
      <ul className="flex flex-col divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-col gap-1.5 py-3 first:pt-0 print:break-inside-avoid">
            <span className="flex flex-wrap items-center gap-2">
              <SeverityBadge severity={row.incident.severity as Severity} />
              <Link href={`/incidents/${row.incident.number}`} className="font-medium hover:underline">
                INC-{row.incident.number} {row.incident.title}
              </Link>
            </span>
            <span>
              {effects[row.effect]}: {row.why} <span className="text-muted">({row.by})</span>
            </span>
            <Agreement row={row} />
            {actions?.(row)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Agreement({ row: { agreement } }: { row: Row }) {
  const t = useTranslations('programs.effects')
  if (!agreement)
    return (
      <span>
        <Badge tone="warn">{t('waits')}</Badge>
      </span>
    )
  return (
    <span className="flex flex-wrap items-center gap-2 text-muted">
      <Badge tone={agreement.agrees ? 'ok' : 'danger'}>
        {t(agreement.agrees ? 'agreed' : 'disagreed', { name: agreement.by })}
      </Badge>
      {agreement.note}
    </span>
  )
}
