import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import type { EarlierItemOut } from '#lib/recurrences/schema.ts'
import { EarlierState } from './earlier-state.tsx'

/** What had been promised before it happened, as it stood then. */
export function EarlierItems({ items, zone }: { items: readonly EarlierItemOut[]; zone: string }) {
  const t = useTranslations('recurrences')
  return (
    <>
      <p className="mb-3 text-muted">{t('earlierIntro')}</p>
      <ul className="flex flex-col divide-y divide-line">
        {items.map((item) => (
          <li key={item.number} className="flex flex-col gap-1 py-2.5 first:pt-0 print:break-inside-avoid">
            <Link href={`/action-items/${item.number}`} className="font-medium hover:underline">
              AI-{item.number} {item.title}
            </Link>
            <EarlierState item={item} zone={zone} />
          </li>
        ))}
      </ul>
    </>
  )
}
