import { useTranslations } from 'next-intl'
import { Callout } from '#components/ui/callout.tsx'
import { Link } from '#components/ui/link.tsx'
import { itemHints } from '#lib/action-items/hints.ts'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import { commitments, progresses, regressionReasons } from '#lib/action-items/vocabulary.ts'
import { formatDate } from '#lib/time.ts'

/** Commitment and progress in words, with what was said last, and what would make it a better promise. */
export function WhereItStands({ item }: { item: ActionItemOut }) {
  const t = useTranslations('actionItems')
  const { commitment, progress, closed } = item
  const hints = closed ? [] : itemHints(item)
  const said = [
    commitment.until && t('stands.until', { date: formatDate(commitment.until), who: commitment.approver?.name ?? '' }),
    commitment.reason,
  ]
  return (
    <>
      <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[9rem_1fr]">
        <dt className="text-muted">{t('filters.commitment')}</dt>
        <dd>
          <Words title={commitments[commitment.kind]} said={said} other={commitment.duplicateOf} />
        </dd>
        <dt className="text-muted">{t('filters.progress')}</dt>
        <dd>
          <Words
            title={progresses[progress.kind]}
            said={[progress.because && regressionReasons[progress.because], progress.note]}
            other={progress.blockedBy}
          />
        </dd>
      </dl>
      {hints.length > 0 && (
        <Callout tone="neutral" title={t('hints.title')}>
          <ul className="list-disc pl-5">
            {hints.map((hint) => (
              <li key={hint}>{t(`hints.${hint}`)}</li>
            ))}
          </ul>
        </Callout>
      )}
    </>
  )
}

type Said = { title: string; said: (string | null | undefined)[]; other: ActionItemOut['postmortem'] }

function Words({ title, said, other }: Said) {
  return (
    <>
      <span className="font-medium">{title}</span>
      {other && (
        <Link href={`/action-items/${other.number}`} className="ml-2 text-accent hover:underline">
          AI-{other.number} {other.title}
        </Link>
      )}
      {said.map(
        (text) =>
          text && (
            <p key={text} className="whitespace-pre-line text-muted">
              {text}
            </p>
          ),
      )}
    </>
  )
}
