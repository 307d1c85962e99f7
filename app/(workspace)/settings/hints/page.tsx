import { MessageSquareText } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SettingsFrame } from '#components/accounts/settings-frame.tsx'
import { Catalogue } from '#components/blameless/catalogue.tsx'
import { ExceptionForm } from '#components/blameless/exception-form.tsx'
import { ExceptionList } from '#components/blameless/exception-list.tsx'
import { WhyWording } from '#components/blameless/why-wording.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { listExceptions } from '#lib/hints/queries.ts'
import { ListExceptionsInput } from '#lib/hints/schema.ts'
import { can } from '#lib/policy/can.ts'
import { show } from '#lib/web/show.ts'
import { add, bringBack } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tab.hints') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function HintsPage({ searchParams }: Props) {
  const [t, context, { cursor }] = await Promise.all([
    getTranslations('hints.settings'),
    currentContext(),
    searchParams,
  ])
  const { actor, now } = context
  const input = ListExceptionsInput.parse({ ...(typeof cursor === 'string' && { cursor }) })
  const { items, nextCursor } = await show(context, (work) => listExceptions(work, input))
  const decides = can(actor, 'dismissForEveryone', 'hint').allowed

  return (
    <SettingsFrame current="hints" administers={actor.role === 'administrator'}>
      <p className="mb-5 max-w-2xl text-muted">{t('intro')}</p>
      <div className="flex max-w-4xl flex-col gap-6">
        <Panel title={t('exceptions')}>
          {items.length === 0 ? (
            <EmptyState icon={MessageSquareText} title={t('none')}>
              {t('noneText')}
            </EmptyState>
          ) : (
            <ExceptionList exceptions={items} zone={actor.zone} now={now} bringBack={decides ? bringBack : null} />
          )}
          <Pagination
            nextHref={nextCursor && `/settings/hints?cursor=${encodeURIComponent(nextCursor)}`}
            firstHref={cursor ? '/settings/hints' : null}
          />
        </Panel>
        {decides && (
          <Panel title={t('add')}>
            <ExceptionForm action={add} />
          </Panel>
        )}
        <Panel title={t('why')}>
          <WhyWording />
        </Panel>
        <Panel title={t('catalogue')} flush>
          <Catalogue />
        </Panel>
      </div>
    </SettingsFrame>
  )
}
