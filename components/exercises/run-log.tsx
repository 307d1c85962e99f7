import { useTranslations } from 'next-intl'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import type { ExerciseOut } from '#lib/exercises/schema.ts'
import { formatClock, formatDay } from '#lib/time.ts'

/** Line by line as it happened, on the clock of the exercise. */
export function RunLog({ log, zone }: Pick<ExerciseOut, 'log' | 'zone'>) {
  const t = useTranslations('exercises.log')
  if (log.length === 0) return <p className="text-muted">{t('none')}</p>
  const first = log[0] ? formatDay(new Date(log[0].at), zone) : ''
  return (
    <>
      <p className="mb-2 text-sm text-muted">{t('zone', { day: first, zone })}</p>
      <ol className="flex flex-col divide-y divide-line">
        {log.map(({ id, at, text }) => (
          <li key={id} className="flex gap-4 py-1.5">
            <time dateTime={at} className="tabular-nums text-muted">
              {formatClock(new Date(at), zone)}
            </time>
            <span className="min-w-0 whitespace-pre-line">{text}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

export function LogForm({ action }: { action: FormAction }) {
  const t = useTranslations('exercises.log')
  return (
    <Form action={action} className="mt-4 flex max-w-xl flex-col gap-3">
      <TextArea name="lines" label={t('lines')} hint={t('linesHint')} required rows={2} />
      <div>
        <SubmitButton>{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}
