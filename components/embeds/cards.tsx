import { useTranslations } from 'next-intl'
import { SeverityBadge } from '#components/incidents/severity-badge.tsx'
import type { Embedded } from '#lib/postmortems/embedded.ts'
import { formatDay } from '#lib/time.ts'

type Incident = NonNullable<Embedded['incidents'][string]>
type Mechanism = NonNullable<Embedded['mechanisms'][string]>

const card = 'rounded-lg border border-line bg-raised px-4 py-3 text-base'

/** Another incident as one line: what it was, how bad and when. */
export function IncidentCard({ number, title, severity, occurredAt, zone }: Incident) {
  return (
    <div className={card}>
      <a href={`/incidents/${number}`} className="font-medium hover:underline">
        INC-{number} {title}
      </a>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <SeverityBadge severity={severity} quiet />
        {formatDay(new Date(occurredAt), zone)}
      </p>
    </div>
  )
}

export function MechanismCard({ code, name, definition }: Mechanism & { code: string }) {
  const t = useTranslations('embeds')
  return (
    <div className={card}>
      <p className="text-sm text-muted">
        {t('mechanism')} <code>{code}</code>
      </p>
      <a href={`/mechanisms/${code}`} className="font-medium hover:underline">
        {name}
      </a>
      <p className="mt-1">{definition}</p>
    </div>
  )
}
