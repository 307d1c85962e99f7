import { useTranslations } from 'next-intl'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'

/** Done, with what shows it; or dropped, with why. Neither goes without words. */
export function CloseForm({ action }: { action: FormAction }) {
  const t = useTranslations('actionItems.close')
  return (
    <Form action={action} className="flex max-w-xl flex-col gap-4">
      <RadioGroup
        name="outcome"
        label={t('outcome')}
        defaultValue="done"
        required
        choices={[
          { value: 'done', label: t('done'), hint: t('doneHint') },
          { value: 'dropped', label: t('dropped'), hint: t('droppedHint') },
        ]}
      />
      <TextArea name="note" label={t('note')} hint={t('noteHint')} required rows={3} maxLength={2000} />
      <div>
        <SubmitButton>{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}
