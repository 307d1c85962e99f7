import { useTranslations } from 'next-intl'
import { type Milestone, milestoneNames, milestones } from '#lib/incidents/model.ts'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { formatClock, formatInstant, localDate, zoneName } from '#lib/time.ts'
import { placeOf, pointsOf } from './points.ts'

/** UTC first, then the clock on the wall where it happened. Unknown points are listed too: a gap is a finding. */
export function MilestoneTable({ incident }: { incident: Pick<IncidentOut, 'milestones' | 'zone'> }) {
  const t = useTranslations('incidents.milestones')
  const points = pointsOf(incident)
  const elsewhere = incident.zone !== 'UTC'
  return (
    <table className="w-full text-start">
      <caption className="sr-only">{t('caption')}</caption>
      <thead className="text-sm text-muted">
        <tr>
          <th className="pb-1.5 text-start font-medium">{t('name')}</th>
          <th className="pb-1.5 text-end font-medium">UTC</th>
          {elsewhere && <th className="pb-1.5 pl-4 text-end font-medium">{placeOf(incident.zone)}</th>}
        </tr>
      </thead>
      <tbody>
        {milestoneNames.map((name) => (
          <Row key={name} name={name} at={points[name] ?? null} zone={elsewhere ? incident.zone : null} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ name, at, zone }: { name: Milestone; at: Date | null; zone: string | null }) {
  const t = useTranslations('incidents')
  const { label, definition } = milestones[name]
  return (
    <tr className="border-t border-line align-baseline">
      <th scope="row" title={definition} className="py-2 pr-4 text-start font-normal">
        {label}
      </th>
      <td className="py-2 text-end">
        {at ? <time dateTime={at.toISOString()}>{full(at)}</time> : <span className="text-faint">{t('unknown')}</span>}
      </td>
      {zone && <td className="whitespace-nowrap py-2 pl-4 text-end">{at && local(at, zone)}</td>}
    </tr>
  )
}

/** The heading names the zone. */
const full = (at: Date) => formatInstant(at, 'UTC').replace(/ UTC$/, '')

/** The day is repeated only where it is another one. */
const local = (at: Date, zone: string) =>
  localDate(at, zone) === localDate(at, 'UTC')
    ? `${formatClock(at, zone)} ${zoneName(at, zone)}`
    : formatInstant(at, zone)
