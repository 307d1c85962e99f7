import { ChevronRight } from 'lucide'
import { Fragment } from 'react'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'

/** Without an address a step is only named, like the kind of page one is on. */
export type Crumb = { href?: string; label: string }

/** The way up; the page itself is the heading below. */
export function Breadcrumbs({ crumbs, label }: { crumbs: Crumb[]; label: string }) {
  return (
    <nav aria-label={label} className="mb-1.5 flex flex-wrap items-center gap-1 text-sm text-muted print:hidden">
      {crumbs.map((crumb, index) => (
        <Fragment key={crumb.label}>
          {index > 0 && <Icon icon={ChevronRight} className="size-3.5 text-faint" />}
          {crumb.href ? (
            <Link href={crumb.href} className="rounded-sm hover:text-ink hover:underline">
              {crumb.label}
            </Link>
          ) : (
            <span>{crumb.label}</span>
          )}
        </Fragment>
      ))}
    </nav>
  )
}
