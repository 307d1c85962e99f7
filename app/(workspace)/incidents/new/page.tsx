import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FormPart } from '#components/incidents/form-part.tsx'
import { IncidentFields } from '#components/incidents/incident-fields.tsx'
import { VisibilityFields } from '#components/incidents/visibility-fields.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
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
      {!may.allowed && (
        <div className="mb-5 max-w-2xl">
          <Callout tone="warn">{may.reason}</Callout>
        </div>
      )}
      <Form action={record} className="flex max-w-2xl flex-col gap-5">
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
          <VisibilityFields />
        </FormPart>
        <div>
          <SubmitButton aria-disabled={!may.allowed}>{t('record.submit')}</SubmitButton>
        </div>
      </Form>
    </>
  )
}
