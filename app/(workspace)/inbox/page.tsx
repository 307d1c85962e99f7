import { Inbox } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NotificationList } from '#components/notifications/notification-list.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TabsNav } from '#components/ui/tabs-nav.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { listNotifications } from '#lib/notifications/queries.ts'
import { ListNotificationsInput } from '#lib/notifications/schema.ts'
import { filtersFrom, hrefWith } from '#lib/web/filters.ts'
import { mark, markAll } from './actions.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inbox'))('title') }
}

export default async function InboxPage({ searchParams }: Props) {
  const [t, context] = await Promise.all([getTranslations('inbox'), currentContext()])
  const filters = filtersFrom(ListNotificationsInput, await searchParams)
  const { items, nextCursor } = await read(context, (work) => listNotifications(work, filters))
  const unread = filters.unread === true
  const given = unread ? { unread: 'true' } : {}
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('intro')}
        actions={
          <>
            <LinkButton href="/week">{t('week')}</LinkButton>
            {items.some(({ readAt }) => readAt === null) && (
              <Form action={markAll.bind(null, context.now.toISOString())} className="contents">
                <SubmitButton tone="plain">{t('markAll')}</SubmitButton>
              </Form>
            )}
          </>
        }
      />
      <TabsNav
        label={t('tabs')}
        tabs={[
          { href: '/inbox', label: t('all'), current: !unread },
          { href: '/inbox?unread=true', label: t('unread'), current: unread },
        ]}
      />
      {items.length > 0 ? (
        <NotificationList
          items={items}
          zone={context.actor.zone}
          now={context.now}
          mark={(id, isRead) => mark.bind(null, id, isRead)}
        />
      ) : (
        <EmptyState icon={Inbox} title={t('none')}>
          {t('noneText')}
        </EmptyState>
      )}
      <Pagination
        nextHref={nextCursor && hrefWith('/inbox', { ...given, cursor: nextCursor })}
        firstHref={filters.cursor ? hrefWith('/inbox', given) : null}
      />
    </>
  )
}
