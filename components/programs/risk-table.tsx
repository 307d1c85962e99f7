import { useTranslations } from 'next-intl'
import { type Column, Table } from '#components/ui/table.tsx'
import type { MeasuresOut } from '#lib/programs/measures.ts'
import { levels, riskKinds, riskStates } from '#lib/programs/vocabulary.ts'
import { formatDate } from '#lib/time.ts'

type Risk = MeasuresOut['risks'][number]

export function RiskTable({ risks }: { risks: Risk[] }) {
  const t = useTranslations('programs.risks')
  const columns: Column<Risk>[] = [
    {
      id: 'title',
      header: t('title'),
      primary: true,
      cell: ({ title, kind, state }) => (
        <>
          <span className={state === 'closed' ? 'text-muted' : 'font-medium'}>{title}</span>
          <span className="block text-sm font-normal text-muted">
            {riskKinds[kind]} · {riskStates[state]}
          </span>
        </>
      ),
    },
    { id: 'likelihood', header: t('likelihood'), cell: ({ likelihood }) => levels[likelihood] },
    { id: 'effect', header: t('effect'), cell: ({ effect }) => levels[effect] },
    {
      id: 'mitigation',
      header: t('mitigation'),
      cell: ({ mitigation, mitigationOn, owner }) => (
        <span>
          {mitigation || <span className="text-muted">{t('none')}</span>}
          {(mitigationOn || owner) && (
            <span className="block text-sm text-muted">
              {[owner?.name, mitigationOn && formatDate(mitigationOn)].filter(Boolean).join(' · ')}
            </span>
          )}
        </span>
      ),
    },
  ]
  return <Table caption={t('caption')} columns={columns} rows={risks} rowKey={({ id }) => id} />
}
