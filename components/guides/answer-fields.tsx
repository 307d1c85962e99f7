import { useTranslations } from 'next-intl'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { Option } from '#lib/options.ts'
import { NOTE_MAX } from '#lib/text.ts'

type Open = readonly { number: number; summary: string }[]

/** What an owner answers to a flag. */
export function AnswerFields({ proposals, exercises }: { proposals: Open; exercises: Option[] }) {
  const t = useTranslations('guides.answers')
  return (
    <>
      <RadioGroup
        name="verdict"
        label={t('verdict')}
        required
        choices={(['stands', 'change'] as const).map((value) => ({
          value,
          label: t(value),
          hint: t(`${value}Hint`),
        }))}
      />
      <TextArea name="reason" label={t('reason')} rows={2} maxLength={NOTE_MAX} required />
      <Select
        name="proposal"
        label={t('proposal')}
        hint={t('proposalHint')}
        placeholder={t('noProposal')}
        options={proposals.map(({ number, summary }) => ({ value: String(number), label: `${number}: ${summary}` }))}
      />
      <TextField name="until" type="date" label={t('until')} hint={t('untilHint')} />
      <Exercise options={exercises} />
    </>
  )
}

/** What an owner says when the day came to read it again. */
export function ConfirmFields({ exercises }: { exercises: Option[] }) {
  const t = useTranslations('guides.answers')
  return (
    <>
      <input type="hidden" name="verdict" value="stands" />
      <TextArea name="reason" label={t('reason')} hint={t('standsHint')} rows={2} maxLength={NOTE_MAX} required />
      <TextField name="until" type="date" label={t('confirmUntil')} required />
      <Exercise options={exercises} />
    </>
  )
}

function Exercise({ options }: { options: Option[] }) {
  const t = useTranslations('guides.answers')
  return (
    <Select
      name="exercise"
      label={t('exercise')}
      hint={t('exerciseHint')}
      placeholder={t('noExercise')}
      options={options}
    />
  )
}
