import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { History } from '#components/activity/history.tsx'
import { CheckItems } from '#components/checklists/check-items.tsx'
import { CheckState } from '#components/checklists/check-state.tsx'
import { EndForms } from '#components/checklists/end-forms.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { listActivity } from '#lib/activity/queries.ts'
import { currentContext } from '#lib/auth/current.ts'
import { checklistRow, getChecklist } from '#lib/checklists/queries.ts'
import { can } from '#lib/policy/can.ts'
import { formatDay } from '#lib/time.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { abandon, finish, mark } from '../../checklist-actions.ts'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [context, number] = await Promise.all([currentContext(), numberIn(params)])
  const { guide, service } = await show(context, (work) => getChecklist(work, number))
  return { title: `${guide.title}: ${service.name}` }
}

export default async function ChecklistPage({ params }: Props) {
  const [t, g, context, number] = await Promise.all([
    getTranslations('checklists'),
    getTranslations('guides'),
    currentContext(),
    numberIn(params),
  ])
  const { actor, now } = context
  const { checklist, row, history } = await show(context, async (work) => {
    const found = await checklistRow(work, number)
    return {
      checklist: await getChecklist(work, number),
      row: found,
      history: (await listActivity(work, { subjectId: found.id, limit: 50 })).items,
    }
  })
  const { guide, service, state, endedAt, endNote } = checklist
  const may = can(actor, 'edit', 'checklist', row)
  const works = state === 'open' && may.allowed
  const day = (at: string) => formatDay(new Date(at), actor.zone)
  return (
    <>
      <PageHeader
        title={`${guide.title}: ${service.name}`}
        crumbs={[
          { href: '/guides', label: g('title') },
          { href: `/guides/${guide.slug}`, label: guide.title },
        ]}
        eyebrow={
          <>
            <span>{t('title')}</span>
            <CheckState checklist={{ ...checklist, items: checklist.items.length }} />
            <Link href={`/services/${service.slug}`} className="hover:underline">
              {service.name}
            </Link>
          </>
        }
        description={t('started', { name: checklist.by, date: day(checklist.startedAt) })}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          {endedAt && (
            <Callout tone="neutral" title={t('ended', { name: checklist.endedBy ?? '', date: day(endedAt) })}>
              {endNote}
            </Callout>
          )}
          <Changes added={checklist.added} gone={checklist.gone} />
          <Panel title={t('items')}>
            <CheckItems
              items={checklist.items}
              zone={actor.zone}
              actionOf={works ? (item) => mark.bind(null, number, item) : null}
            />
          </Panel>
          {works && (
            <EndForms open={checklist.open} finish={finish.bind(null, number)} abandon={abandon.bind(null, number)} />
          )}
          {!may.allowed && <p className="text-sm text-muted">{may.reason}</p>}
        </div>
        <Panel title={t('history')}>
          <History events={history} zone={actor.zone} now={now} />
        </Panel>
      </div>
    </>
  )
}

async function Changes({ added, gone }: { added: readonly string[]; gone: readonly string[] }) {
  const t = await getTranslations('checklists')
  return (
    <>
      {added.length > 0 && (
        <Callout tone="info" title={t('added', { count: added.length })}>
          <ul className="list-disc ps-5">
            {added.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          {t('addedAbout')}
        </Callout>
      )}
      {gone.length > 0 && (
        <Callout tone="neutral" title={t('gone', { count: gone.length })}>
          <ul className="list-disc ps-5">
            {gone.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Callout>
      )}
    </>
  )
}
