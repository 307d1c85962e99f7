import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Link } from '#components/ui/link.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { Time } from '#components/ui/time.tsx'
import type { RevisionListed } from '#lib/postmortems/schema.ts'

type Props = {
  revisions: RevisionListed[]
  number: number
  zone: string
  now: Date
  /** Null for those who may not change the text. */
  restore: ((revision: number) => FormAction) | null
}

/** Who froze the text when and why, each one comparable with the one before and fit to be taken up again. */
export function RevisionList({ revisions, number, zone, now, restore }: Props) {
  const t = useTranslations('postmortems.history')
  const c = useTranslations('compare')
  const r = useTranslations('postmortems.review')
  return (
    <ol className="flex flex-col divide-y divide-line">
      {revisions.map(({ ordinal, createdAt, by, note, published, reviewed }, index) => {
        const before = revisions[index + 1]?.ordinal
        return (
          <li key={ordinal} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 py-2.5">
            <span className="min-w-0">
              <span className="flex flex-wrap items-center gap-2 font-medium">
                {t('revision', { ordinal })}
                {published && <Badge tone="ok">{t('published')}</Badge>}
                {reviewed && <Badge>{r('heading')}</Badge>}
              </span>
              <span className="block text-sm text-muted">
                <Time value={new Date(createdAt)} zone={zone} now={now} />
                {by && ` · ${c('by', { name: by })}`}
                {note && ` · ${note}`}
              </span>
            </span>
            <span className="flex flex-wrap items-center gap-4 text-sm print:hidden">
              {before !== undefined && (
                <Link
                  href={`/postmortems/${number}/history?from=${before}&to=${ordinal}`}
                  className="text-accent hover:underline"
                >
                  {t('compare')}
                </Link>
              )}
              {restore && (
                <Form action={restore(ordinal)} className="contents">
                  <SubmitButton tone="quiet" size="small" title={c('restoreHint')}>
                    {c('restore')}
                  </SubmitButton>
                </Form>
              )}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
