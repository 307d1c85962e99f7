import type { Rule } from '../rule.ts'
import { exact, GAP, PARTICIPLE, pattern, ROLE } from '../words.ts'

const HELPED = exact`(?:avoided|prevented|caught|detected|found|stopped|mitigated|helped|averted|noticed|spotted|shortened|reduced|limited|contained|saved)`

/** A world that did not happen. */
export const counterfactual: readonly Rule[] = [
  {
    ...{ id: 'should-have', code: 'B01', category: 'counterfactual', level: 'flag', scopes: 'all' },
    pattern: pattern`\b(?:(?:shouldn't|should|ought(?: not)? to)(?: not)?(?: \w{1,20}ly)? have (?:not )?(?:\w{1,20}ly )?${PARTICIPLE}|should've\b)`,
    why: 'It describes a world that did not happen. What was required or visible at the time?',
    rewrite: ['at the time … was not required, because …', 'at the time … was not visible, because …'],
    example: {
      before: 'The alert should have been wired to the pager.',
      after: 'At the time, alerts of tier 2 went to a channel only.',
    },
  },
  {
    ...{ id: 'could-have', code: 'B02', category: 'counterfactual', level: 'suggest' },
    scopes: ['title', 'summary', 'timeline', 'factors', 'defences', 'response', 'lessons', 'external'],
    pattern: pattern`\b(?:could|might)(?:n't| not)?(?: easily| possibly| probably| well)? have (?:been )?(?:easily |possibly |probably )?${HELPED}\b`,
    why: 'Good as a question, weak as a finding. It belongs among the action items, or where luck is told.',
    rewrite: ['an action item tests whether … limits this', '… was not in place'],
    example: { before: 'A canary could have caught this.', after: 'There was no canary for this kind of site.' },
  },
  {
    ...{ id: 'would-have', code: 'B03', category: 'counterfactual', level: 'suggest' },
    scopes: ['title', 'summary', 'timeline', 'factors', 'response', 'lessons', 'external'],
    pattern: pattern`\bwould(?:n't| not)? have (?:been )?(?:easily |never |likely |probably )?(?:${HELPED}|occurred|happened|worked|been fine)\b`,
    unless: /\b(?:test(?:ed|s)?|replay(?:ed|s)?|measured|re-?ran|re-?run|rehearsed|simulat\w{1,6})\b/i,
    why: 'A claim that can be tested. Test it, or leave it as a question.',
    rewrite: ['Test: run it again with … on', 'we have not tested whether …'],
    example: {
      before: 'A second reviewer would have caught it.',
      after: 'Test: show the same diff to three reviewers who do not know.',
    },
  },
  {
    ...{ id: 'if-only', code: 'B04', category: 'counterfactual', level: 'flag', scopes: 'all' },
    pattern: pattern`(?:\bif only\b|(?<=^|[.!?] )had (?:we|the|they|he|she|someone|anyone|this|that|it) (?=\w)|\bif (?:we|they|he|she|someone|anyone|the (?:[\w-]{1,20} )?(?:engineer|operator|team|responder|reviewer|author)s?) had (?:\w{1,20} )?${PARTICIPLE}${GAP}\bwould\b)`,
    unless: /\bif only (?:one|some|a|two|part|half|\d{1,3}|the (?:first|last))\b/i,
    why: 'What would have been cannot be known. What was there, and what did it look like?',
    rewrite: ['at the time …', 'nothing … before …'],
    example: {
      before: 'If only the runbook had been read.',
      after: 'The runbook is found by service name; the alert names the host.',
    },
  },
  {
    ...{ id: 'preventable', code: 'B05', category: 'counterfactual', level: 'suggest', scopes: 'all' },
    pattern: pattern`\b(?:(?:easily|entirely|completely|wholly|perfectly) )?(?:avoidable|preventable|unavoidable|inevitabl[ey]|unpreventable)\b`,
    why: 'A verdict. Which control would it take, and what would that cost?',
    rewrite: ['a control that … costs …'],
    example: {
      before: 'This was entirely preventable.',
      after: 'A limit per tenant prevents it; it costs one lookup a request.',
    },
  },
  {
    ...{ id: 'was-supposed-to', code: 'B06', category: 'counterfactual', level: 'suggest', scopes: 'all' },
    pattern: pattern`\b(?<who>${ROLE}) (?:was|were) (?:supposed|meant|expected|required) to\b`,
    why: 'A rule looked up afterwards. Where was that expectation written, and who sees it there?',
    rewrite: ['the expectation that … is written in …'],
    example: {
      before: 'The engineer was supposed to tell the NOC.',
      after: 'That the NOC is told stands in step 9 of a page last opened in March.',
    },
  },
  {
    ...{ id: 'negated-act', code: 'B07', category: 'counterfactual', level: 'suggest', scopes: 'all' },
    pattern: pattern`\b(?<who>${ROLE}) (?:did not|didn't) (?:\w{1,20}ly )?(?:initiate|perform|execute|roll(?: it| this| the \w{1,20})? back|declare|act\b|respond|intervene|engage|stop|start)\b`,
    why: 'Non-events leave no evidence. Tell what was going on instead.',
    rewrite: ['$<who> was …', 'until …, … pointed to …'],
    example: {
      before: 'We did not roll back until 14:20.',
      after: 'Until 14:20 the graphs pointed to the origin; we were moving its traffic.',
    },
  },
]
