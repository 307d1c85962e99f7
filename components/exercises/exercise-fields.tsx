import { useTranslations } from 'next-intl'
import { ChoiceBoxes, NumberBoxes, ServiceBoxes } from '#components/risks/link-fields.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { ExerciseOut } from '#lib/exercises/schema.ts'
import { environments, faults, kinds } from '#lib/exercises/vocabulary.ts'
import { type Option, optionsOf } from '#lib/options.ts'
import { PlanRows } from './plan-rows.tsx'

type Choices = { teams: Option[]; people: Option[]; services: Option[]; programs: Option[]; risks: Option[] }
type Begun = { team: string; zone: string; plannedOn: string; risks: readonly string[] }

/** The belief, what is done to it, what stops it, and who does it when. */
export function ExerciseFields({
  exercise,
  choices,
  begun,
}: {
  exercise?: ExerciseOut
  choices: Choices
  begun: Begun
}) {
  const t = useTranslations('exercises.form')
  return (
    <>
      <TextField name="title" label={t('title')} required maxLength={200} defaultValue={exercise?.title} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          name="kind"
          label={t('kind')}
          required
          placeholder=""
          defaultValue={exercise?.kind ?? ''}
          options={optionsOf(kinds)}
        />
        <Select
          name="environment"
          label={t('environment')}
          hint={t('environmentHint')}
          required
          placeholder=""
          defaultValue={exercise?.environment ?? ''}
          options={optionsOf(environments)}
        />
        <TextField
          name="plannedOn"
          type="date"
          label={t('plannedOn')}
          required
          defaultValue={exercise?.plannedOn ?? begun.plannedOn}
        />
        <TextField
          name="zone"
          label={t('zone')}
          hint={t('zoneHint')}
          required
          defaultValue={exercise?.zone ?? begun.zone}
        />
        <Select
          name="team"
          label={t('team')}
          required
          placeholder=""
          defaultValue={exercise?.team.slug ?? begun.team}
          options={choices.teams}
        />
        <Select
          name="owner"
          label={t('owner')}
          placeholder=""
          defaultValue={exercise?.owner?.id ?? ''}
          options={choices.people}
        />
      </div>
      <Hypothesis exercise={exercise} />
      <PlanRows exercise={exercise} />
      <Disclosure summary={t('more')} open={exercise !== undefined || begun.risks.length > 0}>
        <div className="flex flex-col gap-5">
          <More exercise={exercise} choices={choices} begun={begun} />
        </div>
      </Disclosure>
    </>
  )
}

function Hypothesis({ exercise }: { exercise: ExerciseOut | undefined }) {
  const t = useTranslations('exercises.form')
  const word = (name: 'faultNote' | 'target' | 'size' | 'holds' | 'because' | 'signal', required = false) => (
    <TextField
      name={name}
      label={t(name)}
      hint={t(`${name}Hint`)}
      required={required}
      maxLength={300}
      defaultValue={exercise?.[name]}
    />
  )
  return (
    <fieldset className="flex flex-col gap-5 rounded-lg border border-line p-4">
      <legend className="px-1 font-semibold">{t('hypothesis')}</legend>
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          name="fault"
          label={t('fault')}
          hint={t('faultHint')}
          placeholder=""
          defaultValue={exercise?.fault ?? ''}
          options={optionsOf(faults)}
        />
        {word('faultNote')}
        {word('target', true)}
        {word('size')}
      </div>
      {word('holds', true)}
      {word('because')}
      <div className="grid gap-5 sm:grid-cols-2">
        {word('signal')}
        <TextField
          name="withinMinutes"
          label={t('withinMinutes')}
          hint={t('withinMinutesHint')}
          inputMode="numeric"
          defaultValue={exercise?.withinMinutes?.toString() ?? ''}
        />
      </div>
    </fieldset>
  )
}

function More({ exercise, choices, begun }: { exercise: ExerciseOut | undefined; choices: Choices; begun: Begun }) {
  const t = useTranslations('exercises.form')
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="radius"
          label={t('radius')}
          hint={t('radiusHint')}
          maxLength={300}
          defaultValue={exercise?.radius}
        />
        <TextField
          name="radiusCap"
          label={t('radiusCap')}
          hint={t('radiusCapHint')}
          maxLength={300}
          defaultValue={exercise?.radiusCap}
        />
        {(['rtoMinutes', 'rpoMinutes'] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(name)}
            inputMode="numeric"
            defaultValue={exercise?.[name]?.toString() ?? ''}
          />
        ))}
      </div>
      <TextArea
        name="preconditions"
        label={t('preconditions')}
        hint={t('preconditionsHint')}
        rows={4}
        defaultValue={exercise?.preconditions.join('\n')}
      />
      <input type="hidden" name="automated" value="no" />
      <Checkbox name="automated" label={t('automated')} defaultChecked={exercise?.automated ?? false} />
      <ServiceBoxes
        label={t('services')}
        hint={t('servicesHint')}
        services={choices.services}
        chosen={exercise?.services.map(({ slug }) => slug) ?? []}
      />
      <ChoiceBoxes
        name="risks"
        label={t('risks')}
        hint={t('risksHint')}
        options={choices.risks}
        chosen={exercise?.risks.map(({ number }) => String(number)) ?? begun.risks}
      />
      <NumberBoxes
        name="incidents"
        label={t('incidents')}
        hint={t('incidentsHint')}
        numbers={exercise?.incidents.map(({ number }) => number) ?? []}
      />
      {choices.programs.length > 0 && (
        <Select
          name="program"
          label={t('program')}
          placeholder=""
          defaultValue={exercise?.program ? String(exercise.program.number) : ''}
          options={choices.programs}
        />
      )}
    </>
  )
}
