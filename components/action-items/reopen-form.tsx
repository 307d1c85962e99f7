import { useTranslations } from 'next-intl'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'

export function ReopenForm({ action }: { action: FormAction }) {
  const t = useTranslations('actionItems.reopen')
  return (
    <Form action={action} className="flex max-w-xl flex-col gap-4">
      <TextField name="reason" label={t('reason')} hint={t('reasonHint')} required maxLength={2000} />
      <div>
        <SubmitButton tone="plain">{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}
