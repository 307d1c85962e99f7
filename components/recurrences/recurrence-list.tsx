import { useTranslations } from 'next-intl'
import { StateBadges } from '#components/action-items/state-badges.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { Time } from '#components/ui/time.tsx'
import { recurrenceAnswers, regressionReasons } from '#lib/action-items/vocabulary.ts'
import { optionsOf } from '#lib/options.ts'
import type { RecurrenceOut } from '#lib/recurrences/schema.ts'
import { EarlierState } from './earlier-state.tsx'

type Props = {
  items: readonly RecurrenceOut[]
  /** Null for those who only read. */
  answer: FormAction | null
  zone: string
  now: Date
}

/** Asks of each earlier fix whether it should have ended this. Nothing where there is none. */
export function RecurrenceList({ items, answer, zone, now }: Props) {
  const t = useTranslations('recurrences')
  if (items.length === 0) return null
  return (
    <div id="recurrences" className="scroll-mt-20">
      <Panel title={t('title')}>
        <p className="mb-3 text-muted">{t('intro')}</p>
        <ul className="flex flex-col divide-y divide-line">
          {items.map((item) => (
            <li key={item.earlier.number} className="flex flex-col gap-1.5 py-3 first:pt-0 last:pb-0">
              <Line item={item} zone={zone} now={now} />
              {answer && (
                <Disclosure summary={item.answer ? t('again') : t('answer')}>
                  <AnswerForm item={item} action={answer} />
                </Disclosure>
              )}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}

function Line({ item: { earlier, now: state, answer }, zone, now }: Omit<Props, 'items' | 'answer'> & Given) {
  const t = useTranslations('recurrences')
  return (
    <>
      <Link href={`/action-items/${earlier.number}`} className="font-medium hover:underline">
        AI-{earlier.number} {earlier.title}
      </Link>
      <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
        <dt className="text-muted">{t('whenItBegan')}</dt>
        <dd>
          <EarlierState item={earlier} zone={zone} />
        </dd>
        <dt className="text-muted">{t('today')}</dt>
        <dd>
          <StateBadges item={{ commitment: { kind: state.commitment }, progress: { kind: state.progress } }} />
        </dd>
      </dl>
      {answer && (
        <div>
          <p>
            <span className="font-medium">{recurrenceAnswers[answer.answer]}</span>
            <span className="text-sm text-muted">
              {answer.by && ` · ${answer.by}`} · <Time value={new Date(answer.at)} zone={zone} now={now} />
            </span>
          </p>
          <p className="whitespace-pre-line text-muted">{answer.reason}</p>
        </div>
      )}
    </>
  )
}

type Given = { item: RecurrenceOut }

function AnswerForm({ item: { earlier, regresses }, action }: Given & { action: FormAction }) {
  const t = useTranslations('recurrences')
  return (
    <Form action={action} className="flex max-w-xl flex-col gap-4">
      <input type="hidden" name="item" value={earlier.number} />
      <RadioGroup name="answer" label={t('which')} required choices={optionsOf(recurrenceAnswers)} />
      {regresses && (
        <Select
          name="because"
          label={t('because')}
          hint={t('becauseHint')}
          placeholder=""
          options={optionsOf(regressionReasons)}
        />
      )}
      <TextArea name="reason" label={t('reason')} required rows={2} maxLength={2000} />
      <div>
        <SubmitButton tone="plain">{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}
