import { useTranslations } from 'next-intl'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { EntryFields } from './entry-fields.tsx'

/** One more line. Enter in any box sends it. */
export function AddEntry({ action, zone }: { action: FormAction; zone: string }) {
  const t = useTranslations('timeline')
  return (
    <Form action={action} className="flex flex-col gap-4">
      <EntryFields zone={zone} />
      <TextField name="day" type="date" label={t('fields.day')} hint={t('fields.dayHint')} />
      <div>
        <SubmitButton>{t('edit.add')}</SubmitButton>
      </div>
    </Form>
  )
}
