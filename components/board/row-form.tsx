import { useTranslations } from 'next-intl'
import { AdvanceForm } from '#components/action-items/advance-form.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { VersionField } from '#components/ui/conflict.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Link } from '#components/ui/link.tsx'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { needsReasonToMove } from '#lib/action-items/model.ts'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import { type ProgressKind, priorities } from '#lib/action-items/vocabulary.ts'
import type { Decision } from '#lib/decision.ts'
import type { Choice } from './words.ts'

type Props = {
  item: ActionItemOut
  people: Choice[]
  steps: readonly ProgressKind[]
  focus: 'owner' | 'dueOn' | 'priority' | undefined
  /** The state it was dragged to, and whether it can go there. */
  to: { step: ProgressKind; may: Decision } | null
  update: FormAction
  advance: FormAction
  cancelHref: string
}

/** What is changed most, in the row itself; everything else is on the page of the item. */
export function RowForm({ item, people, steps, focus, to, update, advance, cancelHref }: Props) {
  const t = useTranslations('board.edit')
  const asksWhy = needsReasonToMove({ commitment: item.commitment.kind, rescheduleCount: item.rescheduleCount })
  return (
    <div className="flex flex-col gap-4 py-1">
      {to && !to.may.allowed && <Callout tone="warn">{to.may.reason}</Callout>}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {!item.closed && (
          <Form action={update} className="grid gap-3 sm:grid-cols-2">
            <VersionField version={item.version} />
            <Select
              name="owner"
              label={t('owner')}
              defaultValue={item.owner?.id ?? ''}
              placeholder={t('nobody')}
              options={withOwner(people, item.owner)}
              autoFocus={focus === 'owner'}
            />
            <TextField
              name="dueOn"
              type="date"
              label={t('dueOn')}
              defaultValue={item.dueOn}
              required
              autoFocus={focus === 'dueOn'}
            />
            <Select
              name="priority"
              label={t('priority')}
              defaultValue={item.priority}
              required
              options={Object.entries(priorities).map(([value, { label }]) => ({ value, label }))}
              autoFocus={focus === 'priority'}
            />
            {asksWhy && <TextField name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={2000} />}
            <div className="flex items-end gap-2">
              <SubmitButton>{t('save')}</SubmitButton>
              <LinkButton href={cancelHref} tone="quiet" data-cancel>
                {t('cancel')}
              </LinkButton>
            </div>
          </Form>
        )}
        {steps.length > 0 ? (
          <AdvanceForm action={advance} steps={ordered(steps, to?.step)} />
        ) : (
          <p className="text-muted">
            {t('noSteps')}{' '}
            <Link href={`/action-items/${item.number}`} className="text-accent underline">
              {t('page')}
            </Link>
          </p>
        )}
      </div>
    </div>
  )
}

/** The first is chosen at first. */
const ordered = (steps: readonly ProgressKind[], wished: ProgressKind | undefined) =>
  wished && steps.includes(wished) ? [wished, ...steps.filter((step) => step !== wished)] : steps

/** Somebody who left since still stands there until another person takes it over. */
const withOwner = (people: Choice[], owner: ActionItemOut['owner']): Choice[] =>
  owner && !people.some(({ value }) => value === owner.id)
    ? [...people, { value: owner.id, label: owner.name }]
    : people
