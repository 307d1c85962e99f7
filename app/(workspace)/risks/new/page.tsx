import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RiskFields } from '#components/risks/risk-fields.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { can } from '#lib/policy/can.ts'
import { findOwnTeam } from '#lib/teams/queries.ts'
import { show } from '#lib/web/show.ts'
import { workChoices } from '../../choices.ts'
import { workSource } from '../../work-source.ts'
import { record } from '../actions.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('risks.new'))('title') }
}

export default async function NewRiskPage({ searchParams }: Props) {
  const [t, context, asked] = await Promise.all([getTranslations('risks'), currentContext(), searchParams])
  const { choices, ownTeam, source } = await show(context, async (work) => ({
    choices: await workChoices(work),
    ownTeam: await findOwnTeam(work),
    source: await workSource(work, asked),
  }))
  const may = can(context.actor, 'create', 'risk')
  return (
    <>
      <PageHeader
        title={t('new.title')}
        description={t('new.intro')}
        crumbs={[{ href: '/risks', label: t('title') }]}
      />
      <RecordForm action={record} may={may} submit={t('new.submit')}>
        {source && (
          <Callout tone="neutral">
            <input type="hidden" name={source.name} value={source.id} />
            {t('new.from', { what: source.label })}
          </Callout>
        )}
        <RiskFields
          choices={choices}
          begun={{
            ...(source && { component: source.title, services: source.services }),
            team: source?.team ?? ownTeam ?? '',
          }}
        />
      </RecordForm>
    </>
  )
}
