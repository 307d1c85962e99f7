import { useTranslations } from 'next-intl'
import { VisibilityFields } from '#components/grants/visibility-fields.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { Option } from '#lib/options.ts'
import type { Suggestion } from '#lib/templates/model.ts'
import type { Template } from '#lib/templates/schema.ts'

type Props = {
  templates: Template[]
  teams: Option[]
  team: string | undefined
  /** What the incident brings along; null where there is none yet. */
  incident: { title: string; suggestion: Suggestion } | null
}

/** Everything about a new postmortem that has a good answer already, and may be given another. */
export function DraftFields({ templates, teams, team, incident }: Props) {
  const t = useTranslations('postmortems.draft')
  const choices = templates.map(({ key, name, description, sections, review, minutes }) => ({
    value: key,
    label: name,
    hint: `${description} ${[
      t('sections', { count: sections.length }),
      review === 'review' ? t('needsReview') : t('noReview'),
    ].join(', ')}${minutes ? `, ${minutes} min` : ''}.`,
  }))
  return (
    <>
      <RadioGroup
        name="template"
        label={t('template')}
        hint={incident && t('because', { because: incident.suggestion.because })}
        defaultValue={incident?.suggestion.key ?? ''}
        choices={incident ? choices : [{ value: '', label: t('byRules'), hint: t('byRulesHint') }, ...choices]}
      />
      <TextField
        name="title"
        label={t('titleLabel')}
        hint={incident ? t('titleHint') : `${t('titleHint')} ${t('titleEmpty')}`}
        defaultValue={incident?.title}
        maxLength={200}
      />
      <Select
        name="team"
        label={t('teamLabel')}
        placeholder={t('teamEmpty')}
        defaultValue={team ?? ''}
        options={teams}
      />
      <VisibilityFields visibility="" otherwise={t('sameAsIncident')} />
    </>
  )
}
