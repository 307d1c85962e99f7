import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import type { ExerciseListed } from '#lib/exercises/schema.ts'
import { environments, kinds } from '#lib/exercises/vocabulary.ts'
import { formatDate } from '#lib/time.ts'
import { EvidenceBadge, StateBadge } from './badges.tsx'

export function ExerciseTable({ exercises }: { exercises: ExerciseListed[] }) {
  const t = useTranslations('exercises')
  return (
    <Table
      caption={t('title')}
      rows={exercises}
      rowKey={({ number }) => String(number)}
      columns={[
        {
          id: 'title',
          header: t('fields.name'),
          primary: true,
          cell: ({ number, title }) => (
            <>
              <span className="mr-2 text-sm font-normal tabular-nums text-faint">EXE-{number}</span>
              <Link href={`/exercises/${number}`}>{title}</Link>
            </>
          ),
        },
        { id: 'state', header: t('fields.state'), cell: (exercise) => <StateBadge exercise={exercise} /> },
        { id: 'evidence', header: t('fields.evidence'), cell: (exercise) => <EvidenceBadge exercise={exercise} /> },
        {
          id: 'kind',
          header: t('fields.kind'),
          cell: ({ kind, environment }) => `${kinds[kind]}, ${environments[environment]}`,
        },
        { id: 'on', header: t('fields.plannedOn'), cell: ({ plannedOn }) => formatDate(plannedOn) },
        {
          id: 'team',
          header: t('fields.team'),
          cell: ({ team, owner }) => (owner ? `${owner.name}, ${team.name}` : team.name),
        },
        { id: 'findings', header: t('fields.findings'), align: 'end', cell: ({ findings }) => findings },
      ]}
    />
  )
}
