import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ServiceFields } from '#components/services/service-fields.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { listTeamOptions } from '#lib/teams/queries.ts'
import { create } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('services'))('create') }
}

export default async function NewServicePage() {
  const [t, context] = await Promise.all([getTranslations('services'), currentContext()])
  const teams = await read(context, listTeamOptions)
  const decision = can(context.actor, 'create', 'service')
  const own = teams.find(({ id }) => id in context.actor.teams)?.slug

  return (
    <>
      <PageHeader title={t('create')} crumbs={[{ href: '/services', label: t('title') }]} />
      {decision.allowed ? (
        <Form action={create}>
          <ServiceFields service={own ? { team: own } : {}} teams={teams} />
          <TextField name="slug" label={t('slug')} hint={t('slugHint')} maxLength={60} />
          <div>
            <SubmitButton>{t('create')}</SubmitButton>
          </div>
        </Form>
      ) : (
        <Callout>{decision.reason}</Callout>
      )}
    </>
  )
}
