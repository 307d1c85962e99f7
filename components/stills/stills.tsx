import { NextIntlClientProvider } from 'next-intl'
import type { ComponentProps, ComponentType } from 'react'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { PostmortemAside } from '#components/postmortems/postmortem-aside.tsx'
import { PostmortemDocument } from '#components/postmortems/postmortem-document.tsx'
import { PostmortemHead } from '#components/postmortems/postmortem-head.tsx'
import { PostmortemRest } from '#components/postmortems/postmortem-rest.tsx'
import { ShortcutList } from '#components/shell/shortcut-list.tsx'
import { Sidebar } from '#components/shell/sidebar.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import type { RenderStill } from '#lib/still.ts'

/** What pages show as stills: components that are the same for the same props, and hold no island (a test looks). */
const stills = { PostmortemAside, PostmortemDocument, PostmortemHead, PostmortemRest, ShortcutList, Sidebar, TopBar }

export type StillName = keyof typeof stills
export type StillProps<Name extends StillName> = ComponentProps<(typeof stills)[Name]>

/** Compiled apart from the pages (lib/cli/bundle.mjs): they hold a React that knows no `renderToStaticMarkup`. */
export const render: RenderStill = ({ name, props, locale, messages, prefix }) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
      {createElement(stills[name as StillName] as ComponentType<object>, props)}
    </NextIntlClientProvider>,
    { identifierPrefix: prefix },
  )
