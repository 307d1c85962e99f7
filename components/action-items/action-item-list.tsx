import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Person } from '#components/ui/avatar.tsx'
import { Link } from '#components/ui/link.tsx'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import { Due } from './due.tsx'
import { PriorityBadge } from './priority-badge.tsx'
import { StateBadges } from './state-badges.tsx'

/** Promises as lines that fit a panel and a page alike. `actions` adds what can be done with one of them. */
export function ActionItemList({
  items,
  actions,
  showPostmortem = false,
}: {
  items: readonly ActionItemOut[]
  actions?: (item: ActionItemOut) => ReactNode
  showPostmortem?: boolean
}) {
  const t = useTranslations('actionItems')
  return (
    <ul className="flex flex-col">
      {items.map((item) => (
        <li
          key={item.number}
          className="flex gap-3 border-t border-line py-3 first:border-t-0 first:pt-0 last:pb-0 print:break-inside-avoid"
        >
          <span className="pt-px">
            <PriorityBadge priority={item.priority} />
          </span>
          <div className="min-w-0 flex-1">
            <Link
              href={`/action-items/${item.number}`}
              className={`font-medium hover:underline ${item.closed ? 'text-muted' : ''}`}
            >
              {item.title}
            </Link>
            <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-muted">
              <StateBadges item={item} />
              <Due item={item} />
              {item.owner ? <Person name={item.owner.name} /> : <span>{t('noOwner')}</span>}
              <span>{item.team.name}</span>
              {showPostmortem && item.postmortem && (
                <Link
                  href={`/postmortems/${item.postmortem.number}`}
                  className="basis-full truncate text-sm hover:underline"
                >
                  PM-{item.postmortem.number} {item.postmortem.title}
                </Link>
              )}
            </div>
            {actions?.(item)}
          </div>
        </li>
      ))}
    </ul>
  )
}
