import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ExposureHere } from '#components/exposure/exposure-here.tsx'
import { IncidentTable } from '#components/incidents/incident-table.tsx'
import { MechanismAside } from '#components/mechanisms/mechanism-aside.tsx'
import { MechanismStanding } from '#components/mechanisms/mechanism-standing.tsx'
import { WatchingPrograms } from '#components/programs/watching-programs.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { listExposure } from '#lib/exposure/cells.ts'
import { listGuides } from '#lib/guides/queries.ts'
import { listIncidents } from '#lib/incidents/queries.ts'
import { findMechanism, mechanismGroups } from '#lib/mechanisms/catalogue.ts'
import { mechanismStanding } from '#lib/mechanisms/queries.ts'
import { can } from '#lib/policy/can.ts'
import { programCandidates, programsWatching } from '#lib/programs/candidates.ts'

type Params = Promise<{ code: string }>

const mechanismIn = async (params: Params) => findMechanism((await params).code) ?? notFound()

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { name, definition } = await mechanismIn(params)
  return { title: name, description: definition }
}

export default async function MechanismPage({ params }: { params: Params }) {
  const [t, context, { code, name, group, definition }] = await Promise.all([
    getTranslations('mechanisms'),
    currentContext(),
    mechanismIn(params),
  ])
  const [{ standing, incidents, programs, candidates, cells }, guides] = await Promise.all([
    read(context, async (work) => ({
      standing: await mechanismStanding(work, code),
      incidents: (await listIncidents(work, { mechanism: code, limit: 10 })).items,
      programs: await programsWatching(work, code),
      candidates: await programCandidates(work, { mechanism: code }),
      cells: await listExposure(work, { mechanism: code }),
    })),
    listGuides(),
  ])
  const mayPropose = can(context.actor, 'create', 'program').allowed
  return (
    <>
      <PageHeader
        title={name}
        description={definition}
        crumbs={[{ href: '/mechanisms', label: t('title') }]}
        eyebrow={
          <>
            <span>{mechanismGroups[group]}</span>
            <code className="font-mono">{code}</code>
          </>
        }
      />
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_16rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <MechanismStanding
            standing={standing}
            pattern={
              candidates.length > 0 ? (
                <>
                  <p>{t('patternText')}</p>
                  {mayPropose && programs.length === 0 && (
                    <LinkButton href={`/programs/new?mechanism=${code}`} className="mt-2">
                      {t('startProgram')}
                    </LinkButton>
                  )}
                </>
              ) : (
                <p>{t('patternWatched')}</p>
              )
            }
          />
          <Panel
            title={t('met')}
            flush={incidents.length > 0}
            actions={
              standing.incidents > incidents.length && (
                <LinkButton href={`/incidents?mechanism=${code}`}>{t('all', { count: standing.incidents })}</LinkButton>
              )
            }
          >
            {incidents.length > 0 ? (
              <IncidentTable rows={incidents} zone={context.actor.zone} now={context.now} />
            ) : (
              <p className="text-muted">{t('notMet')}</p>
            )}
          </Panel>
          <ExposureHere cells={cells} mechanism={code} mayAsk={can(context.actor, 'create', 'sweep').allowed} />
        </div>
        <aside className="space-y-6">
          <WatchingPrograms programs={programs} mechanism={code} mayPropose={mayPropose && candidates.length === 0} />
          <MechanismAside standing={standing} guides={guides.filter(({ mechanisms }) => mechanisms.includes(code))} />
        </aside>
      </div>
    </>
  )
}
