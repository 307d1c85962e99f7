import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SettingsFrame } from '#components/accounts/settings-frame.tsx'
import { RuleText } from '#components/templates/rule-text.tsx'
import { TemplateBadges } from '#components/templates/template-badges.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Link } from '#components/ui/link.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { listTeamOptions } from '#lib/teams/queries.ts'
import { listAllTemplates } from '#lib/templates/queries.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tab.templates') }
}

export default async function TemplatesPage() {
  const [t, context] = await Promise.all([getTranslations('templates'), currentContext()])
  const { templates, teams } = await read(context, async (work) => ({
    templates: await listAllTemplates(work),
    teams: Object.fromEntries((await listTeamOptions(work)).map(({ slug, name }) => [slug, name])),
  }))
  const edits = can(context.actor, 'edit', 'template').allowed
  const administers = can(context.actor, 'edit', 'organization').allowed
  return (
    <SettingsFrame current="templates" administers={administers}>
      <div className="mb-5 flex flex-wrap items-start justify-between gap-3">
        <p className="max-w-prose text-muted">{t('intro')}</p>
        {edits && <LinkButton href="/settings/templates/new">{t('new')}</LinkButton>}
      </div>
      <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-raised">
        {templates.map(({ template, active, update }) => (
          <li key={template.key} className="flex flex-col gap-1.5 p-4">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <h2 className="text-md font-semibold">
                <Link href={`/settings/templates/${template.key}`} className="hover:underline">
                  {template.name}
                </Link>
              </h2>
              <TemplateBadges {...{ template, active, update }} />
            </div>
            <p className="max-w-prose text-muted">{template.description}</p>
            <p className="text-sm text-muted">
              {[
                t('sections', { count: template.sections.length }),
                t(`review.${template.review}`),
                ...(template.minutes ? [t('minutes', { minutes: template.minutes })] : []),
                ...(template.restricted ? [t('restricted')] : []),
              ].join(', ')}
            </p>
            {template.kind === 'postmortem' && active && <RuleText choose={template.choose} teams={teams} />}
          </li>
        ))}
      </ul>
    </SettingsFrame>
  )
}
