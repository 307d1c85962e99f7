import { Keyboard, LogOut } from 'lucide'
import { useTranslations } from 'next-intl'
import { Avatar } from '#components/ui/avatar.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Menu, MenuButton, MenuLink, MenuRule } from '#components/ui/menu.tsx'
import type { ShellData } from './shell-data.ts'
import { ThemeSwitch } from './theme-switch.tsx'

export function UserMenu({ person, theme, account }: Pick<ShellData, 'person' | 'theme' | 'account'>) {
  const t = useTranslations('shell')
  return (
    <Menu
      label={t('you', { name: person.name })}
      tone="quiet"
      className="px-1!"
      trigger={<Avatar name={person.name} />}
    >
      <div className="flex items-center gap-2.5 px-2.5 py-2">
        <Avatar name={person.name} />
        <div className="min-w-0">
          <p className="truncate font-medium">{person.name}</p>
          <p className="truncate text-sm text-muted">{person.email}</p>
          <p className="truncate text-sm text-muted">{t('zone', { zone: person.zone })}</p>
        </div>
      </div>
      <MenuRule />
      <ThemeSwitch theme={theme} />
      <MenuRule />
      {account.map((entry) => (
        <MenuLink key={entry.href} href={entry.href}>
          <Icon icon={entry.icon} className="size-4 text-muted" />
          {entry.label}
        </MenuLink>
      ))}
      <MenuButton type="button" popoverTarget="shortcuts">
        <Icon icon={Keyboard} className="size-4 text-muted" />
        {t('shortcuts.title')}
      </MenuButton>
      <MenuRule />
      <form action="/sign-out" method="post">
        <MenuButton>
          <Icon icon={LogOut} className="size-4 text-muted" />
          {t('signOut')}
        </MenuButton>
      </form>
    </Menu>
  )
}
