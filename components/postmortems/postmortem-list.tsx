import { SeverityBadge } from '#components/incidents/severity-badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { TimeAgo } from '#components/ui/time.tsx'
import type { PostmortemListed } from '#lib/postmortems/schema.ts'
import { StateBadge } from './state-badge.tsx'

/** A few of them, in a panel. */
export function PostmortemList({ rows, zone, now }: { rows: PostmortemListed[]; zone: string; now: Date }) {
  return (
    <ul className="flex flex-col divide-y divide-line">
      {rows.map(({ number, title, state, incident, publishedAt, createdAt }) => (
        <li key={number} className="flex flex-col gap-1 py-2.5 first:pt-0 last:pb-0">
          <Link href={`/postmortems/${number}`} className="font-medium hover:underline">
            {title}
          </Link>
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
            {incident && <SeverityBadge severity={incident.severity} quiet />}
            <StateBadge state={state} quiet />
            <TimeAgo value={new Date(publishedAt ?? createdAt)} zone={zone} now={now} />
          </span>
        </li>
      ))}
    </ul>
  )
}
