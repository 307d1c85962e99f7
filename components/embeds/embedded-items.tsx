import { useTranslations } from 'next-intl'
import { PriorityBadge } from '#components/action-items/priority-badge.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { commitments, progresses } from '#lib/action-items/vocabulary.ts'
import type { EmbeddedItem } from '#lib/postmortems/embedded.ts'
import { formatDate } from '#lib/time.ts'

/** What was promised, without who: the same words for every reader, and after publication for good. */
export function EmbeddedItems({ items }: { items: readonly EmbeddedItem[] }) {
  const t = useTranslations('embeds')
  return (
    <ul className="flex flex-col">
      {items.map(({ number, title, doneWhen, priority, team, dueOn, commitment, progress }) => (
        <li
          key={number}
          className="flex gap-3 border-t border-line py-3 first:border-t-0 first:pt-0 last:pb-0 print:break-inside-avoid"
        >
          <span className="pt-px">
            <PriorityBadge priority={priority} />
          </span>
          <div className="min-w-0 flex-1">
            <a href={`/action-items/${number}`} className="font-medium hover:underline">
              {title}
            </a>
            {doneWhen && <p className="text-muted">{t('doneWhen', { text: doneWhen })}</p>}
            <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
              <Badge>{commitment === 'accepted' ? progresses[progress] : commitments[commitment]}</Badge>
              <span>{t('due', { day: formatDate(dueOn) })}</span>
              <span>{team}</span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
