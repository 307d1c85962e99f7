import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdvanceForm } from '#components/action-items/advance-form.tsx'
import { DecideForms } from '#components/action-items/decide-forms.tsx'
import { EvidenceForm, EvidenceList } from '#components/action-items/evidence.tsx'
import { ItemFacts } from '#components/action-items/item-facts.tsx'
import { ItemHeader } from '#components/action-items/item-header.tsx'
import { MergeForm } from '#components/action-items/merge-form.tsx'
import { MergeSuggestions } from '#components/action-items/merge-suggestions.tsx'
import { WhereItStands } from '#components/action-items/where-it-stands.tsx'
import { History } from '#components/activity/history.tsx'
import { UndoNotice } from '#components/board/undo-notice.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { WatchButton } from '#components/watching/watch-button.tsx'
import { LookInput } from '#lib/action-items/look.ts'
import { getActionItem } from '#lib/action-items/queries.ts'
import { possibleDuplicates } from '#lib/action-items/similar.ts'
import { countBefore, getItemStanding } from '#lib/action-items/standing.ts'
import { listActivity } from '#lib/activity/queries.ts'
import { currentContext } from '#lib/auth/current.ts'
import type { Work } from '#lib/context.ts'
import { isWatchingRecord } from '#lib/watching/queries.ts'
import { filtersFrom } from '#lib/web/filters.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { personChoices, programChoices } from '../../choices.ts'
import { toggle } from '../../watching.ts'
import { addEvidence, advance, decide, merge, undoMerge } from '../actions.ts'

type Props = {
  params: Promise<{ number: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const [context, number] = await Promise.all([currentContext(), numberIn(params)])
  const { title } = await show(context, (work) => getActionItem(work, number))
  return { title: `AI-${number} ${title}` }
}

export default async function ActionItemPage({ params, searchParams }: Props) {
  const [t, context, number, asked] = await Promise.all([
    getTranslations('actionItems'),
    currentContext(),
    numberIn(params),
    searchParams,
  ])
  const { changed } = filtersFrom(LookInput, asked)
  const { alike, item, standing, undoable, ...shown } = await show(context, async (work) => ({
    ...(await itemWithAlike(work, number)),
    undoable: changed ? await countBefore(work, changed) : 0,
    watching: await isWatchingRecord(work, { kind: 'action_item', number }),
    people: await personChoices(work),
    programs: await programChoices(work),
    history: (await listActivity(work, { about: { kind: 'action_item', number }, limit: 50 })).items,
  }))
  return (
    <>
      {changed && undoable > 0 && (
        <UndoNotice edit={changed} undo={undoMerge.bind(null, number)}>
          {t('merge.merged')}
        </UndoNotice>
      )}
      <ItemHeader
        item={item}
        update={standing.update}
        watch={<WatchButton watching={shown.watching} action={toggle(shown.watching, 'action_item', number)} />}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <Panel title={t('item.facts')}>
            <ItemFacts item={item} zone={context.actor.zone} now={context.now} />
          </Panel>
          <Panel title={t('item.stands')}>
            <div className="flex flex-col gap-5">
              <WhereItStands item={item} />
              {standing.edit.allowed ? (
                <>
                  {standing.steps.length > 0 && (
                    <AdvanceForm action={advance.bind(null, number)} steps={standing.steps} />
                  )}
                  <DecideForms
                    item={item}
                    decisions={standing.decisions}
                    people={shown.people}
                    programs={shown.programs}
                    action={decide.bind(null, number)}
                  />
                  {alike.length > 0 && (
                    <MergeSuggestions number={number} items={alike} merge={(from) => merge.bind(null, from)} />
                  )}
                  {standing.merge && (
                    <Disclosure summary={t('merge.button')}>
                      <MergeForm action={merge.bind(null, number)} />
                    </Disclosure>
                  )}
                </>
              ) : (
                <p className="text-muted">{standing.edit.reason}</p>
              )}
            </div>
          </Panel>
          <Panel title={t('evidence.title')}>
            <EvidenceList evidence={item.evidence} zone={context.actor.zone} />
            {standing.edit.allowed && (
              <Disclosure summary={t('evidence.add')}>
                <EvidenceForm action={addEvidence.bind(null, number)} />
              </Disclosure>
            )}
          </Panel>
        </div>
        <Panel title={t('item.history')}>
          <History events={shown.history} zone={context.actor.zone} now={context.now} />
        </Panel>
      </div>
    </>
  )
}

async function itemWithAlike(work: Work, number: number) {
  const item = await getActionItem(work, number)
  const standing = await getItemStanding(work, number)
  const merges = standing.edit.allowed && standing.merge && !item.closed
  return { item, standing, alike: merges ? await possibleDuplicates(work, item) : [] }
}
