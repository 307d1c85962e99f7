import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { isCurrent } from './current.ts'
import { Mark } from './mark.tsx'
import type { NavGroup } from './shell-data.ts'

/** A column on a desk; on a phone the same element is a popover that the top bar opens. One navigation, no copies. */
export function Sidebar({ nav, path }: { nav: NavGroup[]; path: string }) {
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
                <Link
                  href={entry.href}
                  aria-current={isCurrent(entry.href, path) ? 'page' : undefined}
                  className="group flex h-8 items-center gap-2.5 rounded-md px-2.5 text-muted hover:bg-hover hover:text-ink aria-[current=page]:bg-hover aria-[current=page]:font-medium aria-[current=page]:text-ink pointer-coarse:h-11"
                >
                  <Icon icon={entry.icon} className="size-4.5 text-faint group-aria-[current=page]:text-accent" />
                  <span className="flex-1 truncate">{entry.label}</span>
                  {Boolean(entry.count) && (
                    <span className="rounded-full bg-accent-soft px-1.5 text-xs font-medium tabular-nums text-accent">
                      {entry.count}
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
