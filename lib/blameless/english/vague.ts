import type { Rule } from '../rule.ts'
import { pattern } from '../words.ts'

/** Words where a reader needs a number, a time or a place. */
export const vague: readonly Rule[] = [
  {
    ...{
      id: 'vague-quantity',
      code: 'E01',
      category: 'vague',
      level: 'suggest',
      scopes: ['title', 'summary', 'external'],
    },
    pattern: pattern`(?<!at )\b(?:some|several|many|most|a lot of|lots of|a few|a handful of|a (?:small|large|significant) (?:number|amount|share|portion|percentage|fraction) of|various|numerous|a subset of|significant|the (?:vast )?majority of)(?: of)?(?: (?:our|the|their))? (?:\w{1,20} )?(?:customers?|users?|requests?|nodes?|sites?|traffic|errors?|servers?|regions?|tenants?|hosts?|calls?|orders?|sessions?|connections?|accounts?)\b`,
    why: 'Nobody can set a priority by it. A number, or a range and how it was found.',
    rewrite: ['… of … requests', 'between … and … customers (from …)'],
    example: {
      before: 'Some customers saw errors.',
      after: 'Between 300 and 420 customers saw errors (from access logs).',
    },
  },
  {
    ...{ id: 'vague-time', code: 'E02', category: 'vague', level: 'suggest', scopes: ['timeline', 'summary'] },
    pattern: pattern`\b(?:shortly (?:after|before|thereafter|afterwards)|for (?:a while|some time|a long time)|(?:a few|several|some) (?:minutes|hours|moments|seconds)(?: later| after)?|soon after(?:wards)?|eventually(?! consistent)|around (?:that|the same|this) time|a while later|at some point|some time later)\b`,
    why: 'A metric cannot rest on it. A time with its precision can: “about 14:20 (±5 min)”.',
    rewrite: ['at … UTC', '… minutes later'],
    example: { before: 'Shortly after, errors fell.', after: 'At 14:32 UTC errors fell.' },
  },
  {
    ...{
      id: 'hedge',
      code: 'E03',
      category: 'vague',
      level: 'info',
      scopes: ['summary', 'factors', 'defences', 'lessons', 'external'],
    },
    pattern: pattern`\b(?:seem(?:s|ed)? to|appear(?:s|ed)? to(?! (?:users?|customers?|clients?))|apparently|presumably|probably|we (?:think|believe|suspect)(?: that)?)\b`,
    unless: /\b(?:confidence|confirm(?:ed|s)?|would settle|not confirmed|hypothesis|unverified|evidence)\b/i,
    why: 'Fine when labelled. How sure, and what would confirm it?',
    rewrite: ['(likely; … would confirm it)'],
    example: {
      before: 'The cache probably held old keys.',
      after: 'The cache held old keys (likely; a dump of the standby would confirm it).',
    },
  },
  {
    ...{
      id: 'outage-word',
      code: 'E04',
      category: 'vague',
      level: 'suggest',
      scopes: ['title', 'summary', 'external'],
    },
    check: 'outage-word',
    pattern: pattern`\b(?:outages?|downtime|(?:was|were|went|is|are) (?:completely |fully )?down)\b(?! to\b)`,
    why: 'The facts say that most requests still worked. “Outage” overstates it.',
    rewrite: ['degraded service', 'errors for … % of requests'],
    example: { before: 'Outage of the API', after: 'Errors for 12 % of API requests' },
  },
  {
    ...{ id: 'minimiser', code: 'E05', category: 'vague', level: 'suggest', scopes: ['title', 'summary', 'external'] },
    pattern: pattern`\b(?:(?:only|just) (?:a )?(?:few|small|minor|handful)|minor (?:issues?|impact|disruptions?|problems?|incident)|minimal (?:impact|disruption)|brief(?:ly)?(?! (?:description|summary|overview))|negligible|small hiccup)\b`,
    why: 'Readers judge for themselves whether it was small. Give the number.',
    rewrite: ['… minutes', '… of … requests'],
    example: { before: 'Logins were briefly unavailable.', after: 'Logins were unavailable for 4 minutes.' },
  },
  {
    ...{ id: 'quickly', code: 'E06', category: 'vague', level: 'suggest', scopes: ['response', 'external'] },
    pattern: pattern`\b(?:quickly|promptly|immediately(?! (?:after|before|consistent))|swiftly|as soon as possible|in a timely manner|without delay|rapidly)\b`,
    unless:
      /\b(?:as (?:quickly|rapidly)|how (?:quickly|rapidly)|(?:grew|grows|rose|rises|fell|falls|filled|fills|spread|spreads|increas\w{1,4}) (?:quickly|rapidly))\b/i,
    why: 'Praise of ourselves, not a fact. Minutes are.',
    rewrite: ['within … minutes', ''],
    example: { before: 'We quickly restored service.', after: 'We restored service within 18 minutes.' },
  },
  {
    ...{ id: 'absolute', code: 'E07', category: 'vague', level: 'info', scopes: ['factors'] },
    pattern: pattern`(?<!\b(?:not|nearly|almost|and|does) )\b(?:always(?!-)|everything|everyone|everybody)\b(?! (?:else|except))`,
    why: 'Rarely true for all. For which services, since when?',
    rewrite: ['in … of … cases', 'since …'],
    example: {
      before: 'Deploys always skip the canary.',
      after: 'Deploys of generated files skip the canary since March.',
    },
  },
  {
    ...{ id: 'undefined-acronym', code: 'E08', category: 'vague', level: 'info', scopes: ['external'] },
    check: 'acronym',
    pattern: /\b[A-Z]{3,8}\b/g,
    why: 'Readers outside the team cannot expand it. Once, at its first use, is enough.',
    rewrite: ['… ($&)'],
    example: { before: 'The GSLB withdrew Oslo.', after: 'The global load balancer (GSLB) withdrew Oslo.' },
  },
  {
    ...{
      id: 'local-time',
      code: 'E09',
      category: 'vague',
      level: 'suggest',
      levelIn: { timeline: 'flag' },
      scopes: ['timeline', 'summary', 'external'],
    },
    pattern: pattern`\b(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?: ?[ap]\.?m\.?)? ?\(?(?:EST|CST|PST|MST|IST|BST|AST|local(?: time)?|CT|ET|PT)\b|\b(?:1[0-2]|[1-9])(?::[0-5]\d)? ?[ap]m\b(?! ?\(?(?:UTC|GMT))`,
    why: 'The abbreviation stands for several zones, or for none. Readers on three continents cannot place it.',
    rewrite: ['… UTC'],
    example: { before: 'At 3:10 pm IST the pool emptied.', after: 'At 09:40 UTC (15:10 in Mumbai) the pool emptied.' },
  },
]
