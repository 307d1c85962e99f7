import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { severities } from '#lib/incidents/model.ts'
import { listIncidents } from '#lib/incidents/queries.ts'
import { listTeamOptions } from '#lib/teams/queries.ts'
import { suggestTemplate } from '#lib/templates/model.ts'
import { listTemplates } from '#lib/templates/queries.ts'
import { draft } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('postmortems.draft'))('heading') }
}

export default async function NewPostmortemPage({ searchParams }: { searchParams: Promise<{ incident?: string }> }) {
  const [t, v, context, asked] = await Promise.all([
    getTranslations('postmortems.draft'),
    getTranslations('postmortems.visibility'),
    currentContext(),
    searchParams,
  ])
  const { incidents, teams, offered } = await read(context, async (work) => ({
    incidents: (await listIncidents(work, { limit: 100 })).items,
    teams: await listTeamOptions(work),
    offered: await listTemplates(work),
  }))
  const incident = incidents.find(({ number }) => String(number) === asked.incident)
  const suggestion = incident && suggestTemplate(offered, { ...incident, team: incident.team.slug })
  const myTeam = teams.find(({ id }) => id in context.actor.teams)?.slug
  const templates = offered.map(({ key, name, description, sections, review }) => ({
    value: key,
    label: name,
    hint: `${description} ${t('sections', { count: sections.length })}, ${review === 'review' ? t('needsReview') : t('noReview')}.`,
  }))

  return (
    <>
      <PageHeader
        title={t('heading')}
        description={t('intro')}
        crumbs={[{ href: '/postmortems', label: (await getTranslations('postmortems'))('heading') }]}
      />
      <Form action={draft}>
        <Select
          name="incident"
          label={t('incident')}
          hint={t('incidentHint')}
          defaultValue={incident ? String(incident.number) : ''}
          placeholder={t('none')}
          options={incidents.map(({ number, title, severity }) => ({
            value: String(number),
            label: `INC-${number} · ${severities[severity]} · ${title}`,
          }))}
        />
        <TextField
          name="title"
          label={t('titleLabel')}
          hint={t('titleHint')}
          defaultValue={incident?.title}
          required
          maxLength={200}
        />
        <RadioGroup
          name="template"
          label={t('template')}
          hint={suggestion && t('because', { because: suggestion.because })}
          defaultValue={suggestion?.key ?? 'classic'}
          required
          choices={templates}
        />
        <Select
          name="team"
          label={t('teamLabel')}
          required
          defaultValue={incident?.team.slug ?? myTeam ?? ''}
          options={teams.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <Select
          name="visibility"
          label={v('label')}
          placeholder={t('sameAsIncident')}
          options={[
            { value: 'company', label: v('companyFull') },
            { value: 'team', label: v('teamFull') },
            { value: 'restricted', label: v('restrictedFull') },
          ]}
        />
        <Select
          name="restrictedReason"
          label={v('reason')}
          hint={v('reasonHint')}
          options={(['security', 'legal', 'privacy', 'people'] as const).map((reason) => ({
            value: reason,
            label: v(reason),
          }))}
        />
        <div>
          <SubmitButton>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </>
  )
}
