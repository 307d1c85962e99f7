import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SettingsFrame } from '#components/accounts/settings-frame.tsx'
import { ZoneField } from '#components/accounts/zone-field.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { getOrganization } from '#lib/accounts/queries.ts'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { saveOrganization } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tab.organization') }
}

export default async function OrganizationPage() {
  const [t, context] = await Promise.all([getTranslations('settings.organization'), currentContext()])
  const organization = await read(context, getOrganization)
  if (!organization || !can(context.actor, 'edit', 'organization').allowed) notFound()

  return (
    <SettingsFrame current="organization" administers>
      <Form action={saveOrganization}>
        <TextField name="name" label={t('name')} defaultValue={organization.name} required maxLength={100} />
        <ZoneField name="zone" label={t('zone')} hint={t('zoneHint')} defaultValue={organization.zone} />
        <div>
          <SubmitButton>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </SettingsFrame>
  )
}
