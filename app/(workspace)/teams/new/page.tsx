import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TeamFields } from '#components/teams/team-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { can } from '#lib/policy/can.ts'
import { create } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teams'))('create') }
}

export default async function NewTeamPage() {
  const [t, { actor }] = await Promise.all([getTranslations('teams'), currentContext()])
  const may = can(actor, 'create', 'team')

  return (
    <>
      <PageHeader title={t('create')} crumbs={[{ href: '/teams', label: t('title') }]} />
      <RecordForm action={create} may={may} submit={t('create')}>
        <TeamFields team={{ zone: actor.zone }} />
        <TextField name="slug" label={t('slug')} hint={t('slugHint')} maxLength={60} />
      </RecordForm>
    </>
  )
}
