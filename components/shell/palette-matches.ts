import type { PaletteItem } from './shell-data.ts'

/** What the page knows comes first and at once; what the server found follows, without repeating an address. */
export function groupMatches({ items, found, query }: { items: PaletteItem[]; found: PaletteItem[]; query: string }) {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const known = items.filter((item) => {
    const text = `${item.group} ${item.label}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
  const groups = new Map<string, PaletteItem[]>()
  const seen = new Set<string>()
  for (const item of [...known, ...found]) {
    if (seen.has(item.href)) continue
    seen.add(item.href)
    groups.set(item.group, [...(groups.get(item.group) ?? []), item])
  }
  return [...groups].map(([name, members]) => ({ name, items: members }))
}
