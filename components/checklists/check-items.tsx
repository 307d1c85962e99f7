import { CircleCheck, CircleDashed, CircleSlash } from 'lucide'
import { useTranslations } from 'next-intl'
import { Status } from '#components/ui/badge.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { OpeningForm } from '#components/ui/opening-form.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Statements } from '#components/ui/statements.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { marks } from '#lib/checklists/model.ts'
import type { ChecklistOut } from '#lib/checklists/schema.ts'
import { optionsOf } from '#lib/options.ts'
import { NOTE_MAX } from '#lib/text.ts'
import { formatDay } from '#lib/time.ts'

type Item = ChecklistOut['items'][number]
type Given = {
  items: readonly Item[]
  zone: string
  /** Null for those who only read it, and once it has ended. */
  actionOf: ((item: number) => FormAction) | null
}

/** Every item with how it stands, who said so and what shows it; and the form for those who work through it. */
export function CheckItems({ items, zone, actionOf }: Given) {
  return (
    <ol className="flex flex-col divide-y divide-line">
      {items.map((item) => (
        <li
          key={item.item}
          id={`item-${item.item}`}
          className="flex flex-col gap-1.5 py-3 first:pt-0 last:pb-0 target:bg-hover print:break-inside-avoid"
        >
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <p className="min-w-0 flex-1 basis-72 font-medium">{item.text}</p>
            <Status {...looks[item.mark]}>{marks[item.mark]}</Status>
          </div>
          <Said said={item.said} zone={zone} />
          {actionOf && <MarkForm item={item} action={actionOf(item.item)} />}
        </li>
      ))}
    </ol>
  )
}

const looks = {
  done: { tone: 'ok', icon: CircleCheck },
  not_applicable: { tone: 'neutral', icon: CircleSlash },
  open: { tone: 'info', icon: CircleDashed },
} as const

function Said({ said, zone }: { said: Item['said']; zone: string }) {
  const t = useTranslations('checklists')
  return (
    <Statements
      of={said.map(({ mark, note, url, by, at }) => ({
        at,
        said: t('said', { mark: marks[mark], name: by, date: formatDay(new Date(at), zone) }),
        note,
        url,
      }))}
      earlier={(count) => t('earlier', { count })}
    />
  )
}

function MarkForm({ item, action }: { item: Item; action: FormAction }) {
  const t = useTranslations('checklists')
  return (
    <OpeningForm summary={t(item.mark === 'open' ? 'say' : 'again')} action={action} submit={t('submit')} tone="plain">
      <RadioGroup
        name="mark"
        label={t('label')}
        required
        choices={optionsOf(marks)}
        defaultValue={item.mark === 'open' ? 'done' : item.mark}
      />
      <TextArea name="note" label={t('note')} hint={t('noteHint')} rows={2} maxLength={NOTE_MAX} />
      <TextField name="url" type="url" label={t('url')} maxLength={2000} />
    </OpeningForm>
  )
}
