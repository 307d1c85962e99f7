import { getTranslations } from 'next-intl/server'
import { IncidentFields } from '#components/incidents/incident-fields.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Conflict, VersionField } from '#components/ui/conflict.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { kinds, milestoneNames, milestones, severities } from '#lib/incidents/model.ts'
import { getIncident } from '#lib/incidents/queries.ts'
import { getIncidentStanding } from '#lib/incidents/standing.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { incidentChoices } from '../../choices.ts'
import { save } from './actions.ts'

export default async function EditIncidentPage({ params }: { params: Promise<{ number: string }> }) {
  const [t, context, number] = await Promise.all([getTranslations('incidents'), currentContext(), numberIn(params)])
  const { incident, standing, teams, services } = await show(context, async (work) => ({
    incident: await getIncident(work, number),
    standing: await getIncidentStanding(work, number),
    ...(await incidentChoices(work)),
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
      {!may.allowed && (
        <div className="mb-5 max-w-2xl">
          <Callout tone="warn">{may.reason}</Callout>
        </div>
      )}
      <Form action={save.bind(null, number)} className="flex max-w-2xl flex-col gap-5">
        <VersionField version={incident.version} />
        <Conflict
          text={{
            title: t('conflict.title'),
            theirs: t('conflict.theirs'),
            yours: t('conflict.yours'),
            nothing: t('conflict.nothing'),
          }}
          zone={incident.zone}
          compared={[
            { name: 'title', label: t('fields.title'), path: 'title' },
            { name: 'severity', label: t('fields.severity'), path: 'severity', labels: severities },
            { name: 'kind', label: t('fields.kind'), path: 'kind', labels: kinds },
            { name: 'team', label: t('fields.team'), path: 'team.slug' },
            { name: 'zone', label: t('fields.zone'), path: 'zone' },
            ...milestoneNames.map((name) => ({
              name: `milestones.${name}`,
              label: milestones[name].label,
              path: `milestones.${name}`,
              moment: true,
            })),
          ]}
        />
        <IncidentFields incident={incident} teams={teams} services={services} zone={incident.zone} />
        <div className="flex gap-2">
          <SubmitButton aria-disabled={!may.allowed}>{t('edit.submit')}</SubmitButton>
          <LinkButton href={base} tone="quiet">
            {t('cancel')}
          </LinkButton>
        </div>
      </Form>
    </>
  )
}
