import { useTranslations } from 'next-intl'
import { ZoneField } from '#components/accounts/zone-field.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'

/** What making and changing a team have in common. */
export function TeamFields({ team }: { team: { name?: string; description?: string; zone: string } }) {
  const t = useTranslations('teams')
  return (
    <>
      <TextField name="name" label={t('name')} defaultValue={team.name} required maxLength={100} />
      <TextArea
        name="description"
        label={t('description')}
        hint={t('descriptionHint')}
        defaultValue={team.description}
        maxLength={2000}
      />
      <ZoneField name="zone" label={t('zone')} hint={t('zoneHint')} defaultValue={team.zone} />
    </>
  )
}
