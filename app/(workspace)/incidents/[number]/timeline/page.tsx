import { getTranslations } from 'next-intl/server'
import { AddEntry } from '#components/timeline/add-entry.tsx'
import { EditEntry } from '#components/timeline/edit-entry.tsx'
import { PasteEntries } from '#components/timeline/paste-entries.tsx'
import { usePasteText } from '#components/timeline/paste-text.ts'
import { Timeline } from '#components/timeline/timeline.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Form } from '#components/ui/form.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { getIncident } from '#lib/incidents/queries.ts'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { getIncidentStanding } from '#lib/incidents/standing.ts'
import { lastRemovedEntry, type RemovedEntry } from '#lib/timeline/queries.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { add, addAll, change, putBack, remove } from './actions.ts'
import { preview } from './paste.ts'

type Props = { params: Promise<{ number: string }>; searchParams: Promise<{ edit?: string | string[] }> }
type Entry = IncidentOut['timeline'][number]

export default async function EditTimelinePage({ params, searchParams }: Props) {
  const [t, context, number] = await Promise.all([getTranslations('timeline'), currentContext(), numberIn(params)])
  const editing = [(await searchParams).edit].flat()[0]
  const { incident, standing, removed } = await show(context, async (work) => ({
    incident: await getIncident(work, number),
    standing: await getIncidentStanding(work, number),
    removed: await lastRemovedEntry(work, number),
  }))
  const { edit: may } = standing
  const base = `/incidents/${number}`
  return (
    <>
      <PageHeader
        title={t('edit.title')}
        crumbs={[
          { href: '/incidents', label: t('edit.incidents') },
          { href: base, label: `INC-${number} ${incident.title}` },
        ]}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_23rem]">
        <Panel title={t('title')}>
          {removed && may.allowed && <Undo number={number} removed={removed} />}
          <Timeline
            entries={incident.timeline}
            zone={incident.zone}
            actions={(entry) =>
              may.allowed && <Line number={number} entry={entry} incident={incident} open={entry.id === editing} />
            }
          />
        </Panel>
        {may.allowed ? <Adding number={number} zone={incident.zone} /> : <Callout tone="warn">{may.reason}</Callout>}
      </div>
    </>
  )
}

function Adding({ number, zone }: { number: number; zone: string }) {
  const text = usePasteText(zone)
  return (
    <div className="flex flex-col gap-5 max-xl:order-first">
      <Panel title={text.addTitle}>
        <AddEntry action={add.bind(null, number)} zone={zone} />
      </Panel>
      <Disclosure summary={text.title}>
        <PasteEntries preview={preview.bind(null, number)} save={addAll.bind(null, number)} zone={zone} text={text} />
      </Disclosure>
    </div>
  )
}

async function Line({
  number,
  entry,
  incident,
  open,
}: {
  number: number
  entry: Entry
  incident: IncidentOut
  open: boolean
}) {
  const t = await getTranslations('timeline.edit')
  if (open)
    return (
      <EditEntry
        action={change.bind(null, number, entry.id)}
        entry={entry}
        zone={incident.zone}
        backHref={`/incidents/${number}/timeline`}
      />
    )
  return (
    <div className="mt-1 flex gap-3 text-sm">
      <Link
        href={`/incidents/${number}/timeline?edit=${entry.id}#entry-${entry.id}`}
        aria-label={t('changeLine', { text: entry.text })}
        className="text-muted hover:text-ink hover:underline"
      >
        {t('change')}
      </Link>
      <Form action={remove.bind(null, number, entry.id)} className="inline">
        <button
          type="submit"
          aria-label={t('removeLine', { text: entry.text })}
          className="text-muted hover:text-danger hover:underline"
        >
          {t('remove')}
        </button>
      </Form>
    </div>
  )
}

async function Undo({ number, removed }: { number: number; removed: RemovedEntry }) {
  const t = await getTranslations('timeline.edit')
  return (
    <div className="mb-5">
      <Callout tone="neutral" live>
        <Form action={putBack.bind(null, number, removed.event)} className="flex items-center justify-between gap-4">
          <p className="min-w-0">{t('removed', { text: removed.text })}</p>
          <Button type="submit" size="small">
            {t('undo')}
          </Button>
        </Form>
      </Callout>
    </div>
  )
}
