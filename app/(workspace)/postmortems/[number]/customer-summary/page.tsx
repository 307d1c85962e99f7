import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Findings } from '#components/customer-summaries/findings.tsx'
import { SummaryEditor } from '#components/customer-summaries/summary-editor.tsx'
import { Markdown } from '#components/markdown.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { getSummary } from '#lib/customer-summaries/queries.ts'
import { renderMarkdown } from '#lib/markdown/render-pool.ts'
import { getPostmortem } from '#lib/postmortems/queries.ts'
import { getStanding } from '#lib/postmortems/standing.ts'
import { formatInstant } from '#lib/time.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { keep, save } from './actions.ts'
import { Approval, TakeOut } from './approval.tsx'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await getTranslations('customerSummary'))('title')} PM-${await numberIn(params)}` }
}

export default async function CustomerSummaryPage({ params }: Props) {
  const [t, list, context, number] = await Promise.all([
    getTranslations('customerSummary'),
    getTranslations('postmortems'),
    currentContext(),
    numberIn(params),
  ])
  const { summary, postmortem, standing } = await show(context, async (work) => ({
    postmortem: await getPostmortem(work, number),
    standing: await getStanding(work, number),
    summary: await getSummary(work, number),
  }))
  const { zone } = context.actor
  const { current, draft, findings, revisions } = summary
  const edits = standing.edit.allowed
  const shown = current ?? draft
  const { tree, degraded } = await renderMarkdown(shown?.body ?? '', { headingBase: 3 })
  const labels = { heading: t('heading'), body: t('body'), bodyHint: t('bodyHint'), theirs: t('theirs') }
  return (
    <>
      <PageHeader
        title={t('title')}
        description={postmortem.title}
        crumbs={[
          { href: '/postmortems', label: list('heading') },
          { href: `/postmortems/${number}`, label: `PM-${number}` },
        ]}
      />
      <p className="mb-5 text-muted">{t('intro')}</p>
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {edits && (
            <Panel title={t('write')}>
              {!current && <Callout tone="info">{t('prefilled')}</Callout>}
              <Form action={save.bind(null, number)} className="mt-3 flex flex-col gap-5">
                <SummaryEditor
                  key={current?.revision ?? 0}
                  revision={current?.revision ?? 0}
                  title={shown?.title ?? ''}
                  body={shown?.body ?? ''}
                  labels={labels}
                />
                <div>
                  <SubmitButton>{t('save')}</SubmitButton>
                </div>
              </Form>
            </Panel>
          )}
          {shown && (
            <Panel title={t('preview')}>
              <h3 className="mb-3 text-xl font-semibold">{shown.title}</h3>
              <Markdown tree={tree} degraded={degraded} />
            </Panel>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          {current && (
            <Panel title={t('check')}>
              <Findings findings={findings} keep={edits ? (key) => keep.bind(null, number, key) : null} />
            </Panel>
          )}
          <Approval number={number} summary={summary} zone={zone} />
          <TakeOut number={number} summary={summary} />
          {revisions.length > 0 && (
            <Panel title={t('revisions')}>
              <ol className="flex flex-col gap-2">
                {revisions.map(({ revision, by, at, approval }) => (
                  <li key={revision} className="flex flex-wrap items-center gap-2">
                    {t('revision', { revision })} {approval && <Badge tone="ok">{t('isApproved')}</Badge>}
                    <span className="basis-full text-sm text-muted">
                      {t('by', { name: by?.name ?? 'Firebreak', at: formatInstant(new Date(at), zone) })}
                    </span>
                  </li>
                ))}
              </ol>
            </Panel>
          )}
        </div>
      </div>
    </>
  )
}
