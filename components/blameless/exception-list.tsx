import { useTranslations } from 'next-intl'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { Time } from '#components/ui/time.tsx'
import type { ExceptionOut } from '#lib/hints/schema.ts'

type Props = {
  exceptions: readonly ExceptionOut[]
  zone: string
  now: Date
  /** Null for those who cannot. */
  bringBack: ((id: string, ...rest: Parameters<FormAction>) => ReturnType<FormAction>) | null
}

/** What was decided for everyone, by whom and why, with the way back. */
export function ExceptionList({ exceptions, zone, now, bringBack }: Props) {
  const t = useTranslations('hints.settings')
  return (
    <ul className="flex flex-col divide-y divide-line">
      {exceptions.map(({ id, rule, phrase, reason, addedAt, addedBy }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-3 py-3 first:pt-0 last:pb-0">
          <div className="flex min-w-0 max-w-prose flex-col gap-0.5">
            <p>
              <code className="font-mono text-sm">{rule}</code> {phrase ? t('phrase', { phrase }) : t('whole')}
            </p>
            <p>{reason}</p>
            <p className="text-sm text-muted">
              {t('by', { name: addedBy?.name ?? t('somebody') })}{' '}
              <Time value={new Date(addedAt)} zone={zone} now={now} />
            </p>
          </div>
          {bringBack && (
            <Form action={bringBack.bind(null, id) as FormAction} className="contents">
              <SubmitButton tone="plain" size="small">
                {t('bringBack')}
              </SubmitButton>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}
