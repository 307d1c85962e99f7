import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { useImportText } from '#components/timeline/import-text.ts'
import { ImportTranscript } from '#components/timeline/import-transcript.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { getIncident } from '#lib/incidents/queries.ts'
import { getIncidentStanding } from '#lib/incidents/standing.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { gather, look } from './actions.ts'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, number] = await Promise.all([getTranslations('timeline.import'), numberIn(params)])
  return { title: `${t('title')}, INC-${number}` }
}

export default async function ImportTranscriptPage({ params }: Props) {
  const [t, context, number] = await Promise.all([getTranslations('timeline'), currentContext(), numberIn(params)])
  const { incident, standing } = await show(context, async (work) => ({
    incident: await getIncident(work, number),
    standing: await getIncidentStanding(work, number),
  }))
  const base = `/incidents/${number}`
  return (
    <>
      <PageHeader
        title={t('import.title')}
        description={t('import.intro')}
        crumbs={[
          { href: '/incidents', label: t('edit.incidents') },
          { href: base, label: `INC-${number} ${incident.title}` },
          { href: `${base}/timeline?pane=evidence`, label: t('import.timeline') },
        ]}
      />
      {standing.edit.allowed ? (
        <Import number={number} zone={incident.zone} reader={context.actor.zone} />
      ) : (
        <Callout tone="warn">{standing.edit.reason}</Callout>
      )}
    </>
  )
}

function Import({ number, zone, reader }: { number: number; zone: string; reader: string }) {
  const text = useImportText({ zone, reader })
  return <ImportTranscript look={look.bind(null, number)} keep={gather.bind(null, number)} text={text} />
}
