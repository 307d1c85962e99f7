import { getTranslations } from 'next-intl/server'
import { Still } from '#app/still.tsx'
import { boardKeys } from '#components/board/keys.ts'
import { Shell } from '#components/shell/shell.tsx'
import { paletteItems, type ShellData } from '#components/shell/shell-data.ts'
import type { ShortcutSection } from '#components/shell/shortcut-list.tsx'
import { shellData } from './shell-data.ts'

/** What is around every page of somebody who is signed in. */
export async function Frame({ children }: { children: React.ReactNode }) {
  const [data, t, k] = await Promise.all([shellData(), getTranslations('shell'), getTranslations('board.keys')])
  const items = paletteItems(data, { create: t('create'), nav: t('goTo'), account: t('account') })
  return (
    <Shell
      data={data}
      items={items}
      {...stills(data, items, {
        title: k('title'),
        lines: boardKeys.map(({ name, keys }) => ({ label: k(name), keys })),
      })}
    >
      {children}
    </Shell>
  )
}

const stills = (data: ShellData, items: ReturnType<typeof paletteItems>, board: ShortcutSection) => ({
  sidebar: <Still of="Sidebar" nav={data.nav} path={data.path} />,
  topBar: <Still of="TopBar" create={data.create} person={data.person} theme={data.theme} account={data.account} />,
  shortcutList: <Still of="ShortcutList" items={items} board={board} singleKeys={data.singleKeys} />,
})
