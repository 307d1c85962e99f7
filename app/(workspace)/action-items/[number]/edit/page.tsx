import { getTranslations } from 'next-intl/server'
import { ItemFields } from '#components/action-items/item-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { priorities } from '#lib/action-items/model.ts'
import { getActionItem } from '#lib/action-items/queries.ts'
import { getItemStanding } from '#lib/action-items/standing.ts'
import { currentContext } from '#lib/auth/current.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { personChoices, teamChoices } from '../../../choices.ts'
import { update } from '../../actions.ts'

export default async function EditActionItemPage({ params }: { params: Promise<{ number: string }> }) {
  const [t, context, number] = await Promise.all([getTranslations('actionItems'), currentContext(), numberIn(params)])
  const { item, standing, teams, people } = await show(context, async (work) => ({
    item: await getActionItem(work, number),
    standing: await getItemStanding(work, number),
    teams: await teamChoices(work),
    people: await personChoices(work),
  }))
  const may = standing.update
  const base = `/action-items/${number}`
  const named = (options: { value: string; label: string }[]) =>
    Object.fromEntries(options.map(({ value, label }) => [value, label]))
  return (
    <>
      <PageHeader
        title={t('edit.title')}
        crumbs={[
          { href: '/action-items', label: t('title') },
          { href: base, label: `AI-${number} ${item.title}` },
        ]}
      />
      <RecordForm
        action={update.bind(null, number)}
        may={may}
        version={item.version}
        compared={[
          { name: 'title', label: t('fields.title'), path: 'title' },
          { name: 'doneWhen', label: t('fields.doneWhen'), path: 'doneWhen' },
          {
            name: 'priority',
            label: t('fields.priority'),
            path: 'priority',
            labels: Object.fromEntries(Object.entries(priorities).map(([key, { label }]) => [key, label])),
          },
          { name: 'team', label: t('fields.team'), path: 'team.slug', labels: named(teams) },
          { name: 'owner', label: t('fields.owner'), path: 'owner.id', labels: named(people) },
          { name: 'dueOn', label: t('fields.due'), path: 'dueOn' },
        ]}
        submit={t('edit.submit')}
        backHref={base}
      >
        <ItemFields item={item} teams={teams} people={people} />
      </RecordForm>
    </>
  )
}
