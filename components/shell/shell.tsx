import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SkipLink } from '#components/ui/skip-link.tsx'
import { SampleBar } from './sample-bar.tsx'
import type { NavEntry, PaletteItem, ShellData } from './shell-data.ts'
import { ShortcutList } from './shortcut-list.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { Sidebar } from './sidebar.tsx'
import { TopBar } from './top-bar.tsx'

/** The frame around every page behind a session. Server-rendered; the only eager script is the keyboard. */
export function Shell({ data, children }: { data: ShellData; children: ReactNode }) {
  const t = useTranslations('shell')
  const line =
    (group: string) =>
    (entry: NavEntry): PaletteItem => ({
      href: entry.href,
      label: entry.label,
      group,
      keys: entry.keys,
    })
  const items = [
    ...data.create.map(line(t('create'))),
    ...data.nav.flatMap((group) => group.entries).map(line(t('goTo'))),
    ...data.account.map(line(t('account'))),
  ]
  const text = { title: t('palette.title'), placeholder: t('palette.placeholder'), none: t('palette.none') }
  return (
    <>
      <SkipLink href="#content">{t('skip')}</SkipLink>
      {data.sample && <SampleBar name={data.person.name} sample={data.sample} />}
      <div className="lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] print:block">
        <Sidebar nav={data.nav} />
        <div className="flex min-h-dvh min-w-0 flex-col">
          <TopBar data={data} />
          <main
            id="content"
            tabIndex={-1}
            className="w-full max-w-[96rem] flex-1 px-4 py-7 outline-none sm:px-6 lg:px-10 lg:py-9 print:max-w-none print:p-0"
          >
            {children}
          </main>
        </div>
      </div>
      <ShortcutList items={items} singleKeys={data.singleKeys} />
      <Shortcuts items={items} paletteUrl={data.paletteUrl} singleKeys={data.singleKeys} text={text} />
    </>
  )
}
