import { TriangleAlert } from 'lucide'
import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon.tsx'
import type { Doubt } from '#lib/incidents/doubts.ts'
import { type Milestone, milestoneNames, milestones } from '#lib/incidents/model.ts'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { formatClock, formatInstant, localDate, zoneName } from '#lib/time.ts'
import { placeOf, pointsOf } from './points.ts'

type Props = { incident: Pick<IncidentOut, 'milestones' | 'zone' | 'impactStartBasis'>; doubts?: Doubt[] }

/**
 * UTC first, then the clock on the wall where it happened. Unknown points are listed too, because a gap is a finding, and
 * what does not fit together is said at the point where it would be mended.
 */
export function MilestoneTable({ incident, doubts = [] }: Props) {
  const t = useTranslations('incidents')
  const points = pointsOf(incident)
  const elsewhere = incident.zone !== 'UTC'
  return (
    <table className="w-full text-start">
      <caption className="sr-only">{t('milestones.caption')}</caption>
      <thead className="text-sm text-muted">
        <tr>
          <th className="pb-1.5 text-start font-medium">{t('milestones.name')}</th>
          <th className="pb-1.5 text-end font-medium">UTC</th>
          {elsewhere && <th className="pb-1.5 pl-4 text-end font-medium">{placeOf(incident.zone)}</th>}
        </tr>
      </thead>
      <tbody>
        {milestoneNames.map((name) => (
          <Row
            key={name}
            name={name}
            at={points[name] ?? null}
            zone={elsewhere ? incident.zone : null}
            note={
              name === 'impactStarted' && points.impactStarted && incident.impactStartBasis === 'assumed'
                ? t('facts.assumed')
                : null
            }
            doubts={doubts.filter(({ milestone }) => milestone === name)}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { name: Milestone; at: Date | null; zone: string | null; note: string | null; doubts: Doubt[] }

function Row({ name, at, zone, note, doubts }: RowProps) {
  const t = useTranslations('incidents')
  const { label, definition } = milestones[name]
  return (
    <tr className="border-t border-line align-baseline">
      <th scope="row" title={definition} className="py-2 pr-4 text-start font-normal">
        {label}
        {note && <span className="block text-sm text-muted">{note}</span>}
        {doubts.map(({ message }) => (
          <span key={message} className="flex items-start gap-1.5 text-sm text-warn">
            <Icon icon={TriangleAlert} className="mt-0.5 size-4 shrink-0" />
            <span>
              <span className="sr-only">{t('facts.lookAgain')}: </span>
              {message}
            </span>
          </span>
        ))}
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
