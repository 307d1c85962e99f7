import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import { Due } from './due.tsx'
import { PriorityBadge } from './priority-badge.tsx'

/** What will not be done, until when, who said so, and why. */
export function DecisionList({ items }: { items: readonly ActionItemOut[] }) {
  const t = useTranslations('actionItems.decisions')
  return (
    <ul className="flex flex-col divide-y divide-line">
      {items.map((item) => (
        <li key={item.number} className="flex gap-3 py-3 first:pt-0 last:pb-0">
          <span className="pt-px">
            <PriorityBadge priority={item.priority} />
          </span>
          <div className="flex min-w-0 flex-1 flex-col gap-1">
            <Link href={`/action-items/${item.number}`} className="font-medium hover:underline">
              {item.title}
            </Link>
            <span className="flex flex-wrap gap-x-4 text-muted">
              <Due item={item} />
              {item.commitment.approver && <span>{t('approver', { name: item.commitment.approver.name })}</span>}
              <span>{item.team.name}</span>
            </span>
            <p className="whitespace-pre-line">{item.commitment.reason}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
