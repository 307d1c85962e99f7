import { useTranslations } from 'next-intl'
import { SeverityBadge } from '#components/incidents/severity-badge.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { Day } from '#components/ui/time.tsx'
import { formatDate } from '#lib/time.ts'
import type { UnwrittenOut } from '#lib/waivers/schema.ts'

/** Incidents without a postmortem, each with why it needs one, or why somebody decided that it needs none. */
export function UnwrittenList({ rows, zone }: { rows: UnwrittenOut[]; zone: string }) {
  const t = useTranslations('waivers')
  const d = useTranslations('due')
  return (
    <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-raised">
      {rows.map(({ incident, requirement: { because, waiver, draftDueOn, overdue } }) => (
        <li key={incident.number} className="flex flex-col gap-1 px-4 py-3">
          <p className="flex flex-wrap items-center gap-2">
            <Link href={`/incidents/${incident.number}`} className="font-medium hover:underline">
              {incident.title}
            </Link>
            {overdue && <Badge tone="danger">{d('lateMark')}</Badge>}
          </p>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
            INC-{incident.number} <SeverityBadge severity={incident.severity} quiet /> {incident.team.name}
            <Day value={new Date(incident.occurredAt)} zone={zone} />
          </p>
          <p>{waiver ? `${t('waivedTitle')}: ${waiver.reason}` : because.join(' ')}</p>
          {draftDueOn && <p className="text-sm">{t(overdue ? 'overdue' : 'due', { day: formatDate(draftDueOn) })}</p>}
        </li>
      ))}
    </ul>
  )
}
