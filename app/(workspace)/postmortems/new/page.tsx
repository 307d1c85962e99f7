import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DraftFields } from '#components/postmortems/draft-fields.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Form } from '#components/ui/form.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { severities } from '#lib/incidents/model.ts'
import { findIncident, listIncidents } from '#lib/incidents/queries.ts'
import { slugOptions } from '#lib/options.ts'
import { listTeamOptions } from '#lib/teams/queries.ts'
import { suggestTemplate } from '#lib/templates/model.ts'
import { listTemplates } from '#lib/templates/queries.ts'
import { draft } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('postmortems.draft'))('heading') }
}

/** From an incident it is one press: its template, title, team and lead are known, and may be changed. */
export default async function NewPostmortemPage({ searchParams }: { searchParams: Promise<{ incident?: string }> }) {
  const [t, list, context, asked] = await Promise.all([
    getTranslations('postmortems.draft'),
    getTranslations('postmortems'),
    currentContext(),
    searchParams,
  ])
  const { incident, incidents, teams, offered } = await read(context, async (work) => ({
    incident: /^\d{1,9}$/.test(asked.incident ?? '') ? await findIncident(work, Number(asked.incident)) : null,
    incidents: (await listIncidents(work, { limit: 100 })).items,
    teams: await listTeamOptions(work),
    offered: await listTemplates(work),
  }))
  const suggestion = incident && suggestTemplate(offered, { ...incident, team: incident.team.slug })
  const template = offered.find(({ key }) => key === suggestion?.key)
  // An incident older than the newest hundred may be asked for by its number.
  const shown = incident && !incidents.some(({ number }) => number === incident.number) ? [incident] : []
  const fields = (
    <DraftFields
      templates={offered}
      teams={slugOptions(teams)}
      team={incident?.team.slug}
      incident={incident && suggestion && { title: incident.title, suggestion }}
    />
  )
  return (
    <>
      <PageHeader
        title={t('heading')}
        description={t('intro')}
        crumbs={[{ href: '/postmortems', label: list('heading') }]}
      />
      <Form action={draft}>
        <Select
          name="incident"
          label={t('incident')}
          hint={t('incidentHint')}
          defaultValue={incident ? String(incident.number) : ''}
          placeholder={t('none')}
          options={[...shown, ...incidents].map(({ number, title, severity }) => ({
            value: String(number),
            label: `INC-${number} · ${severities[severity]} · ${title}`,
          }))}
        />
        {suggestion && template ? (
          <>
            <Callout tone="neutral" title={template.name}>
              <p>{t('because', { because: suggestion.because })}</p>
              <p className="pt-1 text-sm text-muted">
                {incident.team.name}. {t('lead')} {t('prepared')}
              </p>
            </Callout>
            <Disclosure summary={t('change')}>
              <div className="flex flex-col gap-5">{fields}</div>
            </Disclosure>
          </>
        ) : (
          <>
            {fields}
            <p className="text-sm">
              <Link href="/near-misses/new" className="text-accent underline underline-offset-2">
                {t('nearMiss')}
              </Link>
            </p>
          </>
        )}
        <div>
          <SubmitButton>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </>
  )
}
