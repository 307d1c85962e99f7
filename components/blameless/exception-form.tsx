import { useTranslations } from 'next-intl'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { packs } from '#lib/blameless/packs.ts'

/** For a rule that a house wants to live without, before anybody meets it while writing. */
export function ExceptionForm({ action }: { action: FormAction }) {
  const t = useTranslations('hints.settings')
  const rules = packs.flatMap(({ rules }) => rules.map(({ id }) => ({ value: id, label: id })))
  return (
    <Form action={action}>
      <Select name="rule" label={t('rule')} options={rules} required />
      <TextField name="phrase" label={t('phraseLabel')} hint={t('phraseHint')} maxLength={200} />
      <TextField name="reason" label={t('reason')} hint={t('reasonHint')} required maxLength={2000} />
      <div>
        <SubmitButton>{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}
