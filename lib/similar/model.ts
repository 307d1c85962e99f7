import { serviceRoles } from '#lib/incidents/model.ts'
import { type relationKinds, triggerKinds } from '#lib/incidents/vocabulary.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'

/**
 * Whether something was seen before: an earlier incident is similar for reasons a person can check, and only for those.
 * What weighs is what was written down as a fact (mechanism, service, trigger) and what cannot be a coincidence (the same
 * error string, alert or configuration key); words alone, of titles or of texts, never suffice.
 */
export type Features = {
  mechanisms: readonly string[]
  services: readonly { slug: string; name: string; role: keyof typeof serviceRoles }[]
  trigger: keyof typeof triggerKinds | null
}

/** What the index knows two records to share: identifiers anywhere in them, words of their titles, and rare words of their texts. */
export type Shared = { identifiers: readonly string[]; words: readonly string[]; spoken: readonly string[] }

export type Likeness = { score: number; because: string[]; suggests: Suggested }
export type Suggested = Extract<keyof typeof relationKinds, 'repeat_of' | 'same_mechanism' | 'similar'>

/** One shared mechanism, or one shared service and something beside it. */
export const ENOUGH = 2

const MECHANISM = 2
/** Large services are hit by many things; it tells more that it began there, and most that it did both times. */
const SERVICE = 0.5
const ORIGIN = 0.5
/** Most incidents begin with one of two or three triggers, so this tells little by itself. */
const TRIGGER = 0.5
const IDENTIFIER = 1.5
const FURTHER_IDENTIFIER = 0.5
const WORD = 0.5
const WORDS_MAX = 1.5
/** More of either are a wall of text in a panel. */
const NAMED_MAX = 3
const WORDS_SHOWN = 5
/** One or two rare words that two texts hold are a coincidence. */
const SPOKEN_MIN = 3
const SPOKEN = 0.25

export function likeness(one: Features, other: Features, { identifiers, words, spoken: said }: Shared): Likeness {
  const mechanisms = one.mechanisms.filter((code) => other.mechanisms.includes(code))
  const services = one.services.flatMap((service) => {
    const there = other.services.find(({ slug }) => slug === service.slug)
    return there ? [{ ...service, there: there.role }] : []
  })
  const began = services.map(({ role, there }) => [role, there].filter((part) => part === 'origin').length)
  const trigger = one.trigger && one.trigger === other.trigger && one.trigger !== 'unknown' ? one.trigger : null
  // A piece of a longer one that both hold says the same once more.
  const named = identifiers
    .filter((one) => !identifiers.some((other) => other !== one && other.includes(one)))
    .slice(0, NAMED_MAX)
  const spoken = said.filter((word) => !words.includes(word))
  // Beside a title that is alike already they would add nothing.
  const weighing = spoken.length >= SPOKEN_MIN && WORD * words.length < WORDS_MAX ? spoken : []
  return {
    score:
      MECHANISM * mechanisms.length +
      SERVICE * services.length +
      ORIGIN * began.reduce((sum, times) => sum + times, 0) +
      (trigger ? TRIGGER : 0) +
      (named.length > 0 ? IDENTIFIER + FURTHER_IDENTIFIER * (named.length - 1) : 0) +
      Math.min(WORDS_MAX, WORD * words.length + SPOKEN * weighing.length),
    because: [
      ...mechanisms.map((code) => `Same mechanism: ${findMechanism(code)?.name ?? code}`),
      ...services.map(({ name, role, there }) => `Same service: ${name} (${roles(role, there)})`),
      ...(trigger ? [`Same trigger: ${triggerKinds[trigger].toLowerCase()}`] : []),
      ...(named.length > 0 ? [`Both name ${named.join(', ')}`] : []),
      ...(words.length > 0 ? [`Words of the title: ${words.slice(0, WORDS_SHOWN).join(', ')}`] : []),
      ...(weighing.length > 0 ? [`Both speak of ${weighing.slice(0, WORDS_SHOWN).join(', ')}`] : []),
    ],
    suggests:
      mechanisms.length === 0
        ? 'similar'
        : began.includes(2) && (trigger || named.length > 0)
          ? 'repeat_of'
          : 'same_mechanism',
  }
}

const roles = (here: keyof typeof serviceRoles, there: keyof typeof serviceRoles): string =>
  here === there
    ? `${serviceRoles[here].toLowerCase()} both times`
    : `${serviceRoles[here].toLowerCase()} here, ${serviceRoles[there].toLowerCase()} there`

/** An identifier that half of the candidates hold is a house word (a host, a dashboard) and tells none of them apart. */
export function telling<T extends Shared>(candidates: readonly T[]): T[] {
  const most = Math.max(COMMON_MIN, candidates.length * COMMON_SHARE)
  const held = new Map<string, number>()
  for (const { identifiers } of candidates)
    for (const identifier of identifiers) held.set(identifier, (held.get(identifier) ?? 0) + 1)
  return candidates.map((candidate) => ({
    ...candidate,
    identifiers: candidate.identifiers.filter((identifier) => (held.get(identifier) ?? 0) <= most),
  }))
}

/** Among few candidates even a rare one may stand in three. */
const COMMON_MIN = 3
const COMMON_SHARE = 0.2

/** Words that may tell a text apart. Five letters: shorter ones are mostly joints of a sentence. */
export const longWords = (text: string, most: number): string[] =>
  [...new Set(text.toLowerCase().match(/[\p{L}\p{N}-]{5,}/gu) ?? [])].slice(0, most)
