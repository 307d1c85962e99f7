import { useTranslations } from 'next-intl'
import { SeverityBadge } from '#components/incidents/severity-badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { type Column, Table } from '#components/ui/table.tsx'
import { Day } from '#components/ui/time.tsx'
import type { Due } from '#lib/postmortems/due.ts'
import type { PostmortemListed } from '#lib/postmortems/schema.ts'
import { DueMark } from './due-mark.tsx'
import { StateBadge } from './state-badge.tsx'
import { VisibilityBadge } from './visibility-badge.tsx'

type Props = { rows: PostmortemListed[]; zone: string; due: Readonly<Record<number, Due>> }

export function PostmortemTable({ rows, zone, due }: Props) {
  const t = useTranslations('postmortems')
  const columns: Column<PostmortemListed>[] = [
    { id: 'title', header: t('title'), primary: true, cell: (row) => <Title row={row} /> },
    {
      id: 'severity',
      header: t('severity'),
      cell: ({ incident }) => (incident ? <SeverityBadge severity={incident.severity} /> : t('noIncident')),
    },
    {
      id: 'state',
      header: t('state'),
      cell: ({ state, number }) => <Standing state={state} due={due[number]} />,
    },
    { id: 'team', header: t('team'), cell: ({ team }) => team.name },
    { id: 'lead', header: t('lead'), cell: ({ lead }) => lead.name, wideOnly: true },
    {
      id: 'when',
      header: t('happened'),
      align: 'end',
      cell: ({ incident, createdAt }) => <Day value={new Date(incident?.occurredAt ?? createdAt)} zone={zone} />,
    },
  ]
  return <Table caption={t('heading')} columns={columns} rows={rows} rowKey={({ number }) => String(number)} />
}

function Standing({ state, due }: { state: PostmortemListed['state']; due: Due | undefined }) {
  return (
    <span className="flex flex-col gap-0.5">
      <StateBadge state={state} quiet />
      {due && (
        <span className="text-sm">
          <DueMark due={due} />
        </span>
      )}
    </span>
  )
}

function Title({ row: { number, title, visibility, incident } }: { row: PostmortemListed }) {
  return (
    <span className="flex flex-col gap-0.5">
      <Link href={`/postmortems/${number}`} className="font-medium hover:underline">
        {title}
      </Link>
      <span className="flex flex-wrap items-center gap-2 text-sm font-normal text-muted">
        PM-{number}
        {incident && incident.services.length > 0 && (
          <span>{incident.services.map(({ name }) => name).join(', ')}</span>
        )}
        <VisibilityBadge visibility={visibility} />
      </span>
    </span>
  )
}
