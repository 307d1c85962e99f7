import type { IconNode } from 'lucide'
import type { Theme } from './theme.ts'

/** Everything the frame around a page shows. The workspace layout fills it once per request; the frame asks nobody. */
export type ShellData = {
  person: { name: string; email: string; zone: string }
  theme: Theme
  /** Where the reader is when the frame is rendered. */
  path: string
  nav: NavGroup[]
  create: NavEntry[]
  account: NavEntry[]
  /** Present while somebody looks around the sample company; `href` leads to choosing another person. */
  sample: { role: string; href: string } | null
  /** Answers `?q=` with `PaletteItem[]`. */
  paletteUrl: string
  /** People who dictate or have tremor turn single-letter shortcuts off; combinations with Ctrl stay. */
  singleKeys: boolean
}

export type NavGroup = { label?: string; entries: NavEntry[] }
export type NavEntry = {
  href: string
  label: string
  icon: IconNode
  /** As tinykeys spells it: `g p`. */
  keys?: string
  /** Something waiting, like reviews; zero shows nothing. */
  count?: number
}

/** One line of the command palette: plain data, so it can cross to the browser. `fill` goes on typing instead of going there. */
export type PaletteItem = { href: string; label: string; detail?: string; group: string; keys?: string; fill?: string }

/** Everywhere the frame leads, under the heading of its group. */
export function paletteItems(
  { create, nav, account }: Pick<ShellData, 'create' | 'nav' | 'account'>,
  groups: Record<'create' | 'nav' | 'account', string>,
): PaletteItem[] {
  const of = (group: string, entries: NavEntry[]) =>
    entries.map(({ href, label, keys }) => ({ href, label, group, ...(keys && { keys }) }))
  return [
    ...of(groups.create, create),
    ...of(
      groups.nav,
      nav.flatMap(({ entries }) => entries),
    ),
    ...of(groups.account, account),
  ]
}
