import { useTranslations } from 'next-intl'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Select } from '#components/ui/select.tsx'
import { type IncidentOut, RestrictedReason } from '#lib/incidents/schema.ts'

type Props = {
  visibility: IncidentOut['visibility'] | ''
  restrictedReason?: IncidentOut['restrictedReason']
  /** What it is when nothing is chosen. */
  otherwise?: string
}

/** Who may read a record, and why when only named people may. */
export function VisibilityFields({ visibility, restrictedReason, otherwise }: Props) {
  const t = useTranslations('postmortems.visibility')
  const choices = (['company', 'team', 'restricted'] as const).map((value) => ({
    value,
    label: t(`choices.${value}`),
    hint: t(`hints.${value}`),
  }))
  return (
    <>
      <RadioGroup
        name="visibility"
        label={t('label')}
        defaultValue={visibility}
        required={!otherwise}
        choices={otherwise ? [{ value: '', label: otherwise }, ...choices] : choices}
      />
      <Select
        name="restrictedReason"
        label={t('reason')}
        hint={t('reasonHint')}
        defaultValue={restrictedReason ?? ''}
        placeholder=""
        options={RestrictedReason.options.map((value) => ({ value, label: t(value) }))}
      />
    </>
  )
}
