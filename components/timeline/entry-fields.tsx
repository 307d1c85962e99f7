import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { entryKinds, type Lane, lanes } from '#lib/timeline/model.ts'

export type GivenEntry = {
  at: string
  kind: string
  text: string
  source: string
  knownAt: string
  role: string
  link: string
}

/** Kinds as people look for them: by what they are about. */
export const kindOptions = (Object.keys(lanes) as Lane[]).map((lane) => ({
  label: lanes[lane].label,
  options: lanes[lane].kinds.map((kind) => ({ value: kind, label: entryKinds[kind] })),
}))

/** Time, kind and one line: the same fields to add an entry and to change it. */
export function EntryFields({ zone, given }: { zone: string; given?: GivenEntry }) {
  const t = useTranslations('timeline.fields')
  const more = (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="role" label={t('role')} hint={t('roleHint')} defaultValue={given?.role} maxLength={80} />
        <TextField
          name="knownAt"
          label={t('knownAt')}
          hint={t('knownAtHint')}
          defaultValue={given?.knownAt}
          maxLength={80}
          autoComplete="off"
        />
      </div>
      <TextField name="source" label={t('source')} defaultValue={given?.source} maxLength={200} />
      <TextField name="link" type="url" label={t('link')} defaultValue={given?.link} maxLength={2000} />
    </div>
  )
  return (
    <>
      <input type="hidden" name="zone" value={zone} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="at"
          label={t('at', { zone })}
          hint={given ? undefined : t('atHint')}
          defaultValue={given?.at}
          required
          maxLength={80}
          autoComplete="off"
          className="tabular-nums"
        />
        <Select
          name="kind"
          label={t('kind')}
          hint={given ? undefined : t('kindHint')}
          required
          defaultValue={given?.kind ?? 'observation'}
          options={kindOptions}
        />
      </div>
      <TextField name="text" label={t('text')} defaultValue={given?.text} required maxLength={500} />
      {given ? more : <Disclosure summary={t('more')}>{more}</Disclosure>}
    </>
  )
}
