import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { RubricOut } from '#lib/reviews/schema.ts'

type Props = {
  action: FormAction
  rubric: RubricOut[]
  /** Whose answers are already there. */
  me: string
  sections: { key: string; heading: string }[]
}

/** Rows for three points: who has more sends these and writes on, or asks for a meeting. */
const POINT_ROWS = [0, 1, 2]

/** The decision stands first and last to be sent; the rubric is folded, because not every review needs all of it. */
export function DecisionForm({ action, rubric, me, sections }: Props) {
  const t = useTranslations('reviews')
  const answered = rubric.some(({ answers }) => answers.some(({ person }) => person.id === me))
  return (
    <Form action={action} className="flex flex-col gap-5">
      <Disclosure summary={t('rubric')} open={answered}>
        <p className="mb-3 text-sm text-muted">{t('rubricIntro')}</p>
        <ol className="flex flex-col gap-4">
          {rubric.map(({ question, ask, answers }, index) => (
            <RubricRow
              key={question}
              {...{ question, ask, index }}
              mine={answers.find(({ person }) => person.id === me)}
            />
          ))}
        </ol>
      </Disclosure>
      <fieldset className="flex flex-col gap-3">
        <legend className="font-medium">{t('points')}</legend>
        <p className="text-sm text-muted">{t('pointsIntro')}</p>
        {POINT_ROWS.map((row) => (
          <div key={row} className="flex flex-col gap-2">
            <TextArea name={`points.${row}.text`} label={t('point', { number: row + 1 })} rows={2} maxLength={2000} />
            <Select
              name={`points.${row}.section`}
              label={t('section')}
              placeholder={t('whole')}
              options={sections.map(({ key, heading }) => ({ value: key, label: heading }))}
            />
          </div>
        ))}
      </fieldset>
      <RadioGroup
        name="verdict"
        label={t('verdict')}
        required
        choices={[
          { value: 'approve', label: t('approve') },
          { value: 'ask_for_changes', label: t('ask_for_changes') },
          { value: 'comment', label: t('comment') },
        ]}
      />
      <TextArea name="note" label={t('overall')} rows={3} maxLength={2000} />
      <div>
        <SubmitButton>{t('send')}</SubmitButton>
      </div>
    </Form>
  )
}

type Row = { question: string; ask: string; index: number; mine: RubricOut['answers'][number] | undefined }

function RubricRow({ question, ask, index, mine }: Row) {
  const t = useTranslations('reviews')
  return (
    <li className="flex flex-col gap-2">
      <input type="hidden" name={`rubric.${index}.question`} value={question} />
      <Select
        name={`rubric.${index}.mark`}
        label={ask}
        placeholder={t('notAnswered')}
        defaultValue={mine?.mark}
        options={(['yes', 'not_yet', 'not_applicable'] as const).map((mark) => ({ value: mark, label: t(mark) }))}
      />
      <TextField name={`rubric.${index}.note`} label={t('note')} defaultValue={mine?.note} maxLength={500} />
    </li>
  )
}
