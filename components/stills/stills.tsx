import { NextIntlClientProvider } from 'next-intl'
import type { ComponentProps, ComponentType } from 'react'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { ActionItemList } from '#components/action-items/action-item-list.tsx'
import { TalkLink } from '#components/comments/talk-link.tsx'
import { GuideList } from '#components/guides/guide-list.tsx'
import { GuideReading } from '#components/guides/guide-reading.tsx'
import { IncidentTable } from '#components/incidents/incident-table.tsx'
import { Notices } from '#components/postmortems/notices.tsx'
import { PostmortemAside } from '#components/postmortems/postmortem-aside.tsx'
import { PostmortemDocument } from '#components/postmortems/postmortem-document.tsx'
import { PostmortemHead } from '#components/postmortems/postmortem-head.tsx'
import { PostmortemList } from '#components/postmortems/postmortem-list.tsx'
import { PostmortemRest } from '#components/postmortems/postmortem-rest.tsx'
import { PostmortemTable } from '#components/postmortems/postmortem-table.tsx'
import { FedPrograms } from '#components/programs/fed-programs.tsx'
import { MissingPage } from '#components/shell/missing-page.tsx'
import { ShortcutList } from '#components/shell/shortcut-list.tsx'
import { Sidebar } from '#components/shell/sidebar.tsx'
import { TopBar } from '#components/shell/top-bar.tsx'
import type { RenderStill } from '#lib/still.ts'

/** What pages show as stills: components that are the same for the same props, and hold no island (a test looks). */
const stills = {
  ActionItemList,
  FedPrograms,
  IncidentTable,
  MissingPage,
  Notices,
  PostmortemList,
  PostmortemTable,
  GuideList,
  GuideReading,
  PostmortemAside,
  PostmortemDocument,
  PostmortemHead,
  PostmortemRest,
  ShortcutList,
  Sidebar,
  TalkLink,
  TopBar,
}

export type StillName = keyof typeof stills
export type StillProps<Name extends StillName> = Plain<ComponentProps<(typeof stills)[Name]>>

/** What JSON can tell apart, and so the key of a still: a Map or a function given to one does not compile. */
type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends Apart
    ? never
    : 'toJSON' extends keyof T
      ? T
      : { [K in keyof T]: Plain<T[K]> }
type Apart = ((...given: never[]) => unknown) | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>

/** Compiled apart from the pages (lib/cli/bundle.mjs): they hold a React that knows no `renderToStaticMarkup`. */
export const render: RenderStill = ({ name, props, locale, messages, prefix }) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
      {createElement(stills[name as StillName] as ComponentType<object>, props)}
    </NextIntlClientProvider>,
    { identifierPrefix: prefix },
  )
