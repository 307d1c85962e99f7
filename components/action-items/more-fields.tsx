import { useTranslations } from 'next-intl'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import { domains, efforts, purposes, strengths } from '#lib/action-items/vocabulary.ts'
import { mechanismOptionGroups } from '#lib/mechanisms/options.ts'
import { optionsOf } from '#lib/options.ts'
import { IncidentRows, LinkRows } from './more-rows.tsx'

const words = { purpose: purposes, domain: domains, strength: strengths, effort: efforts }

/** What kind of promise it is. Nothing here is needed to add one. */
export function MoreFields({
  item,
  mechanism,
}: {
  item?: ActionItemOut | undefined
  mechanism?: string | null | undefined
}) {
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
        defaultValue={item?.mechanism ?? mechanism ?? ''}
        placeholder=""
        options={mechanismOptionGroups}
      />
      <TextField
        name="shownBy"
        label={t('shownBy')}
        hint={t('shownByHint')}
        defaultValue={item?.shownBy}
        maxLength={2000}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="font-medium">{t('incidents')}</legend>
        <p className="text-sm text-muted">{t('incidentsHint')}</p>
        <IncidentRows
          incidents={item?.incidents ?? []}
          text={{ add: t('addIncident'), first: t('incident'), second: '' }}
        />
      </fieldset>
      <fieldset className="flex flex-col gap-2">
        <legend className="font-medium">{t('links')}</legend>
        <p className="text-sm text-muted">{t('linksHint')}</p>
        <LinkRows links={item?.links ?? []} text={{ add: t('addLink'), first: t('linkLabel'), second: t('linkUrl') }} />
      </fieldset>
    </>
  )
}
