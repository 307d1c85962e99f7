import { useTranslations } from 'next-intl'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Select } from '#components/ui/select.tsx'

/** Who may read it, and why when only named people may. */
export function VisibilityFields() {
  const t = useTranslations('incidents.visibility')
  return (
    <>
      <RadioGroup
        name="visibility"
        label={t('label')}
        defaultValue="company"
        required
        choices={(['company', 'team', 'restricted'] as const).map((value) => ({
          value,
          label: t(value),
          hint: t(`hints.${value}`),
        }))}
      />
      <Select
        name="restrictedReason"
        label={t('reason')}
        hint={t('reasonHint')}
        placeholder=""
        options={(['security', 'legal', 'privacy', 'people'] as const).map((value) => ({
          value,
          label: t(`reasons.${value}`),
        }))}
      />
    </>
  )
}
