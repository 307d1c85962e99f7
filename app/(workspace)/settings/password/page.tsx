import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewPasswordField } from '#components/accounts/new-password-field.tsx'
import { SettingsFrame } from '#components/accounts/settings-frame.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { waysIn } from '#lib/accounts/queries.ts'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { savePassword } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tab.password') }
}

export default async function PasswordPage() {
  const [t, context] = await Promise.all([getTranslations('settings.password'), currentContext()])
  const ways = await read(context, (work) => waysIn(work, context.actor.personId))

  return (
    <SettingsFrame current="password" administers={context.actor.role === 'administrator'}>
      {ways.password ? (
        <Form action={savePassword}>
          <TextField name="current" type="password" label={t('current')} autoComplete="current-password" required />
          <NewPasswordField label={t('new')} hint={t('hint')} />
          <div>
            <SubmitButton>{t('submit')}</SubmitButton>
          </div>
        </Form>
      ) : (
        <Callout>{t('none')}</Callout>
      )}
    </SettingsFrame>
  )
}
