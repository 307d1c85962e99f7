import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NearMissFields } from '#components/postmortems/near-miss-fields.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
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
      {!may.allowed && (
        <div className="mb-5 max-w-2xl">
          <Callout tone="warn">{may.reason}</Callout>
        </div>
      )}
      <Form action={record} className="flex max-w-2xl flex-col gap-5">
        <input type="hidden" name="template" value={key} />
        <NearMissFields
          teams={teams}
          team={ownTeam}
          services={services}
          zone={actor.zone}
          questions={template ? sectionsFor(template, 'near_miss') : []}
        />
        <div className="flex flex-col gap-2">
          <p className="text-sm text-muted">{t('after')}</p>
          <div>
            <SubmitButton aria-disabled={!may.allowed}>{t('submit')}</SubmitButton>
          </div>
        </div>
      </Form>
    </>
  )
}
