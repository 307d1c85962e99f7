import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { listTemplates } from '#lib/templates/queries.ts'
import { create } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('templates.create'))('heading') }
}

export default async function NewTemplatePage() {
  const [t, list, context] = await Promise.all([
    getTranslations('templates.create'),
    getTranslations('templates'),
    currentContext(),
  ])
  if (!can(context.actor, 'edit', 'template').allowed) notFound()
  const templates = await read(context, listTemplates)
  return (
    <>
      <PageHeader
        title={t('heading')}
        description={t('intro')}
        crumbs={[{ href: '/settings/templates', label: list('heading') }]}
      />
      <Form action={create}>
        <TextField name="name" label={t('name')} hint={t('nameHint')} required maxLength={60} />
        <Select
          name="from"
          label={t('from')}
          required
          defaultValue={templates[0]?.key ?? ''}
          options={templates.map(({ key, name }) => ({ value: key, label: name }))}
        />
        <div>
          <SubmitButton>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </>
  )
}
