import { FileText } from 'lucide'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { TabsNav } from '#components/ui/tabs-nav.tsx'
import { UnwrittenList } from '#components/waivers/unwritten-list.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { listUnwritten } from '#lib/waivers/queries.ts'

/** The incidents without a postmortem: those that need one, and those of which it was decided that they need none. */
export async function Unwritten({ postmortem }: { postmortem: 'needed' | 'waived' }) {
  const [t, i, context] = await Promise.all([
    getTranslations('waivers'),
    getTranslations('incidents'),
    currentContext(),
  ])
  const { items } = await read(context, (work) => listUnwritten(work, { postmortem, limit: 100 }))
  return (
    <>
      <PageHeader title={i('title')} crumbs={[{ href: '/incidents', label: i('title') }]} />
      <TabsNav
        label={t('filter')}
        tabs={[
          { href: '/incidents', label: t('filter') },
          { href: '/incidents?postmortem=needed', label: t('filterNeeded'), current: postmortem === 'needed' },
          { href: '/incidents?postmortem=waived', label: t('filterWaived'), current: postmortem === 'waived' },
        ]}
      />
      {items.length > 0 ? (
        <UnwrittenList rows={items} zone={context.actor.zone} />
      ) : (
        <EmptyState icon={FileText} title={t(postmortem === 'needed' ? 'emptyNeeded' : 'emptyWaived')}>
          {t('emptyText')}
        </EmptyState>
      )}
    </>
  )
}
