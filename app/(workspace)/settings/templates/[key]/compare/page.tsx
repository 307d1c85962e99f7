import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RevisionDiff } from '#components/postmortems/revision-diff.tsx'
import { Button } from '#components/ui/button.tsx'
import { FieldFrame } from '#components/ui/field.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { currentContext } from '#lib/auth/current.ts'
import type { Work } from '#lib/context.ts'
import { diffRevisions } from '#lib/postmortems/diff.ts'
import { asText } from '#lib/templates/as-text.ts'
import { presentTemplate } from '#lib/templates/present.ts'
import { getTemplate, getVersion } from '#lib/templates/queries.ts'
import type { Template } from '#lib/templates/schema.ts'
import { show } from '#lib/web/show.ts'

type Props = { params: Promise<{ key: string }>; searchParams: Promise<{ from?: string; to?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('templates.compare'))('heading') }
}

export default async function CompareTemplatesPage({ params, searchParams }: Props) {
  const [t, view, list, context, { key }, asked] = await Promise.all([
    getTranslations('templates.compare'),
    getTranslations('templates.view'),
    getTranslations('templates'),
    currentContext(),
    params,
    searchParams,
  ])
  const { template, from, to } = await show(context, async (work) => ({
    template: await presentTemplate(work, key),
    from: await versionIn(work, key, asked.from),
    to: await versionIn(work, key, asked.to),
  }))
  const options = template.versions
    .filter(({ origin, own }) => own || origin === 'shipped')
    .map(({ origin, version }) => ({ value: `${origin}-${version}`, label: view('versionOf', { origin, version }) }))
  const pick = (name: 'from' | 'to', { origin, version }: Template) => (
    <FieldFrame id={`compare-${name}`} label={t(name)}>
      <select id={`compare-${name}`} name={name} defaultValue={`${origin}-${version}`} className="control">
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
  const differences = diffRevisions(asText(from), asText(to))
  return (
    <>
      <PageHeader
        title={t('heading')}
        crumbs={[
          { href: '/settings/templates', label: list('heading') },
          { href: `/settings/templates/${key}`, label: template.name },
        ]}
      />
      <form method="get" className="mb-6 flex flex-wrap items-end gap-3">
        {pick('from', from)}
        {pick('to', to)}
        <Button type="submit">{t('show')}</Button>
      </form>
      {differences.sections.length === 0 ? (
        <p className="text-muted">{t('same')}</p>
      ) : (
        <RevisionDiff difference={differences} />
      )}
    </>
  )
}

/** `shipped-2`, `organization-1`; anything else means the one in force. */
async function versionIn(work: Work, key: string, name: string | undefined): Promise<Template> {
  const [, origin, version] = /^(shipped|organization)-(\d{1,6})$/.exec(name ?? '') ?? []
  if (!version) return getTemplate(work, key)
  return getVersion(work, { key, origin: origin === 'shipped' ? 'shipped' : 'organization', version: Number(version) })
}
