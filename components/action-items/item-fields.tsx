import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { needsReasonToMove, priorities } from '#lib/action-items/model.ts'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import type { Option } from '#lib/options.ts'
import { MoreFields } from './more-fields.tsx'

/** What makes a promise one: a verb, a test, a person, a team and a date. */
export function ItemFields({
  item,
  title,
  mechanism,
  below,
  teams,
  people,
  team,
  dueOn,
}: {
  item?: ActionItemOut
  /** A beginning, from the words it came from. */
  title?: string
  /** What it takes away, where that is known. */
  mechanism?: string | null
  /** What is told of the title. */
  below?: ReactNode
  teams: Option[]
  people: Option[]
  team?: string
  dueOn?: string
}) {
  const t = useTranslations('actionItems.form')
  return (
    <>
      <TextField
        name="title"
        label={t('title')}
        hint={t('titleHint')}
        defaultValue={item?.title ?? title}
        required
        maxLength={200}
      />
      {below}
      <TextArea
        name="doneWhen"
        label={t('doneWhen')}
        hint={t('doneWhenHint')}
        defaultValue={item?.doneWhen}
        rows={2}
        maxLength={2000}
      />
      <RadioGroup
        name="priority"
        label={t('priority')}
        defaultValue={item?.priority ?? 'p2'}
        required
        choices={Object.entries(priorities).map(([value, { label, use, days }]) => ({
          value,
          label,
          hint: `${use} ${t('within', { days })}`,
        }))}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          name="team"
          label={t('team')}
          hint={t('teamHint')}
          defaultValue={item?.team.slug ?? team ?? ''}
          required
          placeholder=""
          options={teams}
        />
        <Select
          name="owner"
          label={t('owner')}
          hint={t('ownerHint')}
          defaultValue={item?.owner?.id ?? ''}
          placeholder=""
          options={withOwner(people, item?.owner)}
        />
      </div>
      <TextField
        name="dueOn"
        type="date"
        label={t('dueOn')}
        hint={item ? t('dueOnEdit') : t('dueOnHint')}
        defaultValue={item?.dueOn ?? dueOn}
        required
        className="max-w-48"
      />
      {item && needsReasonToMove({ commitment: item.commitment.kind, rescheduleCount: item.rescheduleCount }) && (
        <TextField name="reason" label={t('moveReason')} hint={t('moveReasonHint')} maxLength={2000} />
      )}
      <Disclosure summary={t('more')} open={item !== undefined || Boolean(mechanism)}>
        <div className="flex flex-col gap-5">
          <MoreFields item={item} mechanism={mechanism} />
        </div>
      </Disclosure>
    </>
  )
}

/** Somebody who left since still stands there until another person takes it over. */
const withOwner = (people: Option[], owner: ActionItemOut['owner'] | undefined): Option[] =>
  owner && !people.some(({ value }) => value === owner.id)
    ? [...people, { value: owner.id, label: owner.name }]
    : people
