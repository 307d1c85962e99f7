import { useTranslations } from 'next-intl'
import { type Column, Table } from '#components/ui/table.tsx'
import { type Milestone, milestoneNames, milestones } from '#lib/incidents/model.ts'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { formatInstant } from '#lib/time.ts'
import { placeOf, pointsOf } from './points.ts'

type Row = { name: Milestone; at: Date | null }

/** UTC first, then the clock on the wall where it happened. Unknown points are listed too: a gap is a finding. */
export function MilestoneTable({ incident }: { incident: Pick<IncidentOut, 'milestones' | 'zone'> }) {
  const t = useTranslations('incidents')
  const points = pointsOf(incident)
  const rows = milestoneNames.map((name) => ({ name, at: points[name] ?? null }))
  const columns: Column<Row>[] = [
    {
      id: 'name',
      header: t('milestones.name'),
      primary: true,
      cell: ({ name }) => <span title={milestones[name].definition}>{milestones[name].label}</span>,
    },
    { id: 'utc', header: 'UTC', cell: ({ at }) => <Clock at={at} zone="UTC" /> },
  ]
  if (incident.zone !== 'UTC')
    columns.push({
      id: 'local',
      header: placeOf(incident.zone),
      cell: ({ at }) => at && <Clock at={at} zone={incident.zone} />,
    })
  return <Table caption={t('milestones.caption')} columns={columns} rows={rows} rowKey={({ name }) => name} />
}

function Clock({ at, zone }: { at: Date | null; zone: string }) {
  const t = useTranslations('incidents')
  if (!at) return <span className="text-faint">{t('unknown')}</span>
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap">
      {formatInstant(at, zone)}
    </time>
  )
}
