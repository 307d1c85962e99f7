import { getTranslations } from 'next-intl/server'
import { Still } from '#app/still.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { paletteItems, type ShellData } from '#components/shell/shell-data.ts'
import { shellData } from './shell-data.ts'

export default async function WorkspaceLayout({ children }: { children: React.ReactNode }) {
  const [data, t] = await Promise.all([shellData(), getTranslations('shell')])
  const items = paletteItems(data, { create: t('create'), nav: t('goTo'), account: t('account') })
  return (
    <Shell data={data} items={items} {...stills(data, items)}>
      {children}
    </Shell>
  )
}

const stills = (data: ShellData, items: ReturnType<typeof paletteItems>) => ({
  sidebar: <Still of="Sidebar" nav={data.nav} path={data.path} />,
  topBar: <Still of="TopBar" create={data.create} person={data.person} theme={data.theme} account={data.account} />,
  shortcutList: <Still of="ShortcutList" items={items} singleKeys={data.singleKeys} />,
})
