import { useTranslations } from 'next-intl'
import { Callout } from '#components/ui/callout.tsx'
import { VersionField } from '#components/ui/conflict.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { Answer } from '#lib/action-items/answers.ts'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import type { ItemStanding } from '#lib/action-items/standing.ts'
import type { Option } from '#lib/options.ts'
import { DecideForms } from './decide-forms.tsx'

type Props = {
  answer: Answer
  item: ActionItemOut
  standing: ItemStanding
  people: Option[]
  advance: FormAction
  decide: FormAction
  update: FormAction
}

export function AnswerForm({ answer, item, standing, people, advance, decide, update }: Props) {
  const t = useTranslations('itemAnswer')
  if (answer === 'later')
    return (
      <Form action={update} className="flex max-w-xl flex-col gap-4">
        {!standing.update.allowed && <Callout tone="info">{standing.update.reason}</Callout>}
        <VersionField version={item.version} />
        <TextField
          name="dueOn"
          type="date"
          label={t('dueOn')}
          defaultValue={item.dueOn}
          required
          className="max-w-48"
        />
        <TextArea name="reason" label={t('why')} hint={t('whyHint')} rows={3} maxLength={2000} />
        <div>
          <SubmitButton>{t('submit.later')}</SubmitButton>
        </div>
      </Form>
    )
  if (answer === 'blocked')
    return standing.steps.includes('blocked') ? (
      <Step action={advance} to="blocked" />
    ) : (
      <Callout tone="info">{t('isBlocked')}</Callout>
    )
  if (standing.steps.includes('dropped')) return <Step action={advance} to="dropped" />
  const ends = standing.decisions.filter((kind) => kind === 'risk_accepted' || kind === 'declined')
  return <DecideForms item={item} decisions={ends} people={people} programs={[]} action={decide} />
}

function Step({ action, to }: { action: FormAction; to: 'blocked' | 'dropped' }) {
  const t = useTranslations('itemAnswer')
  return (
    <Form action={action} className="flex max-w-xl flex-col gap-4">
      <input type="hidden" name="to" value={to} />
      <TextArea name="note" label={t(`note.${to}`)} hint={t(`noteHint.${to}`)} required rows={4} maxLength={2000} />
      <div>
        <SubmitButton>{t(`submit.${to}`)}</SubmitButton>
      </div>
    </Form>
  )
}
