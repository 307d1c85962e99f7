import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CloseForm } from '#components/action-items/close-form.tsx'
import { ItemFacts } from '#components/action-items/item-facts.tsx'
import { ItemHeader } from '#components/action-items/item-header.tsx'
import { ReopenForm } from '#components/action-items/reopen-form.tsx'
import { History } from '#components/activity/history.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { getActionItem } from '#lib/action-items/queries.ts'
import { getItemStanding } from '#lib/action-items/standing.ts'
import { listActivity } from '#lib/activity/queries.ts'
import { currentContext } from '#lib/auth/current.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { close, reopen } from '../actions.ts'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [context, number] = await Promise.all([currentContext(), numberIn(params)])
  const { title } = await show(context, (work) => getActionItem(work, number))
  return { title: `AI-${number} ${title}` }
}

export default async function ActionItemPage({ params }: Props) {
  const [t, context, number] = await Promise.all([getTranslations('actionItems'), currentContext(), numberIn(params)])
  const { item, standing, history } = await show(context, async (work) => ({
    item: await getActionItem(work, number),
    standing: await getItemStanding(work, number),
    history: (await listActivity(work, { about: { kind: 'action_item', number }, limit: 50 })).items,
  }))
  return (
    <>
      <ItemHeader item={item} update={standing.update} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <Panel title={t('item.facts')}>
            <ItemFacts item={item} zone={context.actor.zone} now={context.now} />
          </Panel>
          {item.closure ? (
            <Panel title={t('reopen.title')}>
              {standing.reopen.allowed ? (
                <ReopenForm action={reopen.bind(null, number)} />
              ) : (
                <p className="text-muted">{standing.reopen.reason}</p>
              )}
            </Panel>
          ) : (
            <Panel title={t('close.title')}>
              {standing.close.allowed ? (
                <CloseForm action={close.bind(null, number)} />
              ) : (
                <p className="text-muted">{standing.close.reason}</p>
              )}
            </Panel>
          )}
        </div>
        <Panel title={t('item.history')}>
          <History events={history} zone={context.actor.zone} now={context.now} />
        </Panel>
      </div>
    </>
  )
}
