import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import type { RiskOut } from '#lib/risks/schema.ts'
import { failureDomains, layers } from '#lib/risks/vocabulary.ts'
import { RedundancyBadge } from './redundancy-badge.tsx'
import { ScoreBadge } from './score-badge.tsx'
import { TreatmentBadge } from './treatment-badge.tsx'

export function RiskTable({ risks }: { risks: RiskOut[] }) {
  const t = useTranslations('risks')
  return (
    <Table
      caption={t('title')}
      rows={risks}
      rowKey={({ number }) => String(number)}
      columns={[
        {
          id: 'component',
          header: t('fields.component'),
          primary: true,
          cell: ({ number, component }) => (
            <>
              <span className="mr-2 text-sm font-normal tabular-nums text-faint">RSK-{number}</span>
              <Link href={`/risks/${number}`}>{component}</Link>
            </>
          ),
        },
        { id: 'score', header: t('fields.score'), cell: ({ score }) => <ScoreBadge score={score} /> },
        {
          id: 'redundancy',
          header: t('fields.redundancy'),
          cell: ({ redundancyState }) => <RedundancyBadge state={redundancyState} />,
        },
        {
          id: 'treatment',
          header: t('fields.treatment'),
          cell: ({ treatment }) => <TreatmentBadge treatment={treatment} />,
        },
        {
          id: 'layer',
          header: t('fields.layer'),
          cell: ({ layer, domain }) => `${layers[layer]}, ${failureDomains[domain]}`,
        },
        {
          id: 'team',
          header: t('fields.team'),
          cell: ({ team, owner }) => (owner ? `${owner.name}, ${team.name}` : team.name),
        },
      ]}
    />
  )
}
