import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AnswerForm } from '#components/action-items/answer-form.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { TabsNav } from '#components/ui/tabs-nav.tsx'
import { type Answer, answers } from '#lib/action-items/answers.ts'
import { getActionItem } from '#lib/action-items/queries.ts'
import { getItemStanding } from '#lib/action-items/standing.ts'
import { currentContext } from '#lib/auth/current.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { personChoices } from '../../../choices.ts'
import { advance, decide, update } from '../../actions.ts'

type Props = {
  params: Promise<{ number: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, number] = await Promise.all([getTranslations('itemAnswer'), numberIn(params)])
  return { title: `${t('title')} · AI-${number}` }
}

/** Where the links of a reminder lead: one question, one form, and nothing happens before it is sent. */
export default async function AnswerPage({ params, searchParams }: Props) {
  const [t, context, number, { with: wanted }] = await Promise.all([
    getTranslations('itemAnswer'),
    currentContext(),
    numberIn(params),
    searchParams,
  ])
  const { item, standing, people } = await show(context, async (work) => ({
    item: await getActionItem(work, number),
    standing: await getItemStanding(work, number),
    people: await personChoices(work),
  }))
  const answer: Answer = answers.find((each) => each === wanted) ?? 'blocked'
  const base = `/action-items/${number}`
  const tabs = answers.map((each) => ({
    href: `${base}/answer?with=${each}`,
    label: t(`ways.${each}`),
    current: each === answer,
  }))
  return (
    <>
      <PageHeader title={t('title')} crumbs={[{ href: base, label: `AI-${number} ${item.title}` }]} />
      <TabsNav label={t('title')} tabs={tabs} />
      {standing.edit.allowed ? (
        <AnswerForm
          answer={answer}
          item={item}
          standing={standing}
          people={people}
          advance={advance.bind(null, number)}
          decide={decide.bind(null, number)}
          update={update.bind(null, number)}
        />
      ) : (
        <Callout tone="info">{standing.edit.reason}</Callout>
      )}
    </>
  )
}
