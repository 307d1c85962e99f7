import { useTranslations } from 'next-intl'
import { Callout } from '#components/ui/callout.tsx'
import { Link } from '#components/ui/link.tsx'
import type { Due } from '#lib/postmortems/due.ts'
import type { Superseded } from '#lib/postmortems/supersession.ts'
import { DueMark } from './due-mark.tsx'

type Props = {
  superseded: Superseded | null
  supersedes: { number: number; title: string }[]
  due: Due | null
  /** The revision that was approved, when the working text is no longer it; null otherwise and for readers. */
  approvedEarlier: number | null
  number: number
}

/** What somebody must know of this document besides its text, in the order of how much it changes what they read. */
export function Notices({ superseded, supersedes, due, approvedEarlier, number }: Props) {
  const t = useTranslations('supersession')
  const r = useTranslations('reviews')
  return (
    <div className="mt-3 flex flex-col gap-3 empty:hidden">
      {superseded && (
        <Callout tone="warn" title={t('title')}>
          <p>
            {superseded.by ? (
              <>
                {t('by')} <Other {...superseded.by} />
              </>
            ) : (
              t('hidden')
            )}
          </p>
          <p>{superseded.reason}</p>
        </Callout>
      )}
      {supersedes.length > 0 && (
        <Callout tone="info">
          {t('supersedes')}{' '}
          {supersedes.map((other, index) => (
            <span key={other.number}>
              {index > 0 && ', '}
              <Other {...other} />
            </span>
          ))}
        </Callout>
      )}
      {approvedEarlier !== null && (
        <Callout tone="warn" title={r('changed')}>
          {r('changedWhy', { revision: approvedEarlier })}{' '}
          <Link
            href={`/postmortems/${number}/history?from=${approvedEarlier}&to=working`}
            className="text-accent underline underline-offset-2"
          >
            {r('seeChange', { revision: approvedEarlier })}
          </Link>
        </Callout>
      )}
      {due && (
        <p className="text-sm text-muted">
          <DueMark due={due} />
        </p>
      )}
    </div>
  )
}

function Other({ number, title }: { number: number; title: string }) {
  return (
    <Link href={`/postmortems/${number}`} className="text-accent underline underline-offset-2">
      PM-{number} {title}
    </Link>
  )
}
