import { getTranslations } from 'next-intl/server'
import { DecideForms } from '#components/action-items/decide-forms.tsx'
import { PriorityBadge } from '#components/action-items/priority-badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { listActionItems } from '#lib/action-items/queries.ts'
import { getItemStanding } from '#lib/action-items/standing.ts'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { personChoices, programChoices } from '../../../choices.ts'
import { decideItem } from '../actions.ts'

/** Every idea of the postmortem that nobody decided about, each to be decided where it stands. */
export async function UndecidedItems({ number }: { number: number }) {
  const [t, context] = await Promise.all([getTranslations('actionItems.undecided'), currentContext()])
  const { items, people, programs } = await read(context, async (work) => {
    const given = { postmortem: number, commitment: 'proposed', status: 'open', limit: 100 } as const
    const { items } = await listActionItems(work, given)
    const decidable = []
    for (const item of items) decidable.push({ item, standing: await getItemStanding(work, item.number) })
    return {
      items: decidable,
      people: await personChoices(work),
      programs: await programChoices(work),
    }
  })
  if (items.length === 0) return null
  return (
    <div id="undecided" className="scroll-mt-20">
      <Panel title={t('title')}>
        <p className="text-muted">{t('hint')}</p>
        <ul className="flex flex-col divide-y divide-line">
          {items.map(({ item, standing }) => (
            <li key={item.number} className="flex flex-col gap-3 py-4">
              <span className="flex flex-wrap items-center gap-2">
                <PriorityBadge priority={item.priority} />
                <Link href={`/action-items/${item.number}`} className="font-medium hover:underline">
                  AI-{item.number} {item.title}
                </Link>
              </span>
              {standing.edit.allowed ? (
                <DecideForms
                  item={item}
                  decisions={standing.decisions}
                  people={people}
                  programs={programs}
                  action={decideItem.bind(null, number, item.number)}
                />
              ) : (
                <p className="text-muted">{standing.edit.reason}</p>
              )}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
