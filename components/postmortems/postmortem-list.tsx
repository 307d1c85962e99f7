import { SeverityBadge } from '#components/incidents/severity-badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { TimeAgo } from '#components/ui/time.tsx'
import type { Due } from '#lib/postmortems/due.ts'
import type { PostmortemListed } from '#lib/postmortems/schema.ts'
import { DueMark } from './due-mark.tsx'
import { StateBadge } from './state-badge.tsx'

type Props = { rows: PostmortemListed[]; zone: string; now: Date; due?: Readonly<Record<number, Due>> }

/** A few of them, in a panel. */
export function PostmortemList({ rows, zone, now, due }: Props) {
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
            <Waiting due={due?.[number]} />
          </span>
        </li>
      ))}
    </ul>
  )
}

const Waiting = ({ due }: { due: Due | undefined }) => (due ? <DueMark due={due} /> : null)
