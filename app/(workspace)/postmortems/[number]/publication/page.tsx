import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Callout } from '#components/ui/callout.tsx'
import { Form } from '#components/ui/form.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { Time } from '#components/ui/time.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { getPostmortem } from '#lib/postmortems/queries.ts'
import { getStanding } from '#lib/postmortems/standing.ts'
import { getSupersession } from '#lib/postmortems/supersession.ts'
import { formatInstant } from '#lib/time.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { amend, publish, retract } from '../actions.ts'
import { MissingPanel } from '../missing-panel.tsx'
import { WordingPanel } from '../wording-panel.tsx'
import { SupersedePanel } from './supersede-panel.tsx'
import { UndecidedItems } from './undecided-items.tsx'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await getTranslations('postmortems.publication'))('heading')} PM-${await numberIn(params)}` }
}

export default async function PublicationPage({ params }: Props) {
  const [t, list, context, number] = await Promise.all([
    getTranslations('postmortems.publication'),
    getTranslations('postmortems'),
    currentContext(),
    numberIn(params),
  ])
  const { postmortem, standing, superseded } = await show(context, async (work) => ({
    postmortem: await getPostmortem(work, number),
    standing: await getStanding(work, number),
    superseded: (await getSupersession(work, number)).superseded,
  }))
  const { zone } = context.actor
  const published = postmortem.state === 'published'
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
        {!published && standing.edit.allowed && <MissingPanel number={number} stage="publish" />}
        {!published && <UndecidedItems number={number} />}
        {!published && (
          <Panel title={t('publish')}>
            {standing.publish.allowed ? (
              <Form action={publish.bind(null, number)}>
                <p className="text-muted">{t('publishHint')}</p>
                <TextArea name="note" label={t('note')} hint={t('noteHint')} maxLength={2000} rows={2} />
                <div>
                  <SubmitButton>{t('publish')}</SubmitButton>
                </div>
              </Form>
            ) : (
              <Callout tone="neutral" title={t('notNow')}>
                {standing.publish.reason}
              </Callout>
            )}
          </Panel>
        )}
        {published && (
          <Panel title={t('amend')}>
            {standing.amend.allowed ? (
              <Form action={amend.bind(null, number)}>
                <p className="text-muted">{t('amendHint')}</p>
                <TextArea name="note" label={t('amendNote')} required maxLength={2000} rows={3} />
                <div>
                  <SubmitButton>{t('amend')}</SubmitButton>
                </div>
              </Form>
            ) : (
              <Callout tone="neutral" title={t('notNow')}>
                {standing.amend.reason}
              </Callout>
            )}
          </Panel>
        )}
        <WordingPanel number={number} />
        {standing.edit.allowed && <SupersedePanel number={number} superseded={superseded !== null} />}
        {standing.retract.allowed && (
          <Panel title={t('retract')}>
            <Form action={retract.bind(null, number)}>
              <p className="text-muted">{t('retractHint')}</p>
              <TextArea name="reason" label={t('reason')} required maxLength={2000} rows={3} />
              <div>
                <SubmitButton tone="danger">{t('retract')}</SubmitButton>
              </div>
            </Form>
          </Panel>
        )}
        <Panel title={t('history')}>
          {postmortem.publications.length === 0 && <p className="text-muted">{t('none')}</p>}
          <ol className="flex flex-col divide-y divide-line">
            {postmortem.publications.map(({ revision, publishedAt, note, retraction }, index) => (
              <li key={publishedAt} className="flex flex-col gap-1 py-3">
                <span className="flex flex-wrap justify-between gap-3">
                  <span className="font-medium">{t('revision', { revision })}</span>
                  <Time value={new Date(publishedAt)} zone={zone} now={context.now} />
                </span>
                {note && <span className="text-muted">{note}</span>}
                {retraction && (
                  <span className="text-danger">
                    {t('retracted', {
                      at: formatInstant(new Date(retraction.retractedAt), zone),
                      reason: retraction.reason,
                    })}
                  </span>
                )}
                {postmortem.publications[index + 1] && (
                  <Link
                    href={`/postmortems/${number}/history?from=${postmortem.publications[index + 1]?.revision}&to=${revision}`}
                    className="text-accent hover:underline"
                  >
                    {t('differences')}
                  </Link>
                )}
              </li>
            ))}
          </ol>
        </Panel>
      </div>
    </>
  )
}
