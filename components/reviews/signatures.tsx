import { CircleCheck } from 'lucide'
import { useTranslations } from 'next-intl'
import { Callout } from '#components/ui/callout.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import type { ReviewPictureOut } from '#lib/reviews/schema.ts'
import { formatInstant } from '#lib/time.ts'

/** What approval takes, who signed which revision, and whether the text moved on since. */
export function Signatures({ picture, number, zone }: { picture: ReviewPictureOut; number: number; zone: string }) {
  const t = useTranslations('reviews')
  const { needs, approvals, revision, changedSince } = picture
  return (
    <div className="flex flex-col gap-3">
      <p>{needs}</p>
      {revision !== null && (
        <div>
          <p className="font-medium">{t('signed')}</p>
          {approvals.length === 0 && <p className="text-muted">{t('nobody')}</p>}
          <ul>
            {approvals.map(({ person, revision, decidedAt }) => (
              <li key={person.id} className="flex items-start gap-2">
                <Icon icon={CircleCheck} className="mt-0.5 size-4.5 text-ok" />
                <span>
                  {person.name}{' '}
                  <span className="text-muted">
                    {t('signedOn', { revision, at: formatInstant(new Date(decidedAt), zone) })}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {changedSince && revision !== null && (
        <Callout tone="warn" title={t('changed')}>
          <p>{t('changedWhy', { revision })}</p>
          <Link
            href={`/postmortems/${number}/history?from=${revision}&to=working`}
            className="text-accent underline underline-offset-2"
          >
            {t('seeChange', { revision })}
          </Link>
        </Callout>
      )}
    </div>
  )
}
