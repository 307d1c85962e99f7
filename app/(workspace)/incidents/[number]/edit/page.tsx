import { getTranslations } from 'next-intl/server'
import { BasicFields } from '#components/incidents/incident-fields.tsx'
import { SeenFields } from '#components/incidents/part-conflict.tsx'
import { PartIndex } from '#components/incidents/part-index.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { kinds } from '#lib/incidents/model.ts'
import { seenOf } from '#lib/incidents/parts.ts'
import { getIncident } from '#lib/incidents/queries.ts'
import { getIncidentStanding } from '#lib/incidents/standing.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { teamChoices } from '../../../choices.ts'
import { save } from './actions.ts'

export default async function EditIncidentPage({ params }: { params: Promise<{ number: string }> }) {
  const [t, context, number] = await Promise.all([getTranslations('incidents'), currentContext(), numberIn(params)])
  const { incident, standing, teams } = await show(context, async (work) => ({
    incident: await getIncident(work, number),
    standing: await getIncidentStanding(work, number),
    teams: await teamChoices(work),
  }))
  const base = `/incidents/${number}`
  const may = standing.edit
  return (
    <>
      <PageHeader
        title={t('edit.title')}
        crumbs={[
          { href: '/incidents', label: t('title') },
          { href: base, label: `INC-${number} ${incident.title}` },
        ]}
      />
      <div className="grid items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,46rem)_16rem]">
        <RecordForm
          action={save.bind(null, number)}
          may={may}
          compared={[
            { name: 'title', label: t('fields.title'), path: 'title' },
            { name: 'kind', label: t('fields.kind'), path: 'kind', labels: kinds },
            { name: 'team', label: t('fields.team'), path: 'team.slug' },
            { name: 'zone', label: t('fields.zone'), path: 'zone' },
          ]}
          submit={t('edit.submit')}
          backHref={base}
        >
          <SeenFields part="basics" seen={seenOf(incident, 'basics')} />
          <BasicFields incident={incident} teams={teams} zone={incident.zone} />
        </RecordForm>
        <PartIndex number={number} current="basics" />
      </div>
    </>
  )
}
