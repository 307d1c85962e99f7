import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Doorstep } from '#components/accounts/doorstep.tsx'
import { NewPasswordField } from '#components/accounts/new-password-field.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { personOfLink } from '#lib/accounts/password-link.ts'
import { currentVisit } from '#lib/auth/current.ts'
import { chooseByLink } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.choose'))('title') }
}

/** Opening the link changes nothing; only sending the form uses it up. */
export default async function ChoosePasswordPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const [t, visit, { token }] = await Promise.all([getTranslations('auth.choose'), currentVisit(), searchParams])
  if (typeof token !== 'string') notFound()
  const person = await visit.database.asOwner((db) => personOfLink(db, { token, now: visit.now }))
  if (!person) notFound()

  return (
    <Doorstep title={t('heading', { name: person.name })} intro={t('intro')}>
      <Form action={chooseByLink}>
        <input type="hidden" name="token" value={token} />
        <TextField
          label={t('email')}
          name="username"
          type="email"
          defaultValue={person.email}
          autoComplete="username"
          readOnly
          required
        />
        <NewPasswordField label={t('password')} hint={t('hint')} />
        <SubmitButton className="w-full">{t('submit')}</SubmitButton>
      </Form>
    </Doorstep>
  )
}
