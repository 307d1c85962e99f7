import type { Metadata } from 'next'
import { cache } from 'react'
import { Still } from '#app/still.tsx'
import { TakeAlong } from '#components/exports/take-along.tsx'
import { WatchButton } from '#components/watching/watch-button.tsx'
import { listActionItems } from '#lib/action-items/queries.ts'
import { listActivity } from '#lib/activity/queries.ts'
import { currentContext, type SignedIn } from '#lib/auth/current.ts'
import { countOpen, seesTalk } from '#lib/comments/queries.ts'
import type { Work } from '#lib/context.ts'
import { relationsOf } from '#lib/incidents/relations.ts'
import type { OwnImage } from '#lib/markdown/own-images.ts'
import { renderMarkdown } from '#lib/markdown/render-pool.ts'
import { can } from '#lib/policy/can.ts'
import { getEarlierItems } from '#lib/postmortems/earlier.ts'
import { getReading } from '#lib/postmortems/reading.ts'
import type { PostmortemOut } from '#lib/postmortems/schema.ts'
import { changedSinceShown, mayCompare, standingOf } from '#lib/postmortems/standing.ts'
import { programsFedBy } from '#lib/programs/records.ts'
import { startOfMinute } from '#lib/time.ts'
import { isWatching } from '#lib/watching/queries.ts'
import { numberIn, showKept } from '#lib/web/show.ts'
import { toggle } from '../../watching.ts'
import { within } from './within.ts'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const number = await numberIn(params)
  const { record } = await load(number)
  return { title: `PM-${number} ${record.title}` }
}

/** Read once a request, for the page and for its title. */
const load = cache(async (number: number) => {
  const context = await currentContext()
  const page = await showKept(context, ['postmortem', number], (work) => everything(work, number), {
    plannedOnce: true,
  })
  return { ...page, ...(await forWriters(context, page)) }
})

async function everything(work: Work, number: number) {
  const { postmortem, ...reading } = await getReading(work, number)
  const { sections, facts, ...record } = postmortem
  const bodies = sections.map(({ body }) => body)
  return {
    ...reading,
    sections,
    facts,
    record,
    within: await within(work, { number, bodies, published: record.text === 'published' }),
    earlier: await getEarlierItems(work, number),
    feeds: await programsFedBy(work, number),
    watching: await isWatching(work, reading.row.id),
    relations: reading.row.incidentId ? (await relationsOf(work, reading.row.incidentId)).relations : [],
    items: (await listActionItems(work, { postmortem: number, status: 'all', limit: 100 })).items,
    activity: (await listActivity(work, { subjectId: reading.row.id, limit: 20 })).items,
  }
}

/** What the reader may do, and what only those are shown who see the working text. */
async function forWriters(context: SignedIn, { row, review }: Awaited<ReturnType<typeof everything>>) {
  const { actor } = context
  const [talks, compares] = [seesTalk(actor, row), mayCompare(actor, row)]
  const { open, changed } =
    talks || compares
      ? await showKept(
          context,
          ['postmortem for writers', row.number, row.state, talks, compares],
          async (work) => ({
            open: talks ? await countOpen(work, row.id) : 0,
            changed: compares && (await changedSinceShown(work, row)),
          }),
          { plannedOnce: true },
        )
      : { open: 0, changed: false }
  const earlier = changed && row.state === 'approved' ? row.reviews[0]?.revision.ordinal : undefined
  return {
    standing: standingOf(actor, { row, review, changed }),
    talk: talks ? { open, mayComment: can(actor, 'comment', 'postmortem', row).allowed } : null,
    approvedEarlier: earlier ?? null,
  }
}

export default async function PostmortemPage({ params }: Props) {
  const number = await numberIn(params)
  const [context, page] = await Promise.all([currentContext(), load(number)])
  const { record, facts, standing, notices, approvedEarlier, within, earlier, relations, talk, items, activity } = page
  const sections = await rendered(page.sections, within.images)
  // To the minute, as it is shown: the same page a moment later is the same still.
  const reader = { zone: context.actor.zone, now: startOfMinute(context.now) }
  return (
    <article>
      <Still of="PostmortemHead" record={record} standing={standing} {...reader} />
      <Still of="Notices" {...notices} approvedEarlier={approvedEarlier} number={number} />
      <div className="mt-6 grid grid-cols-1 gap-x-10 gap-y-8 print:block print:space-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="flex min-w-0 flex-col gap-9 print:block">
          <Still of="PostmortemDocument" {...{ sections, facts }} text={record.text} embedded={within.embedded} />
          <Still
            of="PostmortemRest"
            record={record}
            earlier={earlier}
            items={items}
            relations={relations}
            activity={activity}
            {...reader}
          />
        </div>
        <aside className="flex flex-col gap-6">
          <Still
            of="PostmortemAside"
            record={record}
            facts={facts}
            headings={sections.map(({ key, heading }) => ({ key, heading }))}
            template={page.template}
            earlier={earlier.length}
            {...reader}
          />
          <WatchButton watching={page.watching} action={toggle(page.watching, 'postmortem', number)} />
          {page.feeds.length > 0 && <Still of="FedPrograms" programs={page.feeds} />}
          {talk && (talk.open > 0 || talk.mayComment) && <Still of="TalkLink" number={number} open={talk.open} />}
          {record.text && <TakeAlong number={number} edits={standing.edit.allowed && record.publishedAt !== null} />}
        </aside>
      </div>
    </article>
  )
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
