import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Still } from '#components/stills/still.tsx'
import { SkipLink } from '#components/ui/skip-link.tsx'
import { Moves } from './moves.tsx'
import { SampleBar } from './sample-bar.tsx'
import type { NavEntry, PaletteItem, ShellData } from './shell-data.ts'
import { Shortcuts } from './shortcuts.tsx'

/** The frame around every page behind a session. Server-rendered; the only eager scripts are links and the keyboard. */
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
        <Still of="Sidebar" nav={data.nav} path={data.path} />
        <div className="flex min-h-dvh min-w-0 flex-col">
          <Still of="TopBar" create={data.create} person={data.person} theme={data.theme} account={data.account} />
          <main
            id="content"
            tabIndex={-1}
            className="w-full max-w-[96rem] flex-1 px-4 py-7 outline-none sm:px-6 lg:px-10 lg:py-9 print:max-w-none print:p-0"
          >
            {children}
          </main>
        </div>
      </div>
      <Still of="ShortcutList" items={items} singleKeys={data.singleKeys} />
      <Moves />
      <Shortcuts items={items} paletteUrl={data.paletteUrl} singleKeys={data.singleKeys} text={text} />
    </>
  )
}
