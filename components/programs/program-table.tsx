import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { type Column, Table } from '#components/ui/table.tsx'
import type { ProgramLine } from '#lib/programs/schema.ts'
import { programKinds, programStates } from '#lib/programs/vocabulary.ts'
import { formatDate } from '#lib/time.ts'
import { HealthBadge } from './health-badge.tsx'

export function ProgramTable({ programs }: { programs: ProgramLine[] }) {
  const t = useTranslations('programs.list')
  const columns: Column<ProgramLine>[] = [
    {
      id: 'name',
      header: t('name'),
      primary: true,
      cell: ({ number, name, kind }) => (
        <>
          <Link href={`/programs/${number}`} className="font-medium hover:underline">
            {name}
          </Link>
          <span className="block text-sm font-normal text-muted">
            PRG-{number} · {programKinds[kind]}
          </span>
        </>
      ),
    },
    { id: 'state', header: t('state'), cell: ({ state }) => <Badge>{programStates[state]}</Badge> },
    {
      id: 'health',
      header: t('health'),
      cell: ({ computed, stated }) => (
        <span className="flex flex-col items-start gap-0.5">
          {computed ? (
            <HealthBadge colour={computed.colour} quiet />
          ) : (
            <span className="text-muted">{t('noHealth')}</span>
          )}
          {stated && (
            <span className="flex items-center gap-1.5 text-sm text-muted">
              {t('stated')} <HealthBadge colour={stated.colour} quiet />
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'next',
      header: t('next'),
      cell: ({ nextMilestone }) =>
        nextMilestone ? (
          <span>
            {nextMilestone.title}
            <span className={`block text-sm ${nextMilestone.late ? 'text-danger' : 'text-muted'}`}>
              {nextMilestone.late
                ? t('lateSince', { date: formatDate(nextMilestone.dueOn) })
                : t('due', { date: formatDate(nextMilestone.dueOn) })}
            </span>
          </span>
        ) : (
          <span className="text-muted">{t('noMilestone')}</span>
        ),
    },
    {
      id: 'late',
      header: t('late'),
      align: 'end',
      cell: ({ lateItems }) => <span className={lateItems > 0 ? 'text-danger' : 'text-muted'}>{lateItems}</span>,
    },
    { id: 'lead', header: t('lead'), cell: ({ lead }) => lead.name },
  ]
  return <Table caption={t('caption')} columns={columns} rows={programs} rowKey={({ number }) => String(number)} />
}
