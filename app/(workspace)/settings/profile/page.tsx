import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SettingsFrame } from '#components/accounts/settings-frame.tsx'
import { ZoneField } from '#components/accounts/zone-field.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { getPerson } from '#lib/accounts/queries.ts'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { saveProfile } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tab.profile') }
}

export default async function ProfilePage() {
  const [t, context] = await Promise.all([getTranslations('settings.profile'), currentContext()])
  const person = await read(context, (work) => getPerson(work, context.actor.personId))

  return (
    <SettingsFrame current="profile" administers={context.actor.role === 'administrator'}>
      <Form action={saveProfile}>
        <TextField
          name="name"
          label={t('name')}
          defaultValue={person.name}
          autoComplete="name"
          required
          maxLength={100}
        />
        <TextField
          name="title"
          label={t('jobTitle')}
          hint={t('jobTitleHint')}
          defaultValue={person.title}
          maxLength={100}
        />
        <ZoneField name="zone" label={t('zone')} hint={t('zoneHint')} defaultValue={person.zone} />
        <TextArea name="about" label={t('about')} hint={t('aboutHint')} defaultValue={person.about} maxLength={2000} />
        <p className="text-sm text-muted">{t('email', { email: person.email })}</p>
        <div>
          <SubmitButton>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </SettingsFrame>
  )
}
