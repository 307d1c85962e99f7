import { Menu as MenuIcon, Plus, Search } from 'lucide'
import { useTranslations } from 'next-intl'
import { buttonLook } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { Menu, MenuLink } from '#components/ui/menu.tsx'
import type { ShellData } from './shell-data.ts'
import { UserMenu } from './user-menu.tsx'

export function TopBar({ create, ...you }: Pick<ShellData, 'create' | 'person' | 'theme' | 'account'>) {
  const t = useTranslations('shell')
  return (
    <header className="sticky top-0 z-20 flex h-14 items-center gap-2 border-b border-line bg-canvas/90 px-3 backdrop-blur-md sm:px-6 lg:px-10 print:hidden">
      <button
        type="button"
        popoverTarget="navigation"
        aria-label={t('openNavigation')}
        className={buttonLook({ tone: 'quiet', className: 'px-2! lg:hidden' })}
      >
        <Icon icon={MenuIcon} className="size-5" />
      </button>
      <search className="min-w-0 flex-1">
        <form action="/search" method="get" className="relative max-w-md">
          <Icon icon={Search} className="pointer-events-none absolute inset-y-0 left-2.5 my-auto text-faint" />
          <input
            type="search"
            name="q"
            aria-label={t('search')}
            aria-keyshortcuts="/"
            placeholder={t('searchPlaceholder')}
            data-search
            className="control peer border-transparent bg-sunken px-8.5 hover:border-edge focus:bg-raised"
          />
          <span className="pointer-events-none absolute inset-y-0 right-2 my-auto flex items-center peer-focus:hidden pointer-coarse:hidden">
            <Kbd keys="/" />
          </span>
        </form>
      </search>
      {create.length > 0 && (
        <Menu
          id="create"
          label={t('new')}
          tone="primary"
          className="max-sm:px-2.5"
          trigger={
            <>
              <Icon icon={Plus} />
              <span className="max-sm:hidden">{t('new')}</span>
            </>
          }
        >
          {create.map((entry) => (
            <MenuLink key={entry.href} href={entry.href}>
              <Icon icon={entry.icon} className="size-4 text-muted" />
              <span className="flex-1">{entry.label}</span>
              {entry.keys && <Kbd keys={entry.keys} />}
            </MenuLink>
          ))}
        </Menu>
      )}
      <UserMenu {...you} />
    </header>
  )
}
