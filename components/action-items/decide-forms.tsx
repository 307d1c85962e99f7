import { useTranslations } from 'next-intl'
import type { FormAction } from '#components/ui/form-state.ts'
import { OpeningForm } from '#components/ui/opening-form.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import type { CommitmentKind } from '#lib/action-items/vocabulary.ts'
import type { Option } from '#lib/options.ts'
import { PromiseFields } from './promise-fields.tsx'

type Decidable = Exclude<CommitmentKind, 'duplicate'>
type Given = {
  item: ActionItemOut
  decisions: readonly CommitmentKind[]
  people: Option[]
  programs: Option[]
  action: FormAction
}

/** Each decision asks for what it needs, and only for that. */
export function DecideForms({ item, decisions, people, programs, action }: Given) {
  const t = useTranslations('actionItems.decide')
  const possible = decisions.filter(
    (kind): kind is Decidable => kind !== 'duplicate' && (kind !== 'handed' || programs.length > 0),
  )
  return (
    <div className="flex flex-col gap-2">
      {possible.map((to) => (
        <OpeningForm
          key={to}
          summary={t(`button.${to}`)}
          action={action}
          submit={t(`submit.${to}`)}
          tone={to === 'accepted' ? 'primary' : 'plain'}
        >
          <input type="hidden" name="to" value={to} />
          <Fields to={to} item={item} people={people} programs={programs} />
        </OpeningForm>
      ))}
    </div>
  )
}

function Fields({ to, item, people, programs }: { to: Decidable } & Pick<Given, 'item' | 'people' | 'programs'>) {
  const t = useTranslations('actionItems.decide')
  const reason = (required: boolean) => (
    <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} required={required} rows={2} maxLength={2000} />
  )
  if (to === 'accepted') return <PromiseFields item={item} people={people} />
  if (to === 'risk_accepted')
    return (
      <>
        <TextField name="until" type="date" label={t('until')} hint={t('untilHint')} required className="max-w-48" />
        <Select
          name="approver"
          label={t('approver')}
          hint={t('approverHint')}
          required
          placeholder=""
          options={people}
        />
        {reason(true)}
      </>
    )
  if (to === 'handed')
    return (
      <>
        <Select
          name="program"
          label={t('program')}
          hint={t('programHint')}
          required
          placeholder=""
          options={programs}
        />
        {reason(false)}
      </>
    )
  return reason(to === 'declined')
}
