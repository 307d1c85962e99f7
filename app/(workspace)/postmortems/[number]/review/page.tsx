import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReviewSummary } from '#components/postmortems/review-summary.tsx'
import { RevisionDiff } from '#components/postmortems/revision-diff.tsx'
import { DecisionForm } from '#components/reviews/decision-form.tsx'
import { MeetingList } from '#components/reviews/meeting-list.tsx'
import { PointList } from '#components/reviews/point-list.tsx'
import { RubricAnswers } from '#components/reviews/rubric-answers.tsx'
import { Signatures } from '#components/reviews/signatures.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { currentContext } from '#lib/auth/current.ts'
import type { Work } from '#lib/context.ts'
import { listActivePeople } from '#lib/people/queries.ts'
import { diffRevisions } from '#lib/postmortems/diff.ts'
import { getPostmortem } from '#lib/postmortems/queries.ts'
import { findRevision } from '#lib/postmortems/revisions.ts'
import { getStanding } from '#lib/postmortems/standing.ts'
import { getReviewPicture, lastDecidedRevision } from '#lib/reviews/queries.ts'
import { formatInstant } from '#lib/time.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { answer, review } from '../actions.ts'
import { PlanMeeting } from '../plan-meeting.tsx'
import { WordingPanel } from '../wording-panel.tsx'
import { AskPanel } from './ask-panel.tsx'
import { FrozenText } from './frozen-text.tsx'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await getTranslations('postmortems.review'))('heading')} PM-${await numberIn(params)}` }
}

/** The frozen text and everything said about it, side by side: nobody has to remember what they are deciding on. */
export default async function ReviewPage({ params }: Props) {
  const [t, r, list, context, number] = await Promise.all([
    getTranslations('postmortems.review'),
    getTranslations('reviews'),
    getTranslations('postmortems'),
    currentContext(),
    numberIn(params),
  ])
  const { postmortem, standing, people, picture, frozen, since } = await show(context, (work) =>
    everything(work, number),
  )
  const { zone, personId } = context.actor
  const [latest, ...earlier] = postmortem.reviews
  const at = (instant: string) => formatInstant(new Date(instant), zone)
  const headings = new Map((frozen?.sections ?? postmortem.sections).map(({ key, heading }) => [key, heading]))
  const open = picture.points.filter(({ state }) => state === 'open').length
  return (
    <>
      <PageHeader
        title={t('heading')}
        description={postmortem.title}
        crumbs={[
          { href: '/postmortems', label: list('heading') },
          { href: `/postmortems/${number}`, label: `PM-${number}` },
        ]}
      />
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {since && (
            <Panel title={r('sinceYours', { revision: since.from })}>
              <RevisionDiff difference={since.difference} />
            </Panel>
          )}
          {frozen && latest && (
            <Panel title={r('frozen', { revision: latest.revision, at: at(latest.requestedAt) })}>
              <p className="mb-4 text-sm text-muted">{r('frozenWhy')}</p>
              <FrozenText number={number} content={frozen} />
            </Panel>
          )}
          {!latest && <p className="text-muted">{t('none')}</p>}
          {postmortem.state !== 'published' && <WordingPanel number={number} />}
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls. */}
        <div
          role="group"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1).
          tabIndex={0}
          aria-label={r('beside')}
          className="flex min-w-0 flex-col gap-6 xl:sticky xl:top-18 xl:max-h-[calc(100vh-5.5rem)] xl:overflow-y-auto xl:pb-4 print:static print:max-h-none print:overflow-visible"
        >
          <Panel title={r('needs')}>
            <Signatures picture={picture} number={number} zone={zone} />
          </Panel>
          {latest && (
            <Panel title={t('shown', { revision: latest.revision, at: at(latest.requestedAt) })}>
              <ReviewSummary review={latest} zone={zone} now={context.now} />
            </Panel>
          )}
          {standing.decide.allowed && (
            <Panel title={r('decide')}>
              <DecisionForm
                action={review.bind(null, number)}
                rubric={picture.rubric}
                me={personId}
                sections={[...headings].map(([key, heading]) => ({ key, heading }))}
              />
            </Panel>
          )}
          <Panel title={open > 0 ? r('openCount', { count: open }) : r('pointList')}>
            <PointList
              points={picture.points}
              headings={headings}
              zone={zone}
              now={context.now}
              me={personId}
              mayAnswer={standing.edit.allowed}
              answer={(id) => answer.bind(null, number, id)}
            />
          </Panel>
          {latest && (
            <Panel title={r('rubricAnswers')}>
              <RubricAnswers rubric={picture.rubric} />
            </Panel>
          )}
          <AskPanel postmortem={postmortem} standing={standing} people={people} />
          <Panel title={r('meetings')}>
            <MeetingList meetings={picture.meetings} number={number} zone={zone} mayChange={standing.edit.allowed} />
            {standing.edit.allowed && <PlanMeeting number={number} people={people} zone={zone} />}
          </Panel>
          {earlier.length > 0 && (
            <Disclosure summary={t('earlier')}>
              <div className="flex flex-col gap-4">
                {earlier.map((review) => (
                  <Panel
                    key={review.requestedAt}
                    level={3}
                    title={t('shown', { revision: review.revision, at: at(review.requestedAt) })}
                  >
                    <ReviewSummary review={review} zone={zone} now={context.now} />
                  </Panel>
                ))}
              </div>
            </Disclosure>
          )}
        </div>
      </div>
    </>
  )
}

async function everything(work: Work, number: number) {
  const postmortem = await getPostmortem(work, number)
  const [latest] = postmortem.reviews
  const frozen = latest ? await findRevision(work, number, latest.revision) : null
  return {
    postmortem,
    frozen,
    standing: await getStanding(work, number),
    people: await listActivePeople(work),
    picture: await getReviewPicture(work, number),
    since: frozen && latest ? await changedSinceMine(work, { number, revision: latest.revision, frozen }) : null,
  }
}

type Shown = { number: number; revision: number; frozen: NonNullable<Awaited<ReturnType<typeof findRevision>>> }

/** What a reviewer who is asked again has not seen yet. */
async function changedSinceMine(work: Work, { number, revision, frozen }: Shown) {
  const from = await lastDecidedRevision(work, number)
  if (from === null || from >= revision) return null
  const before = await findRevision(work, number, from)
  return before && { from, difference: diffRevisions(before, frozen) }
}
