import { CalendarDays } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SettingsFrame } from '#components/accounts/settings-frame.tsx'
import { FeedForm, FeedList } from '#components/board/feed-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { listCalendarFeeds } from '#lib/calendar-feeds/queries.ts'
import { read } from '#lib/context.ts'
import { tidyQuery } from '#lib/views/model.ts'
import { make, revoke } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tab.calendars') }
}

type Props = { searchParams: Promise<{ from?: string | string[] }> }

export default async function CalendarsPage({ searchParams }: Props) {
  const [t, context, asked] = await Promise.all([getTranslations('board.calendars'), currentContext(), searchParams])
  const { actor, now } = context
  const feeds = await read(context, (work) => listCalendarFeeds(work, actor))
  const from = tidyQuery('action_items', [asked.from].flat()[0]?.slice(0, 2_000) ?? '')
  return (
    <SettingsFrame current="calendars" administers={actor.role === 'administrator'}>
      <p className="mb-5 max-w-2xl text-muted">{t('intro')}</p>
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
        {feeds.length === 0 ? (
          <EmptyState icon={CalendarDays} title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        ) : (
          <FeedList feeds={feeds} zone={actor.zone} now={now} revoke={revoke} />
        )}
        <Panel title={t('new')}>
          <FeedForm action={make} query={from} />
        </Panel>
      </div>
    </SettingsFrame>
  )
}
