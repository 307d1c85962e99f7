import { useTranslations } from 'next-intl'
import { Select } from '#components/ui/select.tsx'
import type { RestrictedReason } from '#lib/incidents/schema.ts'

/** Why only named people may read it: empty for everything that is open. */
export function ReasonSelect({ defaultValue }: { defaultValue?: string }) {
  const t = useTranslations('postmortems.visibility')
  const reasons: (typeof RestrictedReason)['options'] = ['security', 'legal', 'privacy', 'people']
  const options = reasons.map((value) => ({ value, label: t(value) }))
  return (
    <Select
      name="restrictedReason"
      label={t('reason')}
      hint={t('reasonHint')}
      options={options}
      {...(defaultValue !== undefined && { defaultValue })}
    />
  )
}
