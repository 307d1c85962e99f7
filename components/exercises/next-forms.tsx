import { useTranslations } from 'next-intl'
import { CheckboxGroup } from '#components/ui/checkbox.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
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
    <Disclosure summary={t('button')}>
      <Form action={action} className="flex max-w-xl flex-col gap-4">
        <TextArea name="reason" label={t('reason')} required rows={2} maxLength={2000} />
        <div>
          <SubmitButton tone="plain">{t('submit')}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  )
}

export function JournalForm({ action }: { action: FormAction }) {
  const t = useTranslations('exercises.journal')
  return (
    <Disclosure summary={t('button')}>
      <Form action={action} className="flex max-w-xl flex-col gap-4">
        <TextArea name="journal" label={t('journal')} hint={t('journalHint')} required rows={6} maxLength={300_000} />
        <div>
          <SubmitButton tone="plain">{t('submit')}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  )
}
