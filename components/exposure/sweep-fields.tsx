import { useTranslations } from 'next-intl'
import { ServiceBoxes } from '#components/risks/link-fields.tsx'
import { CheckboxGroup } from '#components/ui/checkbox.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { scopes } from '#lib/exposure/vocabulary.ts'
import { mechanismOptionGroups } from '#lib/mechanisms/options.ts'
import { type Option, optionsOf } from '#lib/options.ts'

/** What is asked, of whom, and until when. */
export function SweepFields({
  mechanism,
  teams,
  services,
  programs,
}: {
  mechanism: string
  teams: Option[]
  services: Option[]
  programs: Option[]
}) {
  const t = useTranslations('exposure.form')
  return (
    <>
      <Select
        name="mechanism"
        label={t('mechanism')}
        required
        placeholder=""
        defaultValue={mechanism}
        options={mechanismOptionGroups}
      />
      <TextField name="question" label={t('question')} hint={t('questionHint')} required maxLength={300} />
      <TextArea name="background" label={t('background')} hint={t('backgroundHint')} rows={3} maxLength={2000} />
      <RadioGroup name="scope" label={t('scope')} required defaultValue="all" choices={optionsOf(scopes)} />
      <Disclosure summary={t('narrow')}>
        <div className="flex flex-col gap-5">
          <Select
            name="tier"
            label={t('tier')}
            placeholder=""
            options={['0', '1', '2', '3'].map((value) => ({ value, label: t('upTo', { tier: value }) }))}
          />
          <CheckboxGroup name="teams" label={t('teams')} choices={teams} />
          <ServiceBoxes label={t('services')} services={services} chosen={[]} />
        </div>
      </Disclosure>
      <TextField name="dueOn" type="date" label={t('dueOn')} className="max-w-48" />
      {programs.length > 0 && <Select name="program" label={t('program')} placeholder="" options={programs} />}
    </>
  )
}
