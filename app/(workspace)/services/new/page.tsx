import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ServiceFields } from '#components/services/service-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { findOwnTeam, listTeamOptions } from '#lib/teams/queries.ts'
import { create } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('services'))('create') }
}

export default async function NewServicePage() {
  const [t, context] = await Promise.all([getTranslations('services'), currentContext()])
  const { teams, ownTeam } = await read(context, async (work) => ({
    teams: await listTeamOptions(work),
    ownTeam: await findOwnTeam(work),
  }))
  const may = can(context.actor, 'create', 'service')

  return (
    <>
      <PageHeader title={t('create')} crumbs={[{ href: '/services', label: t('title') }]} />
      <RecordForm action={create} may={may} submit={t('create')}>
        <ServiceFields service={ownTeam ? { team: ownTeam } : {}} teams={teams} />
        <TextField name="slug" label={t('slug')} hint={t('slugHint')} maxLength={60} />
      </RecordForm>
    </>
  )
}
