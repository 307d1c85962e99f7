import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { History } from '#components/activity/history.tsx'
import { ConfirmFields } from '#components/guides/answer-fields.tsx'
import { Answer, FlagList } from '#components/guides/flag-list.tsx'
import { GuideFacts } from '#components/guides/guide-facts.tsx'
import { ProposalList } from '#components/guides/proposal-list.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { listActivity } from '#lib/activity/queries.ts'
import { currentContext } from '#lib/auth/current.ts'
import { ownerTeam } from '#lib/guides/owners.ts'
import { whatWasSaid } from '#lib/guides/standings.ts'
import { getGuideTalk, guideId } from '#lib/guides/talk.ts'
import { can } from '#lib/policy/can.ts'
import { localDate } from '#lib/time.ts'
import { show } from '#lib/web/show.ts'
import { exerciseChoices } from '../../../choices.ts'
import { answer } from '../../actions.ts'
import { guideIn, type Params } from '../../guide-in.ts'

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const [t, { title }] = await Promise.all([getTranslations('guides.answers'), guideIn(params)])
  return { title: `${t('title')}: ${title}` }
}

export default async function GuideAnswersPage({ params }: { params: Params }) {
  const [t, context, guide] = await Promise.all([getTranslations('guides'), currentContext(), guideIn(params)])
  const { actor, now } = context
  if (!can(actor, 'discuss', 'guide').allowed) notFound()
  const { slug, owner } = guide
  const { talk, team, said, history, exercises } = await show(context, async (work) => {
    const subjectId = await guideId(work, slug)
    return {
      talk: await getGuideTalk(work, slug),
      team: await ownerTeam(work, owner),
      said: (await whatWasSaid(work))[slug],
      exercises: await exerciseChoices(work),
      history: subjectId ? (await listActivity(work, { subjectId, limit: 50 })).items : [],
    }
  })
  const may = can(actor, 'answer', 'guide', { ...(team && { teamId: team.id }) })
  return (
    <>
      <PageHeader
        title={t('answers.title')}
        crumbs={[
          { href: '/guides', label: t('title') },
          { href: `/guides/${slug}`, label: guide.title },
        ]}
        eyebrow={<GuideFacts guide={guide} said={said} today={localDate(now, actor.zone)} />}
        description={team ? t('answers.owner', { team: team.name }) : t('answers.noTeam', { owner })}
        actions={<LinkButton href={`/guides/${slug}/flag`}>{t('actions.flag')}</LinkButton>}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <Panel title={t('answers.flags')}>
            <FlagList
              guide={talk}
              zone={actor.zone}
              exercises={exercises}
              actionOf={may.allowed ? (flag) => answer.bind(null, slug, flag) : null}
            />
          </Panel>
          <Panel title={t('answers.proposals')}>
            <ProposalList slug={slug} proposals={talk.proposals} zone={actor.zone} />
          </Panel>
          <Panel title={t('answers.answers')}>
            {talk.answers.length === 0 && <p className="text-muted">{t('answers.noAnswers')}</p>}
            <ul className="flex flex-col gap-4">
              {talk.answers.map((one) => (
                <li key={one.at}>
                  <Answer answer={one} slug={slug} zone={actor.zone} />
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title={t('answers.confirm')}>
            <p className="mb-4 text-muted">{may.allowed ? t('answers.confirmAbout') : may.reason}</p>
            {may.allowed && (
              <RecordForm
                action={answer.bind(null, slug, null)}
                may={may}
                submit={t('answers.confirmSubmit')}
                className="flex max-w-xl flex-col gap-4"
              >
                <ConfirmFields exercises={exercises} />
              </RecordForm>
            )}
          </Panel>
        </div>
        <Panel title={t('answers.history')}>
          <History events={history} zone={actor.zone} now={now} />
        </Panel>
      </div>
    </>
  )
}
