import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import type { Guide, GuideSummary } from '#lib/guides/model.ts'

/** The guides before and after this one in reading order. */
export function GuideNeighbours({ guide: { previous, next } }: { guide: Guide }) {
  const t = useTranslations('guides')
  if (!previous && !next) return null
  return (
    <nav
      aria-label={t('neighbours')}
      className="mt-14 grid max-w-3xl gap-4 border-t border-line pt-6 sm:grid-cols-2 print:hidden"
    >
      {previous && <Neighbour guide={previous} label={t('previous')} />}
      {next && <Neighbour guide={next} label={t('next')} className="sm:col-start-2 sm:text-end" />}
    </nav>
  )
}

function Neighbour({ guide, label, className = '' }: { guide: GuideSummary; label: string; className?: string }) {
  return (
    <Link href={`/guides/${guide.slug}`} className={`group block ${className}`}>
      <span className="block text-sm text-muted">{label}</span>
      <span className="font-semibold group-hover:underline">{guide.title}</span>
    </Link>
  )
}
