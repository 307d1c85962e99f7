import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NearMissFields } from '#components/postmortems/near-miss-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { findOwnTeam } from '#lib/teams/queries.ts'
import { sectionsFor, suggestTemplate } from '#lib/templates/model.ts'
import { listTemplates } from '#lib/templates/queries.ts'
import { serviceChoices, teamChoices } from '../../choices.ts'
import { record } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nearMiss'))('heading') }
}

export default async function NewNearMissPage() {
  const [t, list, context] = await Promise.all([
    getTranslations('nearMiss'),
    getTranslations('incidents'),
    currentContext(),
  ])
  const { teams, services, ownTeam, templates } = await read(context, async (work) => ({
    teams: await teamChoices(work),
    services: await serviceChoices(work),
    ownTeam: await findOwnTeam(work),
    templates: await listTemplates(work),
  }))
  const { actor } = context
  const about = { severity: 'near_miss', kind: 'near_miss', team: ownTeam ?? '' }
  const { key } = suggestTemplate(templates, about)
  const template = templates.find((offered) => offered.key === key)
  const may = can(actor, 'create', 'incident')
  return (
    <>
      <PageHeader
        title={t('heading')}
        description={t('intro')}
        crumbs={[{ href: '/incidents', label: list('title') }]}
      />
      <RecordForm action={record} may={may} submit={t('submit')}>
        <input type="hidden" name="template" value={key} />
        <NearMissFields
          teams={teams}
          team={ownTeam}
          services={services}
          zone={actor.zone}
          questions={template ? sectionsFor(template, 'near_miss') : []}
        />
        <p className="text-sm text-muted">{t('after')}</p>
      </RecordForm>
    </>
  )
}
