export type Found = { start: number; end: number }

/**
 * People of the organisation named in a text. Full names count everywhere; a given name alone only when it is not also
 * a word, because “Will”, “Mark” and “Grace” begin sentences too. Entries with an @ are handles.
 */
export function findNames(text: string, names: readonly string[]): Found[] {
  const known = lookup(names)
  const found: Found[] = []
  for (const match of text.matchAll(/@?\p{L}[\p{L}\p{M}'’.-]{0,60}/gu)) {
    const word = bare(match[0])
    if (found.some(({ end }) => end > match.index)) continue
    const whole = known.whole
      .get(word)
      ?.find((name) => text.startsWith(name, match.index) && ends(text, match.index + name.length))
    if (whole) found.push({ start: match.index, end: match.index + whole.length })
    else if (known.given.has(word)) found.push({ start: match.index, end: match.index + word.length })
  }
  // Chinese and Japanese names stand inside the sentence, without spaces.
  for (const name of known.inside) {
    const start = text.indexOf(name)
    if (start >= 0) found.push({ start, end: start + name.length })
  }
  return found
}

type Lookup = { whole: Map<string, string[]>; given: Set<string>; inside: string[] }
const lookups = new WeakMap<readonly string[], Lookup>()

function lookup(names: readonly string[]): Lookup {
  const known = lookups.get(names)
  if (known) return known
  const made: Lookup = { whole: new Map(), given: new Set(), inside: [] }
  for (const name of names.map((entry) => entry.trim()).filter((entry) => entry.length >= 2)) {
    if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(name)) made.inside.push(name)
    else add(made, name)
  }
  for (const list of made.whole.values()) list.sort((one, other) => other.length - one.length)
  lookups.set(names, made)
  return made
}

function add({ whole, given }: Lookup, name: string): void {
  const [first = '', ...rest] = name.split(/\s+/)
  if (rest.length === 0 && !name.startsWith('@') && WORDS.has(name.toLowerCase())) return
  whole.set(first, [...(whole.get(first) ?? []), name])
  if (first.length >= 3 && !first.startsWith('@') && !WORDS.has(first.toLowerCase())) given.add(first)
}

const bare = (word: string) => word.replace(/(?:['’]s?|[.-])+$/, '')
const ends = (text: string, at: number) => !/[\p{L}\p{N}]/u.test(text[at] ?? ' ')

/** Given names that are also words, tools or places in our sentences. */
const WORDS = new Set(
  'will mark grace rob drew hope max may june april august art bill chase dawn faith frank gene grant jack joy pat ray rich rose sky summer sue victor viola autumn page dean miles cliff guy penny ruby crystal jasmine jade julia lance nick norm otto paris pierce reed river robin sandy skip sterling stone wade ward ada amber archer ash bay blaze bob brook carol charity chip christian clay colt cooper dale dash eve fern flora forest ginger glen harmony harper hazel heath holly hunter iris ivy jay jean jerry jewel john josh jordan kit lane laurel lily logan mason mercy mike missy myrtle olive patience pearl peg piper porter poppy prudence randy rusty sage sally scout shell stew storm tad trace tracy trinity trip tucker turner violet warren wren young'.split(
    ' ',
  ),
)
