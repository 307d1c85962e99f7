import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { History } from '#components/activity/history.tsx'
import { CompareForm } from '#components/postmortems/compare-form.tsx'
import { RevisionDiff } from '#components/postmortems/revision-diff.tsx'
import { RevisionList } from '#components/postmortems/revision-list.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { listActivity } from '#lib/activity/queries.ts'
import { currentContext } from '#lib/auth/current.ts'
import type { Work } from '#lib/context.ts'
import { PublicNumber } from '#lib/ids.ts'
import { diffRevisions } from '#lib/postmortems/diff.ts'
import { getPostmortem } from '#lib/postmortems/queries.ts'
import { type Comparable, contentOf, listRevisions } from '#lib/postmortems/revisions.ts'
import { getStanding } from '#lib/postmortems/standing.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { restore } from '../actions.ts'

type Props = {
  params: Promise<{ number: string }>
  searchParams: Promise<{ from?: string; to?: string; cursor?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await getTranslations('postmortems.history'))('heading')} PM-${await numberIn(params)}` }
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const [t, c, list, context, number, asked] = await Promise.all([
    getTranslations('postmortems.history'),
    getTranslations('compare'),
    getTranslations('postmortems'),
    currentContext(),
    numberIn(params),
    searchParams,
  ])
  const [from, to] = [comparable(asked.from), comparable(asked.to)]
  const found = await show(context, (work) => everything(work, { number, from, to, cursor: asked.cursor }))
  const { postmortem, standing, revisions, activity, difference } = found
  const { zone } = context.actor
  const spoken = (which: Comparable) => (which === 'working' ? c('working') : t('revision', { ordinal: which }))
  const ordinals = revisions.map(({ ordinal }) => ordinal)
  const [newest = 1, before = newest] = ordinals
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
      <div className="flex max-w-4xl flex-col gap-6">
        {difference && from && to && (
          <Panel title={`${spoken(from)} → ${spoken(to)}`}>
            <RevisionDiff difference={difference} />
          </Panel>
        )}
        <Panel title={t('revisions')}>
          {revisions.length === 0 && <p className="text-muted">{t('none')}</p>}
          <RevisionList
            revisions={revisions}
            number={number}
            zone={zone}
            now={context.now}
            restore={standing.edit.allowed ? (revision) => restore.bind(null, number, revision) : null}
          />
        </Panel>
        {(ordinals.length > 1 || (ordinals.length > 0 && standing.edit.allowed)) && (
          <Panel title={c('title')}>
            <CompareForm
              number={number}
              revisions={ordinals}
              working={standing.edit.allowed}
              from={String(from ?? (standing.edit.allowed ? newest : before))}
              to={String(to ?? (standing.edit.allowed ? 'working' : newest))}
            />
          </Panel>
        )}
        <Panel title={t('events')}>
          <History events={activity.items} zone={zone} now={context.now} />
          <Pagination
            nextHref={activity.nextCursor && `/postmortems/${number}/history?cursor=${activity.nextCursor}`}
          />
        </Panel>
      </div>
    </>
  )
}

const comparable = (text: string | undefined): Comparable | undefined =>
  text === 'working' ? text : PublicNumber.safeParse(text).data

type Asked = { number: number; from: Comparable | undefined; to: Comparable | undefined; cursor: string | undefined }

async function everything(work: Work, { number, from, to, cursor }: Asked) {
  const both = from && to
  return {
    postmortem: await getPostmortem(work, number),
    standing: await getStanding(work, number),
    revisions: (await listRevisions(work, { number })).items,
    activity: await listActivity(work, { about: { kind: 'postmortem', number }, limit: 50, ...(cursor && { cursor }) }),
    difference: both ? diffRevisions(await contentOf(work, number, from), await contentOf(work, number, to)) : null,
  }
}
