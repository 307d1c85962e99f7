import { ChevronDown } from 'lucide'
import { useId } from 'react'
import { buttonLook } from './button.tsx'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'
import { MenuHeading } from './menu.tsx'

export type Section = { href: string; label: string; current?: boolean }

/** More pages than tabs can name, in groups: a column where there is room; elsewhere the same list, behind a button that says where one is. */
export function SectionsNav({ label, groups }: { label: string; groups: { label: string; pages: Section[] }[] }) {
  const id = useId()
  const here = groups.flatMap(({ pages }) => pages).find(({ current }) => current)
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={buttonLook({ className: 'justify-self-start xl:hidden print:hidden' })}
      >
        <span className="sr-only">{label}: </span>
        {here?.label}
        <Icon icon={ChevronDown} />
      </button>
      <nav id={id} popover="auto" aria-label={label} className="menu sections">
        {groups.map((group) => (
          <div key={group.label} className="mb-3">
            <MenuHeading>{group.label}</MenuHeading>
            <ul className="flex flex-col gap-px">
              {group.pages.map((page) => (
                <li key={page.href}>
                  <Link
                    href={page.href}
                    aria-current={page.current ? 'page' : undefined}
                    className="flex min-h-8 items-center rounded-md px-2.5 text-muted hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:bg-hover aria-[current=page]:font-medium aria-[current=page]:text-ink pointer-coarse:min-h-11"
                  >
                    {page.label}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </>
  )
}
