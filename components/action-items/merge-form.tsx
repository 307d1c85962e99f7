import { useTranslations } from 'next-intl'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'

export function MergeForm({ action }: { action: FormAction }) {
  const t = useTranslations('actionItems.merge')
  return (
    <Form action={action} className="flex max-w-xl flex-col gap-4">
      <TextField name="of" label={t('of')} hint={t('ofHint')} inputMode="numeric" required className="max-w-48" />
      <TextField name="reason" label={t('reason')} maxLength={2000} />
      <div>
        <SubmitButton tone="plain">{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}
