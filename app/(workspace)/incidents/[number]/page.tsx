import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { History } from '#components/activity/history.tsx'
import { AccessList } from '#components/grants/access-list.tsx'
import { FactSheet } from '#components/incidents/fact-sheet.tsx'
import { IncidentFacts } from '#components/incidents/facts-panel.tsx'
import { IncidentHeader } from '#components/incidents/incident-header.tsx'
import { PostmortemList } from '#components/postmortems/postmortem-list.tsx'
import { RecurrenceList } from '#components/recurrences/recurrence-list.tsx'
import { SeenBefore } from '#components/similar/seen-before.tsx'
import { ClockChoice, readClocks, zonesOf } from '#components/timeline/clock-choice.tsx'
import { CopyLinks } from '#components/timeline/copy-links.tsx'
import { PhaseStrip } from '#components/timeline/phase-strip.tsx'
import { Timeline } from '#components/timeline/timeline.tsx'
import { TimelinePicture } from '#components/timeline/timeline-picture.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { Requirement } from '#components/waivers/requirement.tsx'
import { WatchButton } from '#components/watching/watch-button.tsx'
import { listActivity } from '#lib/activity/queries.ts'
import { currentContext } from '#lib/auth/current.ts'
import type { Work } from '#lib/context.ts'
import { listGrants } from '#lib/grants/queries.ts'
import { linkStanding } from '#lib/incidents/link-standing.ts'
import { getIncident } from '#lib/incidents/queries.ts'
import { relationsOf } from '#lib/incidents/relations.ts'
import { roleHoldersOf } from '#lib/incidents/role-holders.ts'
import { getIncidentStanding } from '#lib/incidents/standing.ts'
import { listPostmortems } from '#lib/postmortems/queries.ts'
import { recurrenceStanding } from '#lib/recurrences/standing.ts'
import { getSimilar } from '#lib/similar/queries.ts'
import { getRequirement } from '#lib/waivers/queries.ts'
import { isWatching } from '#lib/watching/queries.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { answersFor } from '../../answers-for.ts'
import { answer } from '../../recurrence-actions.ts'
import { toggle } from '../../watching.ts'
import { waive, withdraw } from './waiver-actions.ts'

type Props = {
  params: Promise<{ number: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [context, number] = await Promise.all([currentContext(), numberIn(params)])
  const { title } = await show(context, (work) => getIncident(work, number))
  return { title: `INC-${number} ${title}` }
}

export default async function IncidentPage({ params, searchParams }: Props) {
  const [words, clocks] = [await getTranslations('timeline'), readClocks(await searchParams)]
  const [t, context, number] = await Promise.all([getTranslations('incidents'), currentContext(), numberIn(params)])
  const { incident, standing, relations, names, recurrences, requirement, postmortems, grants, history, ...page } =
    await show(context, (work) => everything(work, number))
  const { similar, links, watching } = page
  const { zone } = context.actor
  const base = `/incidents/${number}`
  return (
    <>
      <IncidentHeader
        incident={incident}
        standing={standing}
        written={postmortems.length > 0}
        watch={<WatchButton watching={watching} action={toggle(watching, 'incident', number)} />}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <Panel title={t('phases')}>
            <PhaseStrip incident={incident} />
          </Panel>
          <Panel
            title={t('timeline')}
            actions={standing.edit.allowed && <More href={`${base}/timeline`}>{t('editTimeline')}</More>}
          >
            <div id="timeline" className="scroll-mt-20">
              {incident.timeline.length > 0 && (
                <ClockChoice clocks={clocks} href={base} zone={incident.zone} reader={zone} />
              )}
            </div>
            <TimelinePicture incident={incident} />
            <Timeline
              entries={incident.timeline}
              zone={incident.zone}
              milestones={incident.milestones}
              clocks={zonesOf(clocks, zone)}
              order={clocks.order}
            />
            <CopyLinks copied={words('line.copied')} />
          </Panel>
          <RecurrenceList
            items={recurrences?.items ?? []}
            answer={recurrences?.mayAnswer ? answer.bind(null, number) : null}
            zone={zone}
            now={context.now}
          />
          <SeenBefore similar={similar} proposals={links.proposals} answers={answersFor(links)} zone={zone} />
          <FactSheet
            incident={incident}
            relations={relations}
            names={names}
            mayEdit={standing.edit.allowed}
            now={context.now}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <Panel title={t('postmortems.title')}>
            <div className="mb-3 empty:hidden">
              <Requirement
                requirement={requirement}
                zone={zone}
                actions={
                  standing.waive.allowed
                    ? { waive: waive.bind(null, number), withdraw: withdraw.bind(null, number) }
                    : null
                }
                waivable={incident.severity !== 'sev1'}
              />
            </div>
            {postmortems.length > 0 ? (
              <PostmortemList rows={postmortems} zone={zone} now={context.now} />
            ) : (
              <div className="flex flex-col items-start gap-3">
                <p className="text-muted">{t('postmortems.none')}</p>
                {standing.draft.allowed && (
                  <LinkButton href={`/postmortems/new?incident=${number}`}>{t('postmortems.write')}</LinkButton>
                )}
              </div>
            )}
          </Panel>
          <Panel
            title={t('facts.title')}
            actions={standing.edit.allowed && <More href={`${base}/facts/where`}>{t('sheet.edit')}</More>}
          >
            <IncidentFacts incident={incident} />
          </Panel>
          {incident.visibility === 'restricted' && (
            <Panel title={t('access.title')} actions={<More href={`${base}/access`}>{t('access.change')}</More>}>
              <AccessList grants={grants} zone={zone} now={context.now} />
            </Panel>
          )}
          <Panel title={t('history')} actions={<More href={`${base}/history`}>{t('wholeHistory')}</More>}>
            <History events={history} zone={zone} now={context.now} />
          </Panel>
        </div>
      </div>
    </>
  )
}

async function everything(work: Work, number: number) {
  const incident = await getIncident(work, number)
  const standing = await getIncidentStanding(work, number)
  return {
    incident,
    standing,
    ...(await relationsOf(work, standing.id)),
    watching: await isWatching(work, standing.id),
    names: standing.edit.allowed ? await roleHoldersOf(work, standing.id) : {},
    recurrences: await recurrenceStanding(work, number),
    similar: (await getSimilar(work, number)).similar,
    links: await linkStanding(work, number),
    requirement: await getRequirement(work, number),
    postmortems: (await listPostmortems(work, { incident: number, limit: 10 })).items,
    grants: incident.visibility === 'restricted' ? (await listGrants(work, 'incident', standing.id)).grants : [],
    history: (await listActivity(work, { about: { kind: 'incident', number }, limit: 6 })).items,
  }
}

function More({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="text-sm text-muted hover:text-ink hover:underline">
      {children}
    </Link>
  )
}
