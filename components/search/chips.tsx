import { X } from 'lucide'
import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'

export type Chip = { field: string; label: string; negated: boolean; removeHref: string }

/** How the operators of a query were understood, each with the way back. */
export function Chips({ chips, clearHref }: { chips: readonly Chip[]; clearHref: string }) {
  const t = useTranslations('search')
  if (chips.length === 0) return null
  return (
    <ul aria-label={t('narrowedBy')} className="mb-4 flex flex-wrap items-center gap-1.5 print:hidden">
      {chips.map(({ field, label, negated, removeHref }) => (
        <li key={removeHref}>
          <Link
            href={removeHref}
            className="inline-flex min-h-6.5 items-center gap-1 rounded-full bg-accent-soft pr-1.5 pl-2.5 text-sm text-accent hover:bg-hover pointer-coarse:min-h-10"
          >
            <span className="sr-only">{t('takeAway')}</span>
            {negated && <span>{t('not')}</span>}
            {field}: <span className="font-medium">{label}</span>
            <Icon icon={X} className="size-3.5" />
          </Link>
        </li>
      ))}
      <li>
        <Link href={clearHref} className="px-1.5 text-sm text-muted hover:text-ink hover:underline">
          {t('clear')}
        </Link>
      </li>
    </ul>
  )
}
