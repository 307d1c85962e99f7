import { useTranslations } from 'next-intl'
import { CheckboxGroup } from '#components/ui/checkbox.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { OpeningForm } from '#components/ui/opening-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'

/** Every precondition is looked at before it begins. */
export function StartForm({ action, preconditions }: { action: FormAction; preconditions: readonly string[] }) {
  const t = useTranslations('exercises.start')
  return (
    <Form action={action} className="flex max-w-xl flex-col gap-4">
      {preconditions.length > 0 && (
        <CheckboxGroup
          name="met"
          label={t('met')}
          choices={preconditions.map((condition) => ({ value: condition, label: condition }))}
        />
      )}
      <div>
        <SubmitButton>{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}

export function CallOffForm({ action }: { action: FormAction }) {
  const t = useTranslations('exercises.callOff')
  return (
    <OpeningForm summary={t('button')} action={action} submit={t('submit')} tone="plain">
      <TextArea name="reason" label={t('reason')} required rows={2} maxLength={2000} />
    </OpeningForm>
  )
}

export function JournalForm({ action }: { action: FormAction }) {
  const t = useTranslations('exercises.journal')
  return (
    <OpeningForm summary={t('button')} action={action} submit={t('submit')} tone="plain">
      <TextArea name="journal" label={t('journal')} hint={t('journalHint')} required rows={6} maxLength={300_000} />
    </OpeningForm>
  )
}
