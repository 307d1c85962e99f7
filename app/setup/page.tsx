import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Doorstep } from '#components/accounts/doorstep.tsx'
import { NewPasswordField } from '#components/accounts/new-password-field.tsx'
import { ZoneField } from '#components/accounts/zone-field.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { isSetupLink } from '#lib/accounts/setup-link.ts'
import { currentVisit } from '#lib/auth/current.ts'
import { setUpOrganization } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('start.setup'))('title') }
}

export default async function SetupPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const [t, visit, { token }] = await Promise.all([getTranslations('start.setup'), currentVisit(), searchParams])
  if (typeof token !== 'string') notFound()
  if (!(await visit.database.asOwner((db) => isSetupLink(db, { token, now: visit.now })))) notFound()

  return (
    <Doorstep title={t('title')} intro={t('intro')}>
      <Form action={setUpOrganization}>
        <input type="hidden" name="token" value={token} />
        <TextField
          name="organization"
          label={t('organization')}
          hint={t('organizationHint')}
          autoComplete="organization"
          required
        />
        <ZoneField name="zone" label={t('zone')} hint={t('zoneHint')} />
        <TextField name="name" label={t('name')} autoComplete="name" required />
        <TextField
          name="email"
          type="email"
          label={t('email')}
          hint={t('emailHint')}
          autoComplete="username"
          required
        />
        <NewPasswordField label={t('password')} hint={t('passwordHint')} />
        <SubmitButton className="w-full">{t('submit')}</SubmitButton>
      </Form>
    </Doorstep>
  )
}
