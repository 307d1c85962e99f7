import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'

export type Note = {
  operator: string
  value: string
  known: boolean
  offers: readonly { label: string; href: string }[]
}

/** What could not be understood was left out; here is what may have been meant. */
export function Notes({ notes }: { notes: readonly Note[] }) {
  const t = useTranslations('search.note')
  if (notes.length === 0) return null
  return (
    <ul className="mb-4 flex max-w-3xl flex-col gap-1 text-sm text-muted">
      {notes.map(({ operator, value, known, offers }) => (
        <li key={`${operator} ${value}`} className="[overflow-wrap:anywhere]">
          {t(known ? 'unknown' : 'date', { operator, value })} {offers.length > 0 && t('perhaps')}{' '}
          {offers.map(({ label, href }, index) => (
            <span key={href}>
              {index > 0 && ', '}
              <Link href={href} className="text-accent underline underline-offset-2">
                {label}
              </Link>
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
