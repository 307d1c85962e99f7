import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { Mark } from './mark.tsx'
import { NavLink } from './nav-link.tsx'
import type { NavGroup } from './shell-data.ts'

/** A column on a desk; on a phone the same element is a popover that the top bar opens. One navigation, no copies. */
export function Sidebar({ nav }: { nav: NavGroup[] }) {
  const t = useTranslations('shell')
  return (
    <nav id="navigation" popover="auto" aria-label={t('navigation')} className="drawer">
      <Link
        href="/"
        className="mb-3 flex h-10 items-center gap-2.5 rounded-md px-2.5 text-md font-semibold tracking-tight"
      >
        <Mark />
        {t('product')}
      </Link>
      {nav.map((group, index) => (
        <div key={group.label ?? index} className="mb-4">
          {group.label && <p className="px-2.5 pb-1 text-xs font-medium text-faint">{group.label}</p>}
          <ul className="flex flex-col gap-px">
            {group.entries.map((entry) => (
              <li key={entry.href}>
                <NavLink href={entry.href}>
                  <Icon icon={entry.icon} className="size-4.5 text-faint group-aria-[current=page]:text-accent" />
                  <span className="flex-1 truncate">{entry.label}</span>
                  {Boolean(entry.count) && (
                    <span className="rounded-full bg-accent-soft px-1.5 text-xs font-medium tabular-nums text-accent">
                      {entry.count}
                    </span>
                  )}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
