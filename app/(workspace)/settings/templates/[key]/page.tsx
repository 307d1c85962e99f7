import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FactList } from '#components/templates/fact-list.tsx'
import { RuleText } from '#components/templates/rule-text.tsx'
import { TemplateActions, UpdateOffer } from '#components/templates/template-actions.tsx'
import { TemplateBadges } from '#components/templates/template-badges.tsx'
import { TemplatePreview } from '#components/templates/template-preview.tsx'
import { VersionList } from '#components/templates/version-list.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { TabsNav } from '#components/ui/tabs-nav.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { severities } from '#lib/incidents/model.ts'
import { can } from '#lib/policy/can.ts'
import { listTeamOptions } from '#lib/teams/queries.ts'
import type { Severity } from '#lib/templates/model.ts'
import { presentTemplate } from '#lib/templates/present.ts'
import { countUses } from '#lib/templates/queries.ts'
import { show } from '#lib/web/show.ts'
import { deactivate, reactivate, takeShipped } from '../actions.ts'

type Props = { params: Promise<{ key: string }>; searchParams: Promise<{ severity?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { key } = await params
  return { title: (await show(await currentContext(), (work) => presentTemplate(work, key))).name }
}

export default async function TemplatePage({ params, searchParams }: Props) {
  const [t, list, context, { key }, asked] = await Promise.all([
    getTranslations('templates.view'),
    getTranslations('templates'),
    currentContext(),
    params,
    searchParams,
  ])
  const { template, uses, teams } = await show(context, async (work) => ({
    template: await presentTemplate(work, key),
    uses: (await countUses(work)).get(key) ?? 0,
    teams: Object.fromEntries((await listTeamOptions(work)).map(({ slug, name }) => [slug, name])),
  }))
  const severity = severityIn(asked.severity)
  const { zone } = context.actor
  const bound = {
    takeShipped: takeShipped.bind(null, key),
    deactivate: deactivate.bind(null, key),
    reactivate: reactivate.bind(null, key),
  }
  return (
    <>
      <PageHeader
        title={template.name}
        eyebrow={<TemplateBadges template={template} active={template.active} update={template.update} />}
        description={template.description}
        crumbs={[{ href: '/settings/templates', label: list('heading') }]}
      />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <UpdateOffer template={template} />
          <div>
            <h2 className="text-xl font-semibold">{t('preview')}</h2>
            <p className="text-muted">{t('previewHint', { severity: severities[severity] })}</p>
          </div>
          <TabsNav
            label={t('severities')}
            tabs={(Object.keys(severities) as Severity[]).map((name) => ({
              href: `/settings/templates/${key}?severity=${name}`,
              label: severities[name],
              current: name === severity,
            }))}
          />
          <TemplatePreview template={template} severity={severity} />
        </div>
        <aside className="flex flex-col gap-6">
          {template.kind === 'postmortem' && (
            <Panel title={list('chosen')}>
              <RuleText choose={template.choose} teams={teams} />
              <p className="pt-2 text-sm text-muted">{t('used', { count: uses })}</p>
            </Panel>
          )}
          <Panel title={t('facts')}>
            <FactList facts={template.facts} severity={severity} />
          </Panel>
          <Panel title={t('versions')}>
            <VersionList template={template} zone={zone} now={context.now} />
          </Panel>
          {can(context.actor, 'edit', 'template').allowed ? (
            <TemplateActions template={template} actions={bound} />
          ) : (
            <p className="text-sm text-muted">{t('administrators')}</p>
          )}
        </aside>
      </div>
    </>
  )
}

const severityIn = (name: string | undefined): Severity =>
  name !== undefined && Object.hasOwn(severities, name) ? (name as Severity) : 'sev2'
