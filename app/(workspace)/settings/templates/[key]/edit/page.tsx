import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { TemplateFields } from '#components/templates/template-fields.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { RestrictedReason } from '#lib/incidents/schema.ts'
import { can } from '#lib/policy/can.ts'
import { presentTemplate } from '#lib/templates/present.ts'
import { show } from '#lib/web/show.ts'
import { teamChoices } from '../../../../choices.ts'
import { save } from '../../actions.ts'

type Props = { params: Promise<{ key: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, context, { key }] = await Promise.all([getTranslations('templates.edit'), currentContext(), params])
  return { title: t('heading', { name: (await show(context, (work) => presentTemplate(work, key))).name }) }
}

export default async function EditTemplatePage({ params }: Props) {
  const [t, list, v, context, { key }] = await Promise.all([
    getTranslations('templates.edit'),
    getTranslations('templates'),
    getTranslations('postmortems.visibility'),
    currentContext(),
    params,
  ])
  if (!can(context.actor, 'edit', 'template').allowed) notFound()
  const { template, teams } = await show(context, async (work) => ({
    template: await presentTemplate(work, key),
    teams: await teamChoices(work),
  }))
  return (
    <>
      <PageHeader
        title={t('heading', { name: template.name })}
        description={t('intro')}
        crumbs={[
          { href: '/settings/templates', label: list('heading') },
          { href: `/settings/templates/${key}`, label: template.name },
        ]}
      />
      <Form action={save.bind(null, key)} className="flex max-w-3xl flex-col gap-8">
        <TemplateFields
          template={template}
          teams={teams}
          reasons={Object.fromEntries(RestrictedReason.options.map((reason) => [reason, v(reason)]))}
        />
        <div className="sticky bottom-0 -mx-4 flex gap-2 border-t border-line bg-canvas/95 px-4 py-3">
          <SubmitButton>{t('save')}</SubmitButton>
          <LinkButton href={`/settings/templates/${key}`} tone="quiet">
            {t('cancel')}
          </LinkButton>
        </div>
      </Form>
    </>
  )
}
