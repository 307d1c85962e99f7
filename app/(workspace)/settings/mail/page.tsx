import { BellOff } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SettingsFrame } from '#components/accounts/settings-frame.tsx'
import { MailForm } from '#components/digests/mail-form.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { WatchedList } from '#components/watching/watched-list.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { getMailSettings } from '#lib/digests/queries.ts'
import { env } from '#lib/env.ts'
import { listWatched } from '#lib/watching/queries.ts'
import { ListWatchedInput } from '#lib/watching/schema.ts'
import { show } from '#lib/web/show.ts'
import { saveMail, stopWatching } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tab.mail') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function MailPage({ searchParams }: Props) {
  const [t, context, { cursor }] = await Promise.all([getTranslations('mail'), currentContext(), searchParams])
  const { actor, now } = context
  const input = ListWatchedInput.parse({ ...(typeof cursor === 'string' && { cursor }) })
  const { settings, watched } = await show(context, async (work) => ({
    settings: await getMailSettings(work, actor.personId),
    watched: await listWatched(work, input),
  }))
  return (
    <SettingsFrame current="mail" administers={actor.role === 'administrator'}>
      <div className="flex max-w-3xl flex-col gap-6">
        <Panel title={t('title')}>
          <p className="mb-4 max-w-prose text-muted">{t(env().SMTP_URL ? 'intro' : 'off')}</p>
          <MailForm action={saveMail} settings={settings} zone={actor.zone} />
        </Panel>
        <Panel title={t('watched')}>
          {watched.items.length === 0 ? (
            <EmptyState icon={BellOff} title={t('none')}>
              {t('noneText')}
            </EmptyState>
          ) : (
            <WatchedList watched={watched.items} zone={actor.zone} now={now} stop={stopWatching} />
          )}
          <Pagination
            nextHref={watched.nextCursor && `/settings/mail?cursor=${encodeURIComponent(watched.nextCursor)}`}
            firstHref={cursor ? '/settings/mail' : null}
          />
        </Panel>
      </div>
    </SettingsFrame>
  )
}
