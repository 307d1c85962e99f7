import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PartIndex } from '#components/incidents/part-index.tsx'
import { SeverityForm } from '#components/incidents/severity-form.tsx'
import { SeverityLog } from '#components/incidents/severity-log.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { getIncident } from '#lib/incidents/queries.ts'
import { getIncidentStanding } from '#lib/incidents/standing.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { change } from './actions.ts'

type Props = { params: Promise<{ number: string }>; searchParams: Promise<{ correct?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await getTranslations('incidents.severity'))('title')} · INC-${await numberIn(params)}` }
}

export default async function SeverityPage({ params, searchParams }: Props) {
  const [t, context, number] = await Promise.all([getTranslations('incidents'), currentContext(), numberIn(params)])
  const asked = [(await searchParams).correct].flat()[0]
  const { incident, edit } = await show(context, async (work) => ({
    incident: await getIncident(work, number),
    edit: (await getIncidentStanding(work, number)).edit,
  }))
  const base = `/incidents/${number}`
  const corrected = incident.severityLog.find(({ id }) => id === asked)
  return (
    <>
      <PageHeader
        title={t('severity.title')}
        description={t('severity.addHint')}
        crumbs={[
          { href: '/incidents', label: t('title') },
          { href: base, label: `INC-${number} ${incident.title}` },
        ]}
      />
      <div className="grid items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,46rem)_16rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <Panel title={t('severity.log')}>
            <SeverityLog
              incident={incident}
              actions={(id) =>
                edit.allowed && (
                  <p>
                    <Link href={`${base}/severity?correct=${id}#form`} className="text-sm text-muted hover:underline">
                      {t('severity.correct')}
                    </Link>
                  </p>
                )
              }
            />
          </Panel>
          {edit.allowed ? (
            <div id="form" className="scroll-mt-20">
              <Panel title={t(corrected ? 'severity.correcting' : 'severity.add')}>
                <SeverityForm
                  key={corrected?.id ?? 'new'}
                  action={change.bind(null, number)}
                  zone={incident.zone}
                  corrected={corrected}
                  backHref={`${base}/severity`}
                />
              </Panel>
            </div>
          ) : (
            <Callout tone="warn">{edit.reason}</Callout>
          )}
        </div>
        <PartIndex number={number} current="severity" />
      </div>
    </>
  )
}
