import type { Metadata } from 'next'
import { cache } from 'react'
import { Still } from '#app/still.tsx'
import { TalkLink } from '#components/comments/talk-link.tsx'
import { TakeAlong } from '#components/exports/take-along.tsx'
import { Notices } from '#components/postmortems/notices.tsx'
import { listActionItems } from '#lib/action-items/queries.ts'
import { listActivity } from '#lib/activity/queries.ts'
import { currentContext } from '#lib/auth/current.ts'
import { countOpen } from '#lib/comments/queries.ts'
import type { Work } from '#lib/context.ts'
import type { OwnImage } from '#lib/markdown/own-images.ts'
import { renderMarkdown } from '#lib/markdown/render-pool.ts'
import { getNotices } from '#lib/postmortems/notices.ts'
import { getPostmortem } from '#lib/postmortems/queries.ts'
import type { PostmortemOut } from '#lib/postmortems/schema.ts'
import { getStanding } from '#lib/postmortems/standing.ts'
import { templateInForce } from '#lib/templates/queries.ts'
import { startOfMinute } from '#lib/time.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { within } from './within.ts'

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
    notices: await getNotices(work, number),
    talk: await countOpen(work, number),
    items: (await listActionItems(work, { postmortem: number, status: 'all', limit: 100 })).items,
    activity: (await listActivity(work, { about: { kind: 'postmortem', number }, limit: 20 })).items,
  })),
)

export default async function PostmortemPage({ params }: Props) {
  const number = await numberIn(params)
  const [context, { postmortem, templateName, within, standing, notices, talk, items, activity }] = await Promise.all([
    currentContext(),
    load(number),
  ])
  const { sections: written, facts, ...record } = postmortem
  const sections = await rendered(written, within.images)
  // To the minute, as it is shown: the same page a moment later is the same still.
  const reader = { zone: context.actor.zone, now: startOfMinute(context.now) }
  return (
    <article>
      <Still of="PostmortemHead" record={record} standing={standing} {...reader} />
      <Notices {...notices} number={number} />
      <div className="mt-6 grid grid-cols-1 gap-x-10 gap-y-8 print:block print:space-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="flex min-w-0 flex-col gap-9 print:block print:space-y-8">
          <Still of="PostmortemDocument" {...{ sections, facts }} text={record.text} embedded={within.embedded} />
          <Still of="PostmortemRest" record={record} items={items} activity={activity} {...reader} />
        </div>
        <aside className="flex flex-col gap-6">
          <Still
            of="PostmortemAside"
            record={record}
            facts={facts}
            headings={sections.map(({ key, heading }) => ({ key, heading }))}
            template={templateName}
            {...reader}
          />
          {talk && (talk.open > 0 || talk.mayComment) && <TalkLink number={number} open={talk.open} />}
          {record.text && <TakeAlong number={number} edits={standing.edit.allowed && record.publishedAt !== null} />}
        </aside>
      </div>
    </article>
  )
}

/** A template that is no longer known keeps its key as its name. */
async function withTemplateName(work: Work, postmortem: PostmortemOut) {
  const template = await templateInForce(work, postmortem.template)
  const bodies = postmortem.sections.map(({ body }) => body)
  return {
    ...{ postmortem, templateName: template?.name ?? postmortem.template },
    within: await within(work, { number: postmortem.number, bodies, published: postmortem.text === 'published' }),
  }
}

async function rendered(sections: PostmortemOut['sections'], images: readonly OwnImage[]) {
  const written = sections.filter(({ body }) => body.trim() !== '')
  return Promise.all(
    written.map(async ({ key, heading, body }) => ({
      key,
      heading,
      rendered: await renderMarkdown(body, { headingBase: 3, scope: key.replaceAll('_', '-'), images, embeds: true }),
    })),
  )
}
