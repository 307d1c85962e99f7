import { getTranslations } from 'next-intl/server'
import { History } from '#components/activity/history.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { listActivity } from '#lib/activity/queries.ts'
import { currentContext } from '#lib/auth/current.ts'
import { getIncident } from '#lib/incidents/queries.ts'
import { hrefWith } from '#lib/web/filters.ts'
import { numberIn, show } from '#lib/web/show.ts'

type Props = { params: Promise<{ number: string }>; searchParams: Promise<{ cursor?: string | string[] }> }

export default async function IncidentHistoryPage({ params, searchParams }: Props) {
  const [t, context, number] = await Promise.all([getTranslations('incidents'), currentContext(), numberIn(params)])
  const cursor = [(await searchParams).cursor].flat()[0]
  const { incident, page } = await show(context, async (work) => ({
    incident: await getIncident(work, number),
    page: await listActivity(work, { about: { kind: 'incident', number }, limit: 50, ...(cursor && { cursor }) }),
  }))
  const base = `/incidents/${number}`
  return (
    <>
      <PageHeader
        title={t('history')}
        crumbs={[
          { href: '/incidents', label: t('title') },
          { href: base, label: `INC-${number} ${incident.title}` },
        ]}
      />
      <div className="max-w-2xl">
        <History events={page.items} zone={context.actor.zone} now={context.now} />
        <Pagination
          nextHref={page.nextCursor && hrefWith(`${base}/history`, { cursor: page.nextCursor })}
          firstHref={cursor ? `${base}/history` : null}
        />
      </div>
    </>
  )
}
