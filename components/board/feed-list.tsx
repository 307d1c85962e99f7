import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { Time } from '#components/ui/time.tsx'
import type { FeedOut } from '#lib/calendar-feeds/schema.ts'

type Props = { feeds: readonly FeedOut[]; zone: string; now: Date; revoke: FormAction }

export function FeedList({ feeds, zone, now, revoke }: Props) {
  const t = useTranslations('board.calendars')
  return (
    <ul className="flex flex-col gap-3">
      {feeds.map(({ id, name, query, lastUsedAt, revokedAt }) => (
        <li
          key={id}
          className="flex flex-wrap items-start justify-between gap-3 rounded-lg border border-line bg-raised px-4 py-3 shadow-raised"
        >
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {name} {revokedAt && <Badge>{t('revoked')}</Badge>}
            </p>
            <p className="mt-1 break-all text-sm text-muted">{query || t('everything')}</p>
            <p className="mt-1 text-sm text-muted">
              {lastUsedAt ? (
                <>
                  {t('used')} <Time value={new Date(lastUsedAt)} zone={zone} now={now} />
                </>
              ) : (
                t('unused')
              )}
            </p>
          </div>
          {!revokedAt && (
            <Form action={revoke} className="block">
              <input type="hidden" name="id" value={id} />
              <SubmitButton tone="danger" size="small">
                {t('revoke')}
                <span className="sr-only"> {name}</span>
              </SubmitButton>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}

export function FeedForm({ action, query }: { action: FormAction; query: string }) {
  const t = useTranslations('board.calendars')
  return (
    <Form action={action} className="flex flex-col gap-4">
      <TextField name="name" label={t('name')} required maxLength={80} />
      <TextField name="query" label={t('query')} hint={t('queryHint')} defaultValue={query} maxLength={2000} />
      <div>
        <SubmitButton>{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}
