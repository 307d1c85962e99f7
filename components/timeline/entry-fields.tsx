import { useTranslations } from 'next-intl'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { entryKinds } from '#lib/timeline/model.ts'

/** Time, kind and one line: the same fields to add an entry and to change it. */
export function EntryFields({
  zone,
  given,
}: {
  zone: string
  given?: { at: string; kind: string; text: string; source: string }
}) {
  const t = useTranslations('timeline.fields')
  return (
    <>
      <input type="hidden" name="zone" value={zone} />
      <div className={`grid gap-4 ${given ? '' : 'sm:grid-cols-2'}`}>
        <TextField
          name="at"
          label={t('at', { zone })}
          hint={given ? undefined : t('atHint')}
          defaultValue={given?.at}
          required
          maxLength={40}
          autoComplete="off"
          className="tabular-nums"
        />
        <Select
          name="kind"
          label={t('kind')}
          hint={given ? undefined : t('kindHint')}
          required
          defaultValue={given?.kind ?? 'observation'}
          options={Object.entries(entryKinds).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <TextField name="text" label={t('text')} defaultValue={given?.text} required maxLength={500} />
      <TextField name="source" label={t('source')} defaultValue={given?.source} maxLength={200} />
    </>
  )
}
