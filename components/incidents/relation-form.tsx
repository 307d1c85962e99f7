import { useTranslations } from 'next-intl'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { relationKinds, valuesOf } from '#lib/incidents/vocabulary.ts'

/** Says how this incident stands to another one. */
export function RelationForm({ action }: { action: FormAction }) {
  const t = useTranslations('incidents.relations')
  return (
    <Form action={action}>
      <Select
        name="relation"
        label={t('kind')}
        placeholder=""
        required
        options={valuesOf(relationKinds).map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <TextField name="other" label={t('other')} hint={t('otherHint')} inputMode="numeric" required maxLength={14} />
      <TextField name="note" label={t('note')} maxLength={500} />
      <div>
        <SubmitButton>{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}
