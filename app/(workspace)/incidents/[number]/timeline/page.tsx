import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AddEntry } from '#components/timeline/add-entry.tsx'
import { ClockChoice, readClocks, zonesOf } from '#components/timeline/clock-choice.tsx'
import { CopyLinks } from '#components/timeline/copy-links.tsx'
import { PasteEntries } from '#components/timeline/paste-entries.tsx'
import { usePasteText } from '#components/timeline/paste-text.ts'
import { Timeline } from '#components/timeline/timeline.tsx'
import { TimelinePicture } from '#components/timeline/timeline-picture.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { TabsNav } from '#components/ui/tabs-nav.tsx'
import { currentContext } from '#lib/auth/current.ts'
import type { Work } from '#lib/context.ts'
import { getIncident } from '#lib/incidents/queries.ts'
import { getIncidentStanding } from '#lib/incidents/standing.ts'
import { countEvidence, lastRemovedEntry, listEvidence, listRemovedEntries } from '#lib/timeline/queries.ts'
import { ListEvidenceInput } from '#lib/timeline/schema.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { add, addAll } from './actions.ts'
import { type Asked, EvidencePane } from './evidence-pane.tsx'
import { preview } from './paste.ts'
import { Line, Removed, Undo } from './story-pane.tsx'

type Query = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ number: string }>; searchParams: Promise<Query> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, number] = await Promise.all([getTranslations('timeline.edit'), numberIn(params)])
  return { title: `${t('title')}, INC-${number}` }
}

/** Two panes: what was gathered on the left, the story on the right. On a phone they are tabs, each with its address. */
export default async function EditTimelinePage({ params, searchParams }: Props) {
  const [t, context, number] = await Promise.all([getTranslations('timeline'), currentContext(), numberIn(params)])
  const query = await searchParams
  const asked = askedIn(query)
  const { incident, standing, removed, gone, evidence, counts } = await show(context, (work) =>
    everything(work, number, asked),
  )
  const { edit: may } = standing
  const base = `/incidents/${number}`
  const pane = one(query.pane) === 'evidence' ? 'evidence' : 'story'
  const clocks = readClocks(query)
  const { zone } = incident
  return (
    <>
      <PageHeader
        title={t('edit.title')}
        crumbs={[
          { href: '/incidents', label: t('edit.incidents') },
          { href: base, label: `INC-${number} ${incident.title}` },
        ]}
      />
      {!may.allowed && (
        <div className="mb-5">
          <Callout tone="warn">{may.reason}</Callout>
        </div>
      )}
      <div className="xl:hidden">
        <TabsNav
          label={t('panes.label')}
          tabs={(['story', 'evidence'] as const).map((name) => ({
            href: `${base}/timeline?pane=${name}`,
            label: t(`panes.${name}`),
            current: name === pane,
            count: name === 'story' ? incident.timeline.length : counts.all,
          }))}
        />
      </div>
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <div className={pane === 'story' ? 'max-xl:hidden' : ''}>
          <EvidencePane {...{ number, zone, evidence, counts, asked }} mayEdit={may.allowed} />
        </div>
        <div className={`flex min-w-0 flex-col gap-5 ${pane === 'evidence' ? 'max-xl:hidden' : ''}`}>
          {may.allowed && <Adding number={number} zone={zone} />}
          <Panel title={t('panes.story')}>
            {removed && may.allowed && <Undo number={number} removed={removed} />}
            <div id="timeline" className="scroll-mt-20">
              <ClockChoice clocks={clocks} href={`${base}/timeline`} zone={zone} reader={context.actor.zone} />
            </div>
            <TimelinePicture incident={incident} />
            <Timeline
              entries={incident.timeline}
              zone={zone}
              milestones={incident.milestones}
              clocks={zonesOf(clocks, context.actor.zone)}
              order={clocks.order}
              actions={(entry) =>
                may.allowed && (
                  <Line number={number} entry={entry} incident={incident} open={entry.id === one(query.edit)} />
                )
              }
            />
            {may.allowed && <Removed number={number} items={gone} />}
          </Panel>
          <CopyLinks copied={t('line.copied')} />
        </div>
      </div>
    </>
  )
}

const one = (value: string | string[] | undefined) => [value].flat()[0]

/** What is asked of the evidence by the address; what does not fit is as if it were not there. */
function askedIn(query: Query): Asked {
  const { q, told, cursor } = { q: one(query.q), told: one(query.told), cursor: one(query.cursor) }
  return {
    ...(q && q.length <= 100 && { q }),
    ...((told === 'yes' || told === 'no') && { told }),
    ...(cursor && cursor.length <= 400 && { cursor }),
  }
}

async function everything(work: Work, number: number, asked: Asked) {
  return {
    incident: await getIncident(work, number),
    standing: await getIncidentStanding(work, number),
    removed: await lastRemovedEntry(work, number),
    gone: (await listRemovedEntries(work, { number })).items,
    evidence: await listEvidence(work, ListEvidenceInput.parse({ ...asked, number, limit: 40 })),
    counts: await countEvidence(work, number),
  }
}

function Adding({ number, zone }: { number: number; zone: string }) {
  const text = usePasteText(zone)
  return (
    <Panel title={text.addTitle}>
      <AddEntry action={add.bind(null, number)} zone={zone} />
      <div className="mt-3">
        <Disclosure summary={text.title}>
          <PasteEntries preview={preview.bind(null, number)} save={addAll.bind(null, number)} zone={zone} text={text} />
        </Disclosure>
      </div>
    </Panel>
  )
}
