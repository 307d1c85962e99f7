import { useTranslations } from 'next-intl'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import { domains, efforts, purposes, strengths } from '#lib/action-items/vocabulary.ts'
import { mechanismGroups, mechanisms } from '#lib/mechanisms/catalogue.ts'
import { optionsOf } from './advance-form.tsx'

const words = { purpose: purposes, domain: domains, strength: strengths, effort: efforts }

/** What kind of promise it is. Nothing here is needed to add one. */
export function MoreFields({ item }: { item?: ActionItemOut | undefined }) {
  const t = useTranslations('actionItems.form')
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        {(['purpose', 'domain', 'strength', 'effort'] as const).map((name) => (
          <Select
            key={name}
            name={name}
            label={t(name)}
            defaultValue={item?.[name] ?? ''}
            placeholder=""
            options={optionsOf(words[name])}
          />
        ))}
      </div>
      <Select
        name="mechanism"
        label={t('mechanism')}
        hint={t('mechanismHint')}
        defaultValue={item?.mechanism ?? ''}
        placeholder=""
        options={mechanismOptions()}
      />
      <TextField
        name="shownBy"
        label={t('shownBy')}
        hint={t('shownByHint')}
        defaultValue={item?.shownBy}
        maxLength={2000}
      />
    </>
  )
}

export const mechanismOptions = () =>
  Object.entries(mechanismGroups).map(([group, label]) => ({
    label,
    options: mechanisms
      .filter(({ code }) => code.startsWith(`${group}.`))
      .map(({ code, name }) => ({ value: code, label: name })),
  }))
