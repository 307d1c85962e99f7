import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SkipLink } from '#components/ui/skip-link.tsx'
import { Moves } from './moves.tsx'
import { SampleBar } from './sample-bar.tsx'
import type { PaletteItem, ShellData } from './shell-data.ts'
import { Shortcuts } from './shortcuts.tsx'

type Props = {
  data: ShellData
  items: PaletteItem[]
  /** The same on every page of one person, so the layout hands them over as stills. */
  sidebar: ReactNode
  topBar: ReactNode
  shortcutList: ReactNode
  children: ReactNode
}

/** The frame around every page behind a session. Server-rendered; the only eager scripts are links and the keyboard. */
export function Shell({ data, items, sidebar, topBar, shortcutList, children }: Props) {
  const t = useTranslations('shell')
  const text = { title: t('palette.title'), placeholder: t('palette.placeholder'), none: t('palette.none') }
  return (
    <>
      <SkipLink href="#content">{t('skip')}</SkipLink>
      {data.sample && <SampleBar name={data.person.name} sample={data.sample} />}
      <div className="lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] print:block">
        {sidebar}
        <div className="flex min-h-dvh min-w-0 flex-col">
          {topBar}
          <main
            id="content"
            tabIndex={-1}
            className="w-full max-w-[96rem] flex-1 px-4 py-7 outline-none sm:px-6 lg:px-10 lg:py-9 print:max-w-none print:p-0"
          >
            {children}
          </main>
        </div>
      </div>
      {shortcutList}
      <Moves />
      <Shortcuts items={JSON.stringify(items)} paletteUrl={data.paletteUrl} singleKeys={data.singleKeys} text={text} />
    </>
  )
}
