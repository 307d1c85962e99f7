import { useTranslations } from 'next-intl'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Link } from '#components/ui/link.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TimeAgo } from '#components/ui/time.tsx'
import type { WatchedOut } from '#lib/watching/schema.ts'

type Stop = (kind: WatchedOut['kind'], number: number, ...given: Parameters<FormAction>) => ReturnType<FormAction>
type Props = { watched: WatchedOut[]; zone: string; now: Date; stop: Stop }

export function WatchedList({ watched, zone, now, stop }: Props) {
  const t = useTranslations('mail')
  return (
    <ul className="divide-y divide-line">
      {watched.map(({ kind, number, since, subject }) => (
        <li key={subject.href} className="flex items-center gap-3 py-2.5">
          <div className="min-w-0 flex-1">
            <Link href={subject.href} className="text-accent hover:underline">
              {subject.label}
            </Link>
            <p className="text-sm text-muted">
              {t(`kinds.${kind}`)} · {t('since')} <TimeAgo value={new Date(since)} zone={zone} now={now} />
            </p>
          </div>
          <Form action={stop.bind(null, kind, number)} className="shrink-0">
            <SubmitButton tone="quiet" size="small" aria-label={t('stopWatching', { title: subject.label })}>
              {t('stop')}
            </SubmitButton>
          </Form>
        </li>
      ))}
    </ul>
  )
}
