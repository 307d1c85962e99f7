import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'

export type FacetLink = { value: string; label: string; count: number; chosen: boolean; href: string }
export type FacetLinks = { field: string; label: string; values: readonly FacetLink[] }

/** Stands twice on a page, for wide and for narrow screens. */
type Props = { facets: readonly FacetLinks[]; more: boolean; id: string }

/** What was found, counted by its facts. Each count is a link that narrows to it, or takes the narrowing back. */
export function FacetList({ facets, more, id }: Props) {
  const t = useTranslations('search')
  return (
    <nav aria-label={t('narrow')} className="grid gap-x-6 gap-y-5 sm:max-lg:grid-cols-3 print:hidden">
      {facets.map(({ field, label, values }) => (
        <section key={field} aria-labelledby={`facet-${id}-${field}`}>
          <h2 id={`facet-${id}-${field}`} className="mb-1 text-xs font-medium text-faint">
            {label}
          </h2>
          <ul>
            {values.map((each) => (
              <li key={each.value}>
                <Link
                  href={each.href}
                  aria-current={each.chosen ? 'true' : undefined}
                  className="-mx-2 flex min-h-7 items-center gap-2 rounded-md px-2 text-sm text-muted hover:bg-hover hover:text-ink aria-[current=true]:bg-accent-soft aria-[current=true]:font-medium aria-[current=true]:text-accent pointer-coarse:min-h-11"
                >
                  <span className="min-w-0 flex-1 truncate">{each.label}</span>
                  <span className="tabular-nums">
                    {more && each.count > 0 ? t('atLeast', { count: each.count }) : each.count}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
