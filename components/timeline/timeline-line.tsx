import type { ReactNode } from 'react'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { formatClock } from '#lib/time.ts'
import { EntryKindLabel } from './entry-kind.tsx'

/** `id` makes each line a place to link to: /incidents/42#entry-… */
export function TimelineLine({
  entry,
  zone,
  children,
}: {
  entry: IncidentOut['timeline'][number]
  zone: string
  children?: ReactNode
}) {
  const at = new Date(entry.at)
  return (
    <li
      id={`entry-${entry.id}`}
      className="grid grid-cols-[5rem_minmax(0,1fr)] gap-x-4 border-t border-line py-2.5 first:border-t-0 target:bg-mark sm:grid-cols-[5rem_8.5rem_minmax(0,1fr)] print:break-inside-avoid"
    >
      <time dateTime={entry.at} className="row-span-2 font-medium sm:row-span-1">
        {formatClock(at, zone)}
        {formatClock(at, zone) !== formatClock(at, 'UTC') && (
          <span className="block text-sm font-normal text-faint">{formatClock(at, 'UTC')} UTC</span>
        )}
      </time>
      <div className="text-muted">
        <EntryKindLabel kind={entry.kind} />
      </div>
      <div className="col-start-2 min-w-0 sm:col-start-3">
        <p>{entry.text}</p>
        {entry.source && <p className="text-sm text-faint">{entry.source}</p>}
        {children}
      </div>
    </li>
  )
}
