import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReviewSummary } from '#components/postmortems/review-summary.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { CheckboxGroup } from '#components/ui/checkbox.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { listActivePeople } from '#lib/people/queries.ts'
import { getPostmortem } from '#lib/postmortems/queries.ts'
import { getStanding } from '#lib/postmortems/standing.ts'
import { formatInstant } from '#lib/time.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { askForReview, decide } from '../actions.ts'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await getTranslations('postmortems.review'))('heading')} PM-${await numberIn(params)}` }
}

export default async function ReviewPage({ params }: Props) {
  const [t, list, context, number] = await Promise.all([
    getTranslations('postmortems.review'),
    getTranslations('postmortems'),
    currentContext(),
    numberIn(params),
  ])
  const { postmortem, standing, people } = await show(context, async (work) => ({
    postmortem: await getPostmortem(work, number),
    standing: await getStanding(work, number),
    people: await listActivePeople(work),
  }))
  const [latest, ...earlier] = postmortem.reviews
  const { zone } = context.actor
  const before = new Set(latest?.reviewers.map(({ id }) => id))
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
      <div className="flex max-w-3xl flex-col gap-6">
        {latest ? (
          <Panel
            title={t('shown', { revision: latest.revision, at: formatInstant(new Date(latest.requestedAt), zone) })}
          >
            <ReviewSummary review={latest} zone={zone} now={context.now} />
          </Panel>
        ) : (
          <p className="text-muted">{t('none')}</p>
        )}
        {standing.decide.allowed && (
          <Panel title={t('yours')}>
            <Form action={decide.bind(null, number)}>
              <Disclosure summary={t('rubricTitle')}>
                <p className="text-muted">{t('rubric')}</p>
              </Disclosure>
              <RadioGroup
                name="verdict"
                label={t('verdict')}
                required
                choices={[
                  { value: 'approve', label: t('approve') },
                  { value: 'ask_for_changes', label: t('changes') },
                ]}
              />
              <TextArea name="note" label={t('note')} hint={t('noteHint')} maxLength={2000} />
              <div>
                <SubmitButton>{t('decide')}</SubmitButton>
              </div>
            </Form>
          </Panel>
        )}
        {standing.requestReview.allowed ? (
          <Panel title={latest ? t('again') : t('ask')}>
            <Form action={askForReview.bind(null, number)}>
              <p className="text-muted">{t('askHint')}</p>
              <CheckboxGroup
                name="reviewers"
                label={t('reviewers')}
                hint={t('reviewersHint')}
                choices={people
                  .filter(({ id }) => id !== postmortem.lead.id)
                  .map(({ id, name, title }) => ({
                    value: id,
                    label: name,
                    hint: title,
                    defaultChecked: before.has(id),
                  }))}
              />
              <div>
                <SubmitButton>{t('submit')}</SubmitButton>
              </div>
            </Form>
          </Panel>
        ) : (
          <Callout tone="neutral">{standing.requestReview.reason}</Callout>
        )}
        {earlier.length > 0 && (
          <Disclosure summary={t('earlier')}>
            <div className="flex flex-col gap-4">
              {earlier.map((review) => (
                <Panel
                  key={review.requestedAt}
                  level={3}
                  title={t('shown', {
                    revision: review.revision,
                    at: formatInstant(new Date(review.requestedAt), zone),
                  })}
                >
                  <ReviewSummary review={review} zone={zone} now={context.now} />
                </Panel>
              ))}
            </div>
          </Disclosure>
        )}
      </div>
    </>
  )
}
