import { useTranslations } from 'next-intl'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { type ProgressKind, regressionReasons } from '#lib/action-items/vocabulary.ts'
import { optionsOf } from '#lib/options.ts'

/** The steps that are possible now, and no others. */
export function AdvanceForm({ action, steps }: { action: FormAction; steps: readonly ProgressKind[] }) {
  const t = useTranslations('actionItems.advance')
  return (
    <Form action={action} className="flex max-w-xl flex-col gap-4">
      <RadioGroup
        name="to"
        label={t('to')}
        defaultValue={steps[0]}
        required
        choices={steps.map((step) => ({ value: step, label: t(`steps.${step}`), hint: t(`hints.${step}`) }))}
      />
      {steps.includes('regressed') && (
        <Select name="because" label={t('because')} placeholder="" options={optionsOf(regressionReasons)} />
      )}
      {steps.includes('blocked') && (
        <TextField
          name="blockedBy"
          label={t('blockedBy')}
          hint={t('blockedByHint')}
          inputMode="numeric"
          className="max-w-48"
        />
      )}
      <TextArea name="note" label={t('note')} hint={t('noteHint')} rows={3} maxLength={2000} />
      <div>
        <SubmitButton>{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}
