import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { History } from '#components/activity/history.tsx'
import { RevisionDiff } from '#components/postmortems/revision-diff.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { Time } from '#components/ui/time.tsx'
import { listActivity } from '#lib/activity/queries.ts'
import { currentContext } from '#lib/auth/current.ts'
import { PublicNumber } from '#lib/ids.ts'
import { diffRevisions } from '#lib/postmortems/diff.ts'
import { getPostmortem, getRevision, listRevisions } from '#lib/postmortems/queries.ts'
import { numberIn, show } from '#lib/web/show.ts'

type Props = {
  params: Promise<{ number: string }>
  searchParams: Promise<{ from?: string; to?: string; cursor?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await getTranslations('postmortems.history'))('heading')} PM-${await numberIn(params)}` }
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const [t, list, context, number, asked] = await Promise.all([
    getTranslations('postmortems.history'),
    getTranslations('postmortems'),
    currentContext(),
    numberIn(params),
    searchParams,
  ])
  const from = PublicNumber.safeParse(asked.from).data
  const to = PublicNumber.safeParse(asked.to).data
  const { postmortem, revisions, activity, difference } = await show(context, async (work) => ({
    postmortem: await getPostmortem(work, number),
    revisions: await listRevisions(work, number),
    activity: await listActivity(work, {
      about: { kind: 'postmortem', number },
      limit: 50,
      ...(asked.cursor && { cursor: asked.cursor }),
    }),
    difference:
      from && to ? diffRevisions(await getRevision(work, number, from), await getRevision(work, number, to)) : null,
  }))
  const { zone } = context.actor
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
          <Panel title={t('between', { from, to })}>
            <RevisionDiff sections={difference} />
          </Panel>
        )}
        <Panel title={t('revisions')}>
          {revisions.length === 0 && <p className="text-muted">{t('none')}</p>}
          <ol className="flex flex-col divide-y divide-line">
            {revisions.map(({ ordinal, createdAt, publications }) => (
              <li key={ordinal} className="flex flex-wrap items-baseline justify-between gap-3 py-2.5">
                <span className="font-medium">
                  {t('revision', { ordinal })}{' '}
                  {publications.length > 0 && <span className="font-normal text-muted">· {t('published')}</span>}
                </span>
                <span className="flex gap-4 text-sm text-muted">
                  <Time value={createdAt} zone={zone} now={context.now} />
                  {ordinal > 1 && (
                    <Link
                      href={`/postmortems/${number}/history?from=${ordinal - 1}&to=${ordinal}`}
                      className="text-accent hover:underline"
                    >
                      {t('compare')}
                    </Link>
                  )}
                </span>
              </li>
            ))}
          </ol>
        </Panel>
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
