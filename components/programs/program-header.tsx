import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { TabsNav } from '#components/ui/tabs-nav.tsx'
import type { ProgramOut } from '#lib/programs/schema.ts'
import { programKinds, programStates } from '#lib/programs/vocabulary.ts'

type Tab = 'overview' | 'plan' | 'updates' | 'reports'
const pages: Record<Tab, string> = { overview: '', plan: '/plan', updates: '/updates', reports: '/reports' }

/** The same head on every page of a program. */
export function ProgramHeader({ program, tab, actions }: { program: ProgramOut; tab: Tab; actions?: ReactNode }) {
  const t = useTranslations('programs')
  const base = `/programs/${program.number}`
  return (
    <>
      <PageHeader
        title={program.name}
        description={program.objective}
        crumbs={[{ href: '/programs', label: t('title') }]}
        eyebrow={
          <>
            <span>PRG-{program.number}</span>
            <Badge>{programStates[program.state]}</Badge>
            <span>{programKinds[program.kind]}</span>
            <code className="font-mono">{program.key}</code>
          </>
        }
        actions={actions}
      />
      <TabsNav
        label={t('tabs.label')}
        tabs={(['overview', 'plan', 'updates', 'reports'] as const).map((each) => ({
          href: base + pages[each],
          label: t(`tabs.${each}`),
          current: each === tab,
        }))}
      />
    </>
  )
}
