import { CircleCheck, CircleX } from 'lucide'
import { useTranslations } from 'next-intl'
import { Status } from '#components/ui/badge.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Link } from '#components/ui/link.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { Option } from '#lib/options.ts'
import type { RiskOut } from '#lib/risks/schema.ts'
import { formatDate, formatDuration } from '#lib/time.ts'

/** What was tried, the newest first, beside what was aimed at. */
export function TestList({ risk: { tests, rtoTargetMinutes, rpoTargetMinutes } }: { risk: RiskOut }) {
  const t = useTranslations('risks.tests')
  if (tests.length === 0) return <p className="text-muted">{t('none')}</p>
  const against = (name: 'rto' | 'rpo', minutes: number | null, target: number | null) =>
    minutes === null
      ? []
      : [
          target === null
            ? t(name, { time: formatDuration(minutes * 60_000) })
            : t(`${name}Target`, { time: formatDuration(minutes * 60_000), target: formatDuration(target * 60_000) }),
        ]
  return (
    <ul className="flex flex-col divide-y divide-line">
      {tests.map(({ testedOn, validUntil, passed, rtoMinutes, rpoMinutes, url, note, exercise }, index) => (
        <li key={`${testedOn} ${note} ${url}`} className="flex flex-col gap-1 py-2 first:pt-0">
          <span className="flex flex-wrap justify-between gap-x-3">
            <Status tone={passed ? 'ok' : 'danger'} icon={passed ? CircleCheck : CircleX}>
              {t(passed ? 'passed' : 'failed', { date: formatDate(testedOn) })}
            </Status>
            {index === 0 && passed && (
              <span className="text-sm text-muted">{t('valid', { date: formatDate(validUntil) })}</span>
            )}
          </span>
          {[...against('rto', rtoMinutes, rtoTargetMinutes), ...against('rpo', rpoMinutes, rpoTargetMinutes)].map(
            (line) => (
              <span key={line}>{line}</span>
            ),
          )}
          {note && <span className="whitespace-pre-line">{note}</span>}
          {exercise && (
            <Link href={`/exercises/${exercise.number}`} className="hover:underline">
              EXE-{exercise.number} {exercise.title}
            </Link>
          )}
          {url && (
            <a href={url} rel="noreferrer" className="truncate text-accent hover:underline">
              {url}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

export function TestForm({ action, exercises, today }: { action: FormAction; exercises: Option[]; today: string }) {
  const t = useTranslations('risks.tests')
  return (
    <Form action={action} className="flex max-w-xl flex-col gap-4">
      <TextField name="testedOn" type="date" label={t('testedOn')} required defaultValue={today} className="max-w-48" />
      <RadioGroup
        name="passed"
        label={t('result')}
        defaultValue="yes"
        required
        choices={[
          { value: 'yes', label: t('tookOver') },
          { value: 'no', label: t('didNot') },
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="rtoMinutes" label={t('rtoMinutes')} inputMode="numeric" />
        <TextField name="rpoMinutes" label={t('rpoMinutes')} inputMode="numeric" />
      </div>
      <TextArea name="note" label={t('note')} hint={t('noteHint')} rows={2} maxLength={2000} />
      <TextField name="url" type="url" label={t('url')} maxLength={2000} />
      {exercises.length > 0 && <Select name="exercise" label={t('exercise')} placeholder="" options={exercises} />}
      <div>
        <SubmitButton tone="plain">{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}
