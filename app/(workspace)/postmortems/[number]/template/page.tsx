import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MovePlan } from '#components/templates/move-plan.tsx'
import { Button } from '#components/ui/button.tsx'
import { FieldFrame } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { previewMove } from '#lib/postmortems/move-template.ts'
import { listTemplates } from '#lib/templates/queries.ts'
import { TemplateKey } from '#lib/templates/schema.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { move } from './actions.ts'

type Props = { params: Promise<{ number: string }>; searchParams: Promise<{ to?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await getTranslations('templates.move'))('heading')} PM-${await numberIn(params)}` }
}

export default async function TemplateOfPostmortemPage({ params, searchParams }: Props) {
  const [t, list, context, number, asked] = await Promise.all([
    getTranslations('templates.move'),
    getTranslations('postmortems'),
    currentContext(),
    numberIn(params),
    searchParams,
  ])
  const { plan, offered } = await show(context, async (work) => {
    const templates = await listTemplates(work)
    const wanted = TemplateKey.safeParse(asked.to).data ?? null
    const known = templates.some(({ key }) => key === wanted)
    return { offered: templates, plan: await previewMove(work, number, known ? wanted : null) }
  })
  const { from, to } = plan
  return (
    <>
      <PageHeader
        title={t('heading')}
        description={t('now', { name: from.name, origin: from.origin, version: from.version })}
        crumbs={[
          { href: '/postmortems', label: list('heading') },
          { href: `/postmortems/${number}`, label: `PM-${number}` },
        ]}
      />
      <div className="flex max-w-3xl flex-col gap-6">
        <form method="get" className="flex flex-wrap items-end gap-3">
          <FieldFrame id="template-to" label={t('template')}>
            <select id="template-to" name="to" defaultValue={to.key} className="control">
              {offered.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          </FieldFrame>
          <Button type="submit">{t('show')}</Button>
        </form>
        <Panel title={t('preview', { name: to.name, origin: to.origin, version: to.version })}>
          {plan.nothing ? (
            <p className="text-muted">{t('nothing')}</p>
          ) : (
            <Form action={move.bind(null, number, to.key)} className="flex flex-col gap-4">
              <MovePlan move={plan.move} prepared={plan.prepared} />
              <p className="text-muted">{t('safe')}</p>
              <div>
                <SubmitButton>{t('submit')}</SubmitButton>
              </div>
            </Form>
          )}
        </Panel>
      </div>
    </>
  )
}
