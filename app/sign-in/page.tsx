import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Doorstep } from '#components/accounts/doorstep.tsx'
import { ProviderButtons } from '#components/accounts/provider-buttons.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Form } from '#components/ui/form.tsx'
import { Link } from '#components/ui/link.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { getOrganization } from '#lib/accounts/queries.ts'
import { turnedAway } from '#lib/auth/admit.ts'
import { currentVisit, visitorContext } from '#lib/auth/current.ts'
import { safePath } from '#lib/auth/port.ts'
import { providersOf } from '#lib/auth/providers.ts'
import { samplePeople } from '#lib/auth/sample.ts'
import { read } from '#lib/context.ts'
import { signInWithPassword } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('title') }
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string; problem?: string }>
}) {
  const [t, visit, context, asked] = await Promise.all([
    getTranslations('auth'),
    currentVisit(),
    visitorContext(),
    searchParams,
  ])
  const next = safePath(typeof asked.next === 'string' ? asked.next : null)
  if (context.actor.kind === 'person') redirect(next)
  const organization = await read(context, getOrganization)
  if (!organization) redirect('/start')
  const [people, problem] = [await samplePeople(visit), turnedAway.find((reason) => reason === asked.problem)]
  const providers = providersOf(visit.env)

  return (
    <Doorstep title={t('heading', { organization: organization.name })}>
      <div className="flex flex-col gap-6">
        {asked.problem && (
          <Callout tone="warn" live>
            {t(`problem.${problem ?? 'failed'}`)}
          </Callout>
        )}
        {people && (
          <Callout tone="info">
            {t('sample')}{' '}
            <Link href="/look-around" className="font-medium text-info underline underline-offset-2">
              {t('choosePerson')}
            </Link>
          </Callout>
        )}
        {providers.length > 0 && <ProviderButtons providers={providers} next={next} />}
        {visit.env.AUTH_LOCAL && (
          <Form action={signInWithPassword}>
            <input type="hidden" name="next" value={next} />
            <TextField name="email" type="email" label={t('email')} autoComplete="username" required />
            <TextField name="password" type="password" label={t('password')} autoComplete="current-password" required />
            <SubmitButton className="w-full">{t('submit')}</SubmitButton>
            <p className="text-sm text-muted">{t('forgotten')}</p>
          </Form>
        )}
      </div>
    </Doorstep>
  )
}
