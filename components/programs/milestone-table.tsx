import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { type Column, Table } from '#components/ui/table.tsx'
import type { MeasuresOut } from '#lib/programs/measures.ts'
import { formatDate } from '#lib/time.ts'

type Milestone = MeasuresOut['milestones'][number]

export function MilestoneTable({ milestones }: { milestones: Milestone[] }) {
  const t = useTranslations('programs.milestones')
  const columns: Column<Milestone>[] = [
    {
      id: 'title',
      header: t('title'),
      primary: true,
      cell: ({ title, exitCriterion, dropped }) => (
        <>
          <span className={dropped ? 'text-muted line-through' : 'font-medium'}>{title}</span>
          <span className="block text-sm font-normal text-muted">{exitCriterion}</span>
        </>
      ),
    },
    { id: 'due', header: t('due'), cell: (row) => <DueOn milestone={row} /> },
    { id: 'weight', header: t('weight'), align: 'end', cell: ({ weight }) => weight },
    { id: 'progress', header: t('progress'), cell: (row) => <Progress milestone={row} /> },
    {
      id: 'owner',
      header: t('owner'),
      cell: ({ owner, team }) => [owner?.name, team?.name].filter(Boolean).join(' · ') || t('noOwner'),
    },
  ]
  return <Table caption={t('caption')} columns={columns} rows={milestones} rowKey={({ id }) => id} />
}

function DueOn({ milestone: { dueOn, originalDueOn, moves, late } }: { milestone: Milestone }) {
  const t = useTranslations('programs.milestones')
  return (
    <span className="flex min-w-36 flex-col">
      <span className={`tabular-nums ${late ? 'text-danger' : ''}`}>
        {late ? t('late', { date: formatDate(dueOn) }) : formatDate(dueOn)}
      </span>
      {moves.length > 0 && (
        <span className="text-sm text-muted">
          {t('moved', { count: moves.length, date: formatDate(originalDueOn) })} {moves.at(-1)?.reason}
        </span>
      )}
    </span>
  )
}

function Progress({ milestone: { percent, doneOn, note, url, dropped } }: { milestone: Milestone }) {
  const t = useTranslations('programs.milestones')
  if (dropped) return <Badge>{t('dropped')}</Badge>
  return (
    <span className="flex min-w-40 flex-col items-start">
      {doneOn ? (
        <Badge tone="ok">{t('done', { date: formatDate(doneOn) })}</Badge>
      ) : (
        <span>{t('percent', { percent })}</span>
      )}
      {note && <span className="text-sm text-muted">{note}</span>}
      {url && (
        <Link href={url} className="text-sm underline underline-offset-2">
          {t('evidence')}
        </Link>
      )}
    </span>
  )
}
