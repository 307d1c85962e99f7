import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ActionItemList } from '#components/action-items/action-item-list.tsx'
import { History } from '#components/activity/history.tsx'
import { IncidentFacts } from '#components/incidents/facts-panel.tsx'
import { SpanFigures } from '#components/incidents/span-figures.tsx'
import { Contents } from '#components/postmortems/contents.tsx'
import { Document, DocumentPart } from '#components/postmortems/document.tsx'
import { PostmortemFacts } from '#components/postmortems/postmortem-facts.tsx'
import { PostmortemHeader } from '#components/postmortems/postmortem-header.tsx'
import { PublicationNote } from '#components/postmortems/publication-note.tsx'
import { ReviewSummary } from '#components/postmortems/review-summary.tsx'
import { PhaseStrip } from '#components/timeline/phase-strip.tsx'
import { Timeline } from '#components/timeline/timeline.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { listActionItems } from '#lib/action-items/queries.ts'
import { listActivity } from '#lib/activity/queries.ts'
import { currentContext } from '#lib/auth/current.ts'
import type { Work } from '#lib/context.ts'
import { renderMarkdown } from '#lib/markdown/render-pool.ts'
import { getPostmortem } from '#lib/postmortems/queries.ts'
import type { PostmortemOut } from '#lib/postmortems/schema.ts'
import { getStanding } from '#lib/postmortems/standing.ts'
import { templateInForce } from '#lib/templates/queries.ts'
import { numberIn, show } from '#lib/web/show.ts'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const number = await numberIn(params)
  const { postmortem } = await load(number)
  return { title: `PM-${number} ${postmortem.title}` }
}

/** Read once a request, for the page and for its title. */
const load = cache(async (number: number) =>
  show(await currentContext(), async (work) => ({
    ...(await withTemplateName(work, await getPostmortem(work, number))),
    standing: await getStanding(work, number),
    items: (await listActionItems(work, { postmortem: number, status: 'all', limit: 100 })).items,
    activity: (await listActivity(work, { about: { kind: 'postmortem', number }, limit: 20 })).items,
  })),
)

export default async function PostmortemPage({ params }: Props) {
  const number = await numberIn(params)
  const [t, context, { postmortem, templateName, standing, items, activity }] = await Promise.all([
    getTranslations('postmortems.read'),
    currentContext(),
    load(number),
  ])
  const { zone } = context.actor
  const sections = await rendered(postmortem)
  const { facts } = postmortem
  const hasTimeline = facts !== null && facts.timeline.length > 0
  const headings = sections.map(({ key, heading }) => ({ id: key, heading }))
  // The timeline belongs after the impact; a template without that section has it after its first one.
  const anchor = sections.find(({ key }) => key === 'impact')?.key ?? sections[0]?.key
  const position = headings.findIndex(({ id }) => id === anchor) + 1
  const entries = [
    ...headings.slice(0, position),
    ...(hasTimeline ? [{ id: 'timeline', heading: t('timeline') }] : []),
    ...headings.slice(position),
    { id: 'action-items', heading: t('actionItems') },
    ...(postmortem.reviews.length > 0 ? [{ id: 'reviews', heading: t('reviews') }] : []),
    { id: 'history', heading: t('history') },
  ]
  const timeline = hasTimeline && (
    <DocumentPart id="timeline" heading={t('timeline')}>
      <PhaseStrip incident={facts} />
      <Timeline entries={facts.timeline} zone={facts.zone} />
    </DocumentPart>
  )

  return (
    <article>
      <PostmortemHeader postmortem={postmortem} standing={standing} zone={zone} now={context.now} />
      <PublicationNote postmortem={postmortem} zone={zone} />
      <div className="mt-6 grid grid-cols-1 gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="flex min-w-0 flex-col gap-9">
          {facts && <SpanFigures incident={facts} />}
          {sections.length > 0 ? (
            <Document sections={sections} after={anchor ? { [anchor]: timeline } : {}} />
          ) : (
            <p className="text-muted">{t(postmortem.text ? 'unwritten' : 'noText')}</p>
          )}
          <DocumentPart id="action-items" heading={t('actionItems')}>
            {items.length > 0 ? <ActionItemList items={items} /> : <p className="mb-3 text-muted">{t('noItems')}</p>}
            <div className="mt-3 print:hidden">
              <LinkButton href={`/action-items/new?postmortem=${number}`} size="small">
                {t('addItem')}
              </LinkButton>
            </div>
          </DocumentPart>
          {postmortem.reviews[0] && (
            <DocumentPart id="reviews" heading={t('reviews')}>
              <ReviewSummary review={postmortem.reviews[0]} zone={zone} now={context.now} />
            </DocumentPart>
          )}
          <DocumentPart id="history" heading={t('history')}>
            <History events={activity} zone={zone} now={context.now} />
          </DocumentPart>
        </div>
        <aside className="flex flex-col gap-6">
          <PostmortemFacts postmortem={postmortem} template={templateName} zone={zone} now={context.now} />
          {facts && (
            <Panel title={t('facts')}>
              <IncidentFacts incident={facts} />
            </Panel>
          )}
          <div className="max-lg:hidden lg:sticky lg:top-20 lg:max-h-[calc(100vh-6rem)] lg:overflow-y-auto">
            <Contents label={t('contents')} entries={entries} />
          </div>
        </aside>
      </div>
    </article>
  )
}

/** A template that is no longer known keeps its key as its name. */
async function withTemplateName(work: Work, postmortem: PostmortemOut) {
  const template = await templateInForce(work, postmortem.template)
  return { postmortem, templateName: template?.name ?? postmortem.template }
}

async function rendered({ sections }: PostmortemOut) {
  const written = sections.filter(({ body }) => body.trim() !== '')
  return Promise.all(
    written.map(async ({ key, heading, body }) => ({
      key,
      heading,
      rendered: await renderMarkdown(body, { headingBase: 3, scope: key.replaceAll('_', '-') }),
    })),
  )
}
