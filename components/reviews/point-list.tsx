import { CircleCheck, CircleDashed, CornerDownRight } from 'lucide'
import { useTranslations } from 'next-intl'
import { Status } from '#components/ui/badge.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Icon } from '#components/ui/icon.tsx'
import { OpeningForm } from '#components/ui/opening-form.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { Time } from '#components/ui/time.tsx'
import type { PointOut } from '#lib/reviews/schema.ts'

type Props = {
  points: PointOut[]
  headings: ReadonlyMap<string, string>
  zone: string
  now: Date
  me: string
  mayAnswer: boolean
  answer: (id: string) => FormAction
}

/** What reviewers asked for, each with its answers, and a place to answer where this person may. */
export function PointList({ points, ...rest }: Props) {
  const t = useTranslations('reviews')
  if (points.length === 0) return <p className="text-muted">{t('noPoints')}</p>
  return (
    <ol className="flex flex-col divide-y divide-line">
      {points.map((point) => (
        <Point key={point.id} point={point} {...rest} />
      ))}
    </ol>
  )
}

function Point({ point, headings, zone, now, me, mayAnswer, answer }: Omit<Props, 'points'> & { point: PointOut }) {
  const t = useTranslations('reviews')
  const { id, person, section, text, raisedAt, state, answers } = point
  const look = {
    open: { tone: 'warn', icon: CircleDashed, label: t('open') },
    changed: { tone: 'ok', icon: CircleCheck, label: t('changedState') },
    kept: { tone: 'info', icon: CircleCheck, label: t('kept') },
  } as const
  return (
    <li id={`point-${id}`} className="flex scroll-mt-20 flex-col gap-2 py-4 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm text-muted">
        <span>
          {person.name}, <Time value={new Date(raisedAt)} zone={zone} now={now} />
          {section && ` · ${t('about', { section: headings.get(section) ?? section })}`}
        </span>
        <Status tone={look[state].tone} icon={look[state].icon}>
          {look[state].label}
        </Status>
      </p>
      <p className="whitespace-pre-line">{text}</p>
      {answers.map((given) => (
        <p key={given.answeredAt} className="flex gap-2 text-muted">
          <Icon icon={CornerDownRight} className="mt-0.5 size-4 shrink-0 text-faint" />
          <span className="whitespace-pre-line">
            <span className="font-medium">{given.person?.name}: </span>
            {given.outcome === 'reopened' ? t('open') : t(given.outcome === 'changed' ? 'changedState' : 'kept')}
            {given.text && ` – ${given.text}`}
          </span>
        </p>
      ))}
      {state === 'open' && mayAnswer && <AnswerForm action={answer(id)} />}
      {state !== 'open' && person.id === me && (
        <OpeningForm summary={t('reopen')} action={answer(id)} submit={t('reopen')} tone="plain" size="small">
          <input type="hidden" name="outcome" value="reopened" />
          <TextArea name="text" label={t('reopenWhy')} rows={2} maxLength={2000} required />
        </OpeningForm>
      )}
    </li>
  )
}

function AnswerForm({ action }: { action: FormAction }) {
  const t = useTranslations('reviews')
  return (
    <OpeningForm summary={t('answer')} action={action} submit={t('sendAnswer')} tone="plain" size="small">
      <RadioGroup
        name="outcome"
        label={t('outcome')}
        required
        choices={[
          { value: 'changed', label: t('answerChanged') },
          { value: 'kept', label: t('answerKept') },
        ]}
      />
      <TextArea name="text" label={t('answer')} rows={2} maxLength={2000} />
    </OpeningForm>
  )
}
