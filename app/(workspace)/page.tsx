import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Still } from '#app/still.tsx'
import { OnThisDay } from '#components/incidents/on-this-day.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { listActionItems } from '#lib/action-items/queries.ts'
import { currentContext } from '#lib/auth/current.ts'
import { read, type Work } from '#lib/context.ts'
import { onThisDay } from '#lib/incidents/on-this-day.ts'
import { dueOf } from '#lib/postmortems/due.ts'
import { listMine } from '#lib/postmortems/mine.ts'
import { startOfMinute } from '#lib/time.ts'

export default async function HomePage() {
  const [t, context] = await Promise.all([getTranslations('home'), currentContext()])
  const { personId, name, zone } = context.actor
  const { mine, due, items, days } = await read(context, async (work) => ({
    ...(await mineWithDue(work)),
    items: (await listActionItems(work, { owner: [personId], status: 'open', limit: 8 })).items,
    days: await onThisDay(work, zone),
  }))
  const now = startOfMinute(context.now)
  const first = name.split(' ')[0] ?? name
  return (
    <>
      <PageHeader
        title={t('welcome', { name: first })}
        actions={
          <>
            <LinkButton href="/incidents/new">{t('recordIncident')}</LinkButton>
            <LinkButton href="/postmortems/new" tone="primary">
              {t('newPostmortem')}
            </LinkButton>
          </>
        }
      />
      <div className="grid gap-6 lg:grid-cols-2">
        <Panel title={t('toReview')}>
          <Either rows={mine.toReview} none={t('noneToReview')}>
            <Still of="PostmortemList" rows={mine.toReview} zone={zone} now={now} />
          </Either>
        </Panel>
        <Panel title={t('leading')} actions={<All href={`/postmortems?lead=${personId}`}>{t('all')}</All>}>
          <Either rows={mine.leading} none={t('noneLeading')}>
            <Still of="PostmortemList" rows={mine.leading} zone={zone} now={now} due={Object.fromEntries(due)} />
          </Either>
        </Panel>
        <Panel title={t('items')} actions={<All href={`/action-items?owner=${personId}`}>{t('all')}</All>}>
          <Either rows={items} none={t('noneItems')}>
            <Still of="ActionItemList" items={items} />
          </Either>
        </Panel>
        <Panel title={t('recent')} actions={<All href="/postmortems?state=published">{t('all')}</All>}>
          <Either rows={mine.recent} none={t('noneRecent')}>
            <Still of="PostmortemList" rows={mine.recent} zone={zone} now={now} />
          </Either>
        </Panel>
        {days.length > 0 && <OnThisDay days={days} />}
      </div>
    </>
  )
}

async function mineWithDue(work: Work) {
  const mine = await listMine(work)
  return {
    mine,
    due: await dueOf(
      work,
      mine.leading.map(({ number }) => number),
    ),
  }
}

function Either({ rows, none, children }: { rows: unknown[]; none: string; children: ReactNode }) {
  return rows.length > 0 ? children : <p className="text-muted">{none}</p>
}

function All({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="text-sm text-muted hover:text-ink hover:underline">
      {children}
    </Link>
  )
}
