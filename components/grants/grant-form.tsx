import { useTranslations } from 'next-intl'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { personOptions } from '#lib/options.ts'

/** Lets one more person read a restricted record. */
export function GrantForm({ action, people }: { action: FormAction; people: { id: string; name: string }[] }) {
  const t = useTranslations('access')
  return (
    <Form action={action}>
      <Select name="person" label={t('person')} required placeholder="" options={personOptions(people)} />
      <TextField name="reason" label={t('why')} maxLength={2000} />
      <div>
        <SubmitButton tone="plain">{t('give')}</SubmitButton>
      </div>
    </Form>
  )
}
