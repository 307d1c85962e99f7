import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { VisibilityFields } from '#components/grants/visibility-fields.tsx'
import { FormPart } from '#components/incidents/form-part.tsx'
import { IncidentFields } from '#components/incidents/incident-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { suggestionsFor } from '#lib/incidents/suggestions.ts'
import { can } from '#lib/policy/can.ts'
import { findOwnTeam } from '#lib/teams/queries.ts'
import { serviceChoices, teamChoices } from '../../choices.ts'
import { record } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('incidents.record'))('title') }
}

export default async function RecordIncidentPage() {
  const [t, context] = await Promise.all([getTranslations('incidents'), currentContext()])
  const { teams, services, ownTeam, suggestions } = await read(context, async (work) => ({
    teams: await teamChoices(work),
    services: await serviceChoices(work),
    ownTeam: await findOwnTeam(work),
    suggestions: await suggestionsFor(work),
  }))
  const may = can(context.actor, 'create', 'incident')
  return (
    <>
      <PageHeader
        title={t('record.title')}
        description={t('record.intro')}
        crumbs={[{ href: '/incidents', label: t('title') }]}
      />
      <RecordForm action={record} may={may} submit={t('record.submit')}>
        <IncidentFields
          suggestions={suggestions}
          teams={teams}
          services={services}
          team={ownTeam}
          zone={context.actor.zone}
        />
        <FormPart
          title={t('visibility.title')}
          hint={t('visibility.titleHint')}
          names={['visibility', 'restrictedReason']}
        >
          <VisibilityFields visibility="company" />
        </FormPart>
      </RecordForm>
    </>
  )
}
