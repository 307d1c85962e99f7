import { CircleCheck, CircleDashed, MessageSquareWarning } from 'lucide'
import { useTranslations } from 'next-intl'
import { Status } from '#components/ui/badge.tsx'
import { Time } from '#components/ui/time.tsx'
import type { PostmortemOut } from '#lib/postmortems/schema.ts'

type Review = PostmortemOut['reviews'][number]

/** Who was asked, and the newest answer of each, with what they wrote. */
export function ReviewSummary({ review, zone, now }: { review: Review; zone: string; now: Date }) {
  return (
    <ul className="flex flex-col divide-y divide-line">
      {review.reviewers.map((person) => (
        <Answer
          key={person.id}
          name={person.name}
          decision={review.decisions.findLast((decision) => decision.person.id === person.id)}
          zone={zone}
          now={now}
        />
      ))}
    </ul>
  )
}

function Answer({
  name,
  decision,
  zone,
  now,
}: {
  name: string
  decision: Review['decisions'][number] | undefined
  zone: string
  now: Date
}) {
  const t = useTranslations('postmortems.review')
  const look = !decision
    ? ({ tone: 'neutral', icon: CircleDashed, label: t('waiting') } as const)
    : decision.verdict === 'approve'
      ? ({ tone: 'ok', icon: CircleCheck, label: t('approved') } as const)
      : ({ tone: 'warn', icon: MessageSquareWarning, label: t('changesAsked') } as const)
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2.5">
      <span className="font-medium">{name}</span>
      <span className="flex items-center gap-3 text-sm text-muted">
        <Status tone={look.tone} icon={look.icon}>
          {look.label}
        </Status>
        {decision && <Time value={new Date(decision.decidedAt)} zone={zone} now={now} />}
      </span>
      {decision?.note && <p className="basis-full whitespace-pre-line text-muted">{decision.note}</p>}
    </li>
  )
}
