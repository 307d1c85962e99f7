/**
 * Patterns see one block of text at a time: white space is one space, markup is gone, and code, links and quotations are
 * one placeholder each. A straight apostrophe in a pattern stands for both kinds,
 * so it may not stand inside a class.
 *
 * Every quantifier has an upper bound and none stands inside another that is large, so that a search takes time in
 * proportion to the text. A test reads every pattern and holds it to that.
 */
export function pattern(strings: TemplateStringsArray, ...parts: string[]): RegExp {
  return new RegExp(exact(strings, ...parts), 'gi')
}

export const exact = (strings: TemplateStringsArray, ...parts: string[]): string =>
  String.raw({ raw: strings.raw.map((text) => text.replaceAll("'", "['’]")) }, ...parts)

/** People by role. Vendors and providers are not here: most sentences about them are about their systems. */
export const ROLE = exact`(?:(?<!(?:cert|certificate|traffic|package|secrets?|session|connection|key|window|task|resource|queue|config|lock|cluster|device|memory|job|state|release)[ -])managers?|(?<!(?:kubernetes|prometheus|database|mesh|the \w{1,20})[ -])operators?|(?<!ocsp )responders?|engineers?|developers?|sres?|dbas?|admins?|administrators?|sysadmins?|technicians?|contractors?|employees?|on-?calls?|teams?|team members?|staff|personnel|authors?|reviewers?|approvers?|colleagues?|interns?|crew|someone|somebody|nobody|no[- ]one|everyone|he|she|they|we|i(?![./])|you)\b(?!-)`

/** Up to three of the words that stand between a person and what they did. */
export const ADV = String.raw`(?: (?:had|has|have|also|then|just|again|later|\w{1,20}ly)){0,3}`

/** Within one clause. */
export const GAP = '[^.;:|?!]{0,70}?'

export const PARTICIPLE = String.raw`(?:been|\w{2,20}ed|known|seen|caught|done|made|taken|given|gone|run|sent|kept|held|found|begun|broken|chosen|fallen|forgotten|got|gotten|hidden|hit|led|left|lost|met|paid|put|set|shown|shut|spent|thought|told|understood|withdrawn|written|built|brought|rolled|come|become|stood|stuck|read|split|spread)\b`

/** “They” after one of these are machines. */
const MACHINES =
  '(?:nodes?|servers?|hosts?|pods?|workers?|services?|clients?|requests?|routers?|probes?|checks?|replicas?|instances?|containers?|processes|jobs?|proxies|resolvers?|machines?|connections?|certificates?|caches?|sessions?|alerts?|tests?|records?|links?|devices?|clusters?|regions?|sites?)'

export const theyAreMachines = new RegExp(String.raw`\b${MACHINES}\b[^.]{0,90}\bthey\b`, 'i')
