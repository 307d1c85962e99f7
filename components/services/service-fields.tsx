import { useTranslations } from 'next-intl'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { slugOptions } from '#lib/options.ts'

type Given = { name?: string; description?: string; tier?: number; team?: string }

/** What adding and changing a service have in common. */
export function ServiceFields({ service, teams }: { service: Given; teams: { slug: string; name: string }[] }) {
  const t = useTranslations('services')
  const tiers = ['0', '1', '2', '3'] as const
  return (
    <>
      <TextField name="name" label={t('name')} defaultValue={service.name} required maxLength={100} />
      <TextArea
        name="description"
        label={t('description')}
        hint={t('descriptionHint')}
        defaultValue={service.description}
        maxLength={2000}
      />
      <Select
        name="tier"
        label={t('tierLabel')}
        hint={t('tierHint')}
        required
        defaultValue={String(service.tier ?? 2)}
        options={tiers.map((tier) => ({ value: tier, label: t(`tierText.${tier}`) }))}
      />
      <Select
        name="team"
        label={t('team')}
        required
        placeholder={t('choose')}
        defaultValue={service.team}
        options={slugOptions(teams)}
      />
    </>
  )
}
