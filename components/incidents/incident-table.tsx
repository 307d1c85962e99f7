import { useTranslations } from 'next-intl'
import { VisibilityBadge } from '#components/postmortems/visibility-badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { type Column, Table } from '#components/ui/table.tsx'
import { Time } from '#components/ui/time.tsx'
import type { IncidentListed } from '#lib/incidents/schema.ts'
import { SeverityBadge } from './severity-badge.tsx'

export function IncidentTable({ rows, zone, now }: { rows: IncidentListed[]; zone: string; now: Date }) {
  const t = useTranslations('incidents')
  const columns: Column<IncidentListed>[] = [
    { id: 'title', header: t('fields.title'), primary: true, cell: (row) => <Title row={row} /> },
    {
      id: 'severity',
      header: t('fields.severity'),
      cell: ({ severity }) => <SeverityBadge severity={severity} quiet />,
    },
    { id: 'team', header: t('fields.team'), cell: ({ team }) => team.name },
    {
      id: 'when',
      header: t('fields.happened'),
      align: 'end',
      cell: ({ occurredAt }) => (
        <span className="whitespace-nowrap">
          <Time value={new Date(occurredAt)} zone={zone} now={now} />
        </span>
      ),
    },
  ]
  return <Table caption={t('title')} columns={columns} rows={rows} rowKey={({ number }) => String(number)} />
}

function Title({ row: { number, title, visibility, services } }: { row: IncidentListed }) {
  return (
    <span className="flex flex-col gap-0.5">
      <Link href={`/incidents/${number}`} className="font-medium hover:underline">
        {title}
      </Link>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-normal text-muted">
        <span>{[`INC-${number}`, services.map(({ name }) => name).join(', ')].filter(Boolean).join(' · ')}</span>
        <VisibilityBadge visibility={visibility} />
      </span>
    </span>
  )
}
