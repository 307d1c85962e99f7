import { useTranslations } from 'next-intl'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { ViewOut } from '#lib/views/schema.ts'
import type { Choice } from './words.ts'

export function ViewFields({ teams, view }: { teams: Choice[]; view?: ViewOut }) {
  const t = useTranslations('board.views')
  return (
    <>
      <TextField name="name" label={t('name')} defaultValue={view?.name} required maxLength={80} />
      <RadioGroup
        name="sharing"
        label={t('sharedWith')}
        defaultValue={view?.sharing ?? 'me'}
        required
        choices={(['me', 'team', 'everyone'] as const).map((value) => ({ value, label: t(`sharing.${value}`) }))}
      />
      <Select
        name="team"
        label={t('team')}
        hint={t('teamHint')}
        defaultValue={view?.team?.slug ?? ''}
        placeholder=""
        options={teams}
      />
    </>
  )
}
