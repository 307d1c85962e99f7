import { useTranslations } from 'next-intl'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import type { Option } from '#lib/options.ts'

/** What makes an idea a promise: one person, a day, and how everybody will know that it is done. */
export function PromiseFields({ item, people }: { item: ActionItemOut; people: Option[] }) {
  const t = useTranslations('actionItems.decide')
  return (
    <>
      <Select
        name="owner"
        label={t('owner')}
        required
        placeholder=""
        defaultValue={item.owner?.id ?? ''}
        options={people}
      />
      <TextField name="dueOn" type="date" label={t('dueOn')} defaultValue={item.dueOn} className="max-w-48" />
      {!item.doneWhen && <TextArea name="doneWhen" label={t('doneWhen')} required rows={2} maxLength={2000} />}
    </>
  )
}
