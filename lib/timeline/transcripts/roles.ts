import type { Said } from './said.ts'

/** A name in a transcript: how often it speaks, and what could stand for it. */
export type Named = { name: string; said: number; initials: string }

const NAMES_MAX = 300

/** Who speaks, and who is spoken to with an @. The text of a timeline speaks of roles, so people are asked for them. */
export function namesIn(said: readonly Said[]): Named[] {
  const counts = new Map<string, number>()
  for (const { speaker } of said) if (speaker) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  for (const { text } of said)
    for (const [, name = ''] of text.matchAll(mention)) if (!counts.has(name)) counts.set(name, 0)
  return [...counts]
    .slice(0, NAMES_MAX)
    .map(([name, count]) => ({ name, said: count, initials: initialsOf(name) }))
    .sort((a, b) => b.said - a.said)
}

const mention = /@(\p{Lu}[\p{L}\p{M}'’-]{1,30}(?: \p{Lu}[\p{L}\p{M}'’-]{1,30}){0,2}|[\p{Script=Han}]{2,4})/gu

/** `Marta Reis` is MR; 张伟 is 张: the family name stands first. */
function initialsOf(name: string): string {
  const words = name
    .replace(/\(.*?\)/g, ' ')
    .split(/[\s._@-]+/)
    .filter((word) => /^\p{L}/u.test(word))
  if (words.length === 0) return '?'
  if (words.length === 1 && /^\p{Script=Han}/u.test(words[0] ?? '')) return [...(words[0] ?? '')][0] ?? '?'
  return words
    .slice(0, 3)
    .map((word) => ([...word][0] ?? '').toUpperCase())
    .join('')
}

/** The names are gone afterwards: from who speaks, and from what is said. A name nobody gave a role becomes initials. */
export function renamed(
  said: readonly Said[],
  names: readonly Named[],
  roles: readonly { name: string; role: string }[],
): (Said & { role: string })[] {
  const given = new Map(roles.map(({ name, role }) => [name, role]))
  const roleOf = new Map(names.map(({ name, initials }) => [name, given.get(name) || initials]))
  // Those who only ever spoke once too often for the table still lose their names.
  const standIn = (name: string) => (name === '' ? '' : (roleOf.get(name) ?? (given.get(name) || initialsOf(name))))
  const replace = replacer([...roleOf])
  return said.map((each) => ({ ...each, speaker: '', role: standIn(each.speaker), text: replace(each.text) }))
}

function replacer(pairs: readonly (readonly [string, string])[]): (text: string) => string {
  const known = new Map<string, string>()
  for (const [name, role] of pairs) {
    known.set(name.toLowerCase(), role)
    // @Marta for Marta Reis, unless there are two of them.
    const start = `@${name.split(' ')[0] ?? ''}`.toLowerCase()
    known.set(start, known.has(start) && known.get(start) !== role ? (name.split(' ')[0] ?? '') : role)
  }
  // The longest first, so that Marta Reis is not taken for Marta.
  const words = [...known.keys()].filter((word) => word.length > 1).sort((a, b) => b.length - a.length)
  if (words.length === 0) return (text) => text
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(@?)(?:${words.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return (text) =>
    text.replace(
      pattern,
      (found, sign: string) =>
        known.get(found.toLowerCase()) ?? known.get(found.slice(sign.length).toLowerCase()) ?? found,
    )
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
