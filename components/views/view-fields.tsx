import { useTranslations } from 'next-intl'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { Option } from '#lib/options.ts'
import type { ListName } from '#lib/views/model.ts'
import type { ViewOut } from '#lib/views/schema.ts'

type NewProps = { list: ListName; query: string; teams: Option[]; save: FormAction }

export function NewViewForm({ list, query, teams, save }: NewProps) {
  const t = useTranslations('views')
  return (
    <Form action={save} className="flex max-w-xl flex-col gap-4">
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="query" value={query} />
      <ViewFields teams={teams} />
      <div>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </Form>
  )
}

export function ViewFields({ teams, view }: { teams: Option[]; view?: ViewOut }) {
  const t = useTranslations('views')
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
