import { ChevronRight } from 'lucide'
import { Fragment } from 'react'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'

export type Crumb = { href: string; label: string }

/** The way up. The page itself is the heading below, so it is not repeated here. */
export function Breadcrumbs({ crumbs, label }: { crumbs: Crumb[]; label: string }) {
  return (
    <nav aria-label={label} className="mb-1.5 flex flex-wrap items-center gap-1 text-sm text-muted print:hidden">
      {crumbs.map((crumb, index) => (
        <Fragment key={crumb.href}>
          {index > 0 && <Icon icon={ChevronRight} className="size-3.5 text-faint" />}
          <Link href={crumb.href} className="rounded-sm hover:text-ink hover:underline">
            {crumb.label}
          </Link>
        </Fragment>
      ))}
    </nav>
  )
}
