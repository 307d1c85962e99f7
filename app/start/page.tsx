import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Doorstep } from '#components/accounts/doorstep.tsx'
import { Form } from '#components/ui/form.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { getOrganization } from '#lib/accounts/queries.ts'
import { currentVisit, visitorContext } from '#lib/auth/current.ts'
import { isLookingAroundAllowed } from '#lib/auth/sample.ts'
import { read } from '#lib/context.ts'
import { lookAround } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('start'))('title') }
}

/** What a new instance shows until it has an organization. */
export default async function StartPage() {
  const [t, visit, context] = await Promise.all([getTranslations('start'), currentVisit(), visitorContext()])
  if (await read(context, getOrganization)) redirect('/')

  return (
    <Doorstep title={t('title')} intro={t('intro')} wide>
      <div className="grid gap-5 sm:grid-cols-2">
        <Panel title={t('look.title')}>
          <p className="mb-4 text-muted">{t('look.text')}</p>
          {isLookingAroundAllowed(visit) ? (
            <Form action={lookAround}>
              <div>
                <SubmitButton>{t('look.submit')}</SubmitButton>
              </div>
              <p className="text-sm text-muted">{t('look.takes')}</p>
            </Form>
          ) : (
            <p>{t('look.notHere')}</p>
          )}
        </Panel>
        <Panel title={t('own.title')}>
          <p className="mb-4 text-muted">{t('own.text')}</p>
          <p>{t('own.link')}</p>
          <pre className="mt-3 overflow-x-auto rounded-md bg-sunken px-3 py-2 font-mono text-sm">
            npx firebreak setup
          </pre>
        </Panel>
      </div>
    </Doorstep>
  )
}
