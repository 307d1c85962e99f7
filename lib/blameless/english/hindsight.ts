import type { Rule } from '../rule.ts'
import { ADV, GAP, pattern, ROLE, theyAreMachines } from '../words.ts'

/** Judged by what is known today. */
export const hindsight: readonly Rule[] = [
  {
    ...{ id: 'obvious', code: 'C01', category: 'hindsight', level: 'suggest', scopes: 'all' },
    pattern: pattern`(?<!\b(?:not|nothing|no|anything|without|never|less|more|as|isn't|wasn't|how|how) )\b(?:obvious(?:ly)?|clearly(?! (?:marked|labell?ed|named|separated|defined|visible|shown|stated|documented|distinguish\w{0,5}))|of course|evidently|self-evident(?:ly)?|needless to say|common sense|no-?brainer|as everyone knows|as we all know)\b`,
    unless: /\b(?:not|nothing|isn't|isn’t|wasn't|wasn’t) (?:\w{1,20} ){0,2}(?:obvious|evident)/i,
    why: 'It is obvious only now. Say what was shown where.',
    rewrite: ['', 'the … showed …'],
    example: { before: 'The leak was obviously in the parser.', after: 'The heap profile of 14:10 showed the parser.' },
  },
  {
    ...{ id: 'simply', code: 'C02', category: 'hindsight', level: 'info', scopes: 'all' },
    pattern: pattern`(?<!\b(?:not|non|far from|nor|never|cannot be|isn't|than) |-)\b(?:simply|merely|trivial(?:ly)?|all (?:you|we|they) (?:had|have) to do)\b`,
    why: 'It shrinks what was hard at the time.',
    rewrite: [''],
    example: { before: 'We simply drained the site.', after: 'We drained the site.' },
  },
  {
    ...{ id: 'in-hindsight', code: 'C03', category: 'hindsight', level: 'info', scopes: 'all' },
    pattern: pattern`\b(?:in hindsight|in retrospect|looking back|with (?:the benefit of )?hindsight)\b`,
    unless: /\b(?:today we know|then we saw|at the time|reflection)\b/i,
    why: 'Fine as a labelled reflection. Keep apart what is known today and what was seen then.',
    rewrite: ['today we know …; then we saw …'],
    example: {
      before: 'In hindsight the spike was the start.',
      after: 'Today we know the spike was the start; then it looked like the nightly import.',
    },
  },
  {
    ...{ id: 'warning-signs', code: 'C04', category: 'hindsight', level: 'flag', scopes: 'all' },
    pattern: pattern`\b(?:(?:early )?warning(?: sign)?s?|red flags?|warning signals?) (?:that )?(?:had |have )?(?:been |were |was |went |got )(?:\w{1,20} )?(?:missed|ignored|overlooked|unnoticed|disregarded|dismissed|unheeded)\b`,
    why: 'Signs are signs after the event. List the signal, how often it comes without harm, and who receives it.',
    rewrite: ['the signal … came … times a week and went to …'],
    example: {
      before: 'Warning signs were ignored.',
      after: 'The disk warning comes about 30 times a week and goes to a shared mailbox.',
    },
  },
  {
    ...{
      id: 'too-late',
      code: 'C05',
      category: 'hindsight',
      level: 'suggest',
      scopes: ['title', 'summary', 'timeline', 'factors', 'defences', 'response', 'lessons', 'external'],
    },
    pattern: pattern`\b(?:unacceptabl[ey]|inexcusabl[ey]|(?:${ROLE}|response|reaction|escalation|detection|mitigation|rollback|declaration|communication|diagnosis|acknowledge?ment|paging|recovery)\b${GAP}\btoo (?:late|slow(?:ly)?|long))\b`,
    why: 'A verdict. Minutes against a target let the reader judge.',
    rewrite: ['took … minutes; the target is …'],
    example: {
      before: 'The escalation came too late.',
      after: 'The escalation came after 31 minutes; the target is 10.',
    },
  },
  {
    ...{ id: 'normative-adjective', code: 'C06', category: 'hindsight', level: 'suggest', scopes: 'all' },
    pattern: pattern`\b(?:inappropriate|improper|inadequate|poor|bad|insufficient|flawed|sub-?par|lax|weak) (?:\w{1,20} )?(?:judge?ment|decisions?|practices?|planning|testing|communications?|strategy|process(?:es)?|monitoring|documentation|hygiene|oversight|discipline|design|reviews?)\b|\b(?:inappropriately|improperly|inadequately|insufficiently|poorly) (?:judged|decided|planned|tested|communicated|designed|reviewed|documented|managed|handled|monitored|written|executed)\b`,
    why: 'It measures against a standard that is not stated. State it, and what was observed.',
    rewrite: ['… is expected to …; it …'],
    example: {
      before: 'Insufficient testing let it through.',
      after: 'The suite covers 3 of 9 hardware generations; this one was not among them.',
    },
  },
  {
    ...{ id: 'violated-procedure', code: 'C07', category: 'hindsight', level: 'flag', scopes: 'all' },
    pattern: pattern`\b(?:violat(?:ed|ing|es)|breach(?:ed|ing)|deviat(?:ed|ing) from|circumvent(?:ed|ing)|disregard(?:ed|ing)|(?:did not|didn't|failed to|not) (?:comply(?:ing)? with|adher(?:e|ing) to|follow(?:ing|ed)?))\b${GAP}\b(?:polic(?:y|ies)|procedures?|process(?:es)?|runbooks?|standards?|protocols?|checklists?|guidelines?|rules)\b`,
    unless:
      /\b(?:slo|sla|constraint|csp|content security policy|network polic|schema|foreign key|deadline|(?:request|response|packet|client|header|zone)s? violat)/i,
    why: 'Work as written and work as done differ everywhere. How do they differ here, and why?',
    rewrite: ['the written step … and usual practice differ, because …'],
    example: {
      before: 'The change violated the freeze policy.',
      after: 'The freeze is announced by mail; the deploy tool does not know it.',
    },
  },
  {
    ...{ id: 'best-practice', code: 'C08', category: 'hindsight', level: 'suggest', scopes: 'all' },
    pattern: pattern`\b(?:against (?:\w{1,20} )?best practices?|best practices? (?:dictates?|requires?|demands?|says?|is to|would)|(?:not |didn't )?follow(?:ing|ed)? (?:\w{1,20} )?best practices?|industry standard practice)\b`,
    why: 'An appeal to authority. Which risk is meant?',
    rewrite: ['this risks …, because …'],
    example: {
      before: 'This goes against best practices.',
      after: 'This risks an empty pool, because both checks use one probe.',
    },
  },
  {
    ...{ id: 'drama', code: 'C09', category: 'hindsight', level: 'suggest', scopes: 'all' },
    pattern: pattern`\b(?:disastrous(?:ly)?|nightmares?|horribl[ey]|terribl[ey]|ridiculous(?:ly)?|insane(?:ly)?|debacle|fiasco|embarrass(?:ing|ingly|ed|ment)|shameful(?:ly)?|catastrophic(?! backtracking)(?:ally)?|appalling|a mess)\b`,
    why: 'Heat, not information. A number says how bad it was.',
    rewrite: ['', '… requests in … minutes'],
    example: { before: 'The failover was a nightmare.', after: 'The failover took 52 minutes and three attempts.' },
  },
  {
    ...{ id: 'hero', code: 'C10', category: 'hindsight', level: 'info', scopes: 'all' },
    pattern: pattern`\b(?:heroic(?:s|ally)?|saved the day|single-?handed(?:ly)?|superhuman|heroes|hero (?:effort|of))\b`,
    why: 'The mirror image of blame: it hides that recovery hung on one person.',
    rewrite: ['recovery depended on knowledge held by one role'],
    example: { before: 'The DBA saved the day.', after: 'Recovery depended on a command that one person knew.' },
  },
  {
    ...{ id: 'state-of-mind', code: 'C11', category: 'hindsight', level: 'suggest', scopes: 'all' },
    pattern: pattern`\b(?<who>${ROLE})${ADV} (?:was |were |got |became |being )?(?:\w{1,20}ly |too |very |so )?(?:distracted|tired|exhausted|rushed|rushing|panick(?:ed|ing)|panicky|stressed|confused|overwhelmed|sleepy|in a hurry)\b`,
    unless: theyAreMachines,
    why: 'A state of mind is not a cause. Shift length, number of pages and the deadline are facts.',
    rewrite: ['$<who> was in hour … of the shift, with … pages open'],
    example: {
      before: 'The engineer was tired.',
      after: 'It was hour 14 of the shift, with six pages in the last hour.',
    },
  },
]
