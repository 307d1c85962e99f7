import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { roles } from '#lib/accounts/model.ts'
import { currentContext } from '#lib/auth/current.ts'
import { can } from '#lib/policy/can.ts'
import { invite } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('invite') }
}

export default async function InvitePage() {
  const [t, { actor }] = await Promise.all([getTranslations('people'), currentContext()])
  const may = can(actor, 'create', 'person')
  const choices = roles.map((role) => ({ value: role, label: t(`role.${role}`), hint: t(`roleHint.${role}`) }))

  return (
    <>
      <PageHeader
        title={t('invite')}
        description={t('inviteIntro')}
        crumbs={[{ href: '/people', label: t('title') }]}
      />
      <RecordForm action={invite} may={may} submit={t('inviteSubmit')}>
        <TextField name="name" label={t('name')} required maxLength={100} />
        <TextField name="email" type="email" label={t('email')} required maxLength={254} />
        <TextField name="title" label={t('jobTitle')} maxLength={100} />
        <RadioGroup name="role" label={t('roleLabel')} defaultValue="member" required choices={choices} />
      </RecordForm>
    </>
  )
}
