import { useTranslations } from 'next-intl'
import { CheckboxGroup } from '#components/ui/checkbox.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { type Option, optionsOf } from '#lib/options.ts'
import type { ProgramOut } from '#lib/programs/schema.ts'
import { cadences, programKinds } from '#lib/programs/vocabulary.ts'

type Prefilled = Partial<Pick<ProgramOut, 'name' | 'kind' | 'objective' | 'why' | 'startOn' | 'endOn'>>
type Given = {
  program?: ProgramOut
  prefilled?: Prefilled
  teams: Option[]
  people: Option[]
  services: Option[]
  lead?: string
}

/** What a program sets out to do, who answers for it, what it covers, and when it is over. */
export function ProgramFields({ program, prefilled, teams, people, services, lead }: Given) {
  const t = useTranslations('programs.form')
  const given = program ?? prefilled
  const kinds = optionsOf(programKinds)
  const rhythms = Object.entries(cadences).map(([value, { label }]) => ({ value, label }))
  return (
    <>
      <TextField name="name" label={t('name')} defaultValue={given?.name} required maxLength={120} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          name="kind"
          label={t('kind')}
          defaultValue={given?.kind ?? ''}
          required
          placeholder=""
          options={kinds}
        />
        <Select
          name="cadence"
          label={t('cadence')}
          defaultValue={program?.cadence ?? 'monthly'}
          required
          options={rhythms}
        />
      </div>
      <TextArea
        name="objective"
        label={t('objective')}
        hint={t('objectiveHint')}
        defaultValue={given?.objective}
        required
        rows={2}
        maxLength={500}
      />
      <TextArea name="why" label={t('why')} hint={t('whyHint')} defaultValue={given?.why} rows={3} maxLength={2000} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          name="lead"
          label={t('lead')}
          defaultValue={program?.lead.id ?? lead ?? ''}
          required
          placeholder=""
          options={people}
        />
        <Select
          name="sponsor"
          label={t('sponsor')}
          hint={t('sponsorHint')}
          defaultValue={program?.sponsor?.id ?? ''}
          options={people}
        />
        <TextField name="startOn" type="date" label={t('startOn')} defaultValue={given?.startOn} required />
        <TextField name="endOn" type="date" label={t('endOn')} defaultValue={given?.endOn} required />
      </div>
      <TextArea
        name="exitCriteria"
        label={t('exitCriteria')}
        hint={t('exitCriteriaHint')}
        defaultValue={program?.exitCriteria.join('\n')}
        rows={4}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextArea name="scopeIn" label={t('scopeIn')} defaultValue={program?.scopeIn} rows={3} maxLength={2000} />
        <TextArea name="scopeOut" label={t('scopeOut')} defaultValue={program?.scopeOut} rows={3} maxLength={2000} />
      </div>
      <TeamRows chosen={program?.teams ?? []} teams={teams} people={people} />
      <input type="hidden" name="services" value="" />
      <CheckboxGroup
        name="services"
        label={t('services')}
        choices={services.map(({ value, label }) => ({
          value,
          label,
          defaultChecked: program?.services.some(({ slug }) => slug === value) ?? false,
        }))}
      />
    </>
  )
}

/** Those that take part, and three more rows to fill; rows left empty are nothing. */
function TeamRows({ chosen, teams, people }: { chosen: ProgramOut['teams'] } & Pick<Given, 'teams' | 'people'>) {
  const t = useTranslations('programs.form')
  const rows = Array.from({ length: chosen.length + 3 }, (_, index) => ({ key: `row-${index}`, row: chosen[index] }))
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-medium">{t('teams')}</legend>
      <p className="text-sm text-muted">{t('teamsHint')}</p>
      {rows.map(({ key, row }, index) => (
        <div key={key} className="grid gap-3 sm:grid-cols-2">
          <Select
            name={`teams.${index}.team`}
            label={t('team', { number: index + 1 })}
            defaultValue={row?.slug ?? ''}
            options={teams}
          />
          <Select
            name={`teams.${index}.contact`}
            label={t('contact', { number: index + 1 })}
            defaultValue={row?.contact?.id ?? ''}
            options={people}
          />
        </div>
      ))}
    </fieldset>
  )
}
