import type { Rule } from '../rule.ts'
import { pattern } from '../words.ts'

const items = ['actions'] as const
const ahead = ['actions', 'lessons'] as const

/** Action items and lessons: what cannot be finished, and care where a control belongs. */
export const itemRules: readonly Rule[] = [
  {
    ...{
      id: 'be-careful',
      code: 'F01',
      category: 'items',
      level: 'flag',
      scopes: ['actions', 'lessons', 'factors', 'response'],
    },
    pattern: pattern`\b(?:be (?:(?:more|extra|very) )?(?:careful|cautious|vigilant|mindful|diligent|attentive)|be more aware|(?:pay|take|exercise|use) (?:more |extra |greater |closer |special )(?:attention|care|caution)|(?:always |must |should |to |and |please )double[- ]check|^double[- ]check|remember to|remind (?:everyone|engineers|the team|people|responders|operators|all|developers))\b`,
    why: 'Care is not a control: it is used up at 03:00. What could the machine check?',
    rewrite: ['the tool refuses … unless …', 'CI fails when …'],
    example: {
      before: 'Be more careful with drains.',
      after: 'The drain tool refuses a selector that matches more than two sites.',
    },
  },
  {
    ...{ id: 'soft-verb', code: 'F02', category: 'items', level: 'suggest', scopes: items },
    pattern: pattern`^(?:look (?:in)?to|investigate|consider|explore|discuss|evaluate|assess|review(?= (?:the|our|all|how|whether|if|existing|current|every)\b)|think about|figure out|see if|reach out|revisit|follow[- ]up)\b`,
    unless:
      /\b(?:by|until|before) (?:\d|(?:mon|tues|wednes|thurs|fri|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|q[1-4])\w{0,6})|\b(?:ADR|decide|decision|and (?:write|document|record|report|publish)|write up|with a (?:report|decision|list))\b/i,
    why: 'It has no end. What will lie on the table when it is done, and by when?',
    rewrite: ['Decide by … whether …, and write it down'],
    example: {
      before: 'Investigate retry storms',
      after: 'Decide by 3 June whether retries get a budget, and write an ADR',
    },
  },
  {
    ...{ id: 'comparative-verb', code: 'F03', category: 'items', level: 'suggest', scopes: items },
    pattern: pattern`^(?:improve|better|more|enhance|strengthen|optimi[sz]e|harden|increase|reduce|streamline|clean up|refine|modernis?z?e)\b`,
    unless: /\d/,
    why: 'It is never finished: more is always possible. From what to what, measured how?',
    rewrite: ['Bring … from … to …, measured by …'],
    example: {
      before: 'Improve failover time',
      after: 'Bring failover from 9 minutes to 2, measured in the monthly drill',
    },
  },
  {
    ...{ id: 'add-monitoring', code: 'F04', category: 'items', level: 'flag', scopes: ahead },
    pattern: pattern`\b(?:add|improve|better|more|increase|need|enhance) (?:better |more |our |the |additional |improved )?(?:monitoring|alerting|alerts?|logging|dashboards?|observability|tests?|testing|documentation|docs|metrics)(?=[.!]?$)`,
    why: 'A whole category. Which signal, which threshold, who gets it, what do they do then?',
    rewrite: ['Page … when … exceeds … for … minutes; the runbook is …'],
    example: { before: 'Add monitoring', after: 'Page traffic on call when queue age exceeds 60 s for 5 minutes' },
  },
  {
    ...{ id: 'train-people', code: 'F05', category: 'items', level: 'suggest', scopes: ahead },
    pattern: pattern`\b(?:train(?! (?:a|the) model)|educate|teach|coach|retrain)(?: (?:the|our|all|every|more|new))?(?: [\w-]{1,20})? (?:teams?|engineers?|users|operators?|responders?|developers?|staff|people|on-?calls?|everyone|reviewers)\b|\b(?:training|awareness) (?:sessions?|for (?:the|all|our))\b`,
    unless:
      /\b(?:and|plus|with) (?:add |show |block |refuse |limit )?(?:a |the )?(?:guard|check|limit|tool|refus|block)/i,
    why: 'Training fades and people change. Pair it with a guard rail.',
    rewrite: ['the tool shows … before …'],
    example: {
      before: 'Train the team on drains',
      after: 'The drain tool shows the traffic each site will get before it asks',
    },
  },
  {
    ...{ id: 'modal', code: 'F06', category: 'items', level: 'suggest', scopes: items },
    pattern: pattern`(?:^(?:we|the team|someone|teams|engineers) (?:should|could|might|need to|must)|\b(?:we need to|ideally|if possible|at some point|in the (?:near )?future|when time permits|nice to have|would be (?:good|nice) to|eventually)\b)`,
    why: 'A wish. An imperative verb makes it a thing to do.',
    rewrite: ['', 'Limit …', 'Show …'],
    example: { before: 'We should shard the table at some point', after: 'Shard the table by tenant' },
  },
  {
    ...{ id: 'open-ended', code: 'F07', category: 'items', level: 'suggest', scopes: ahead },
    pattern: pattern`\b(?:ongoing|as (?:needed|necessary|required)|going forward|where(?:ver)? (?:possible|appropriate|feasible|applicable)|(?<![/.])etc\b(?!/)\.?|TBD|to be (?:determined|decided)|and so on)`,
    why: 'It cannot finish. Which ones?',
    rewrite: ['for …, … and …', ''],
    example: { before: 'Add limits where appropriate', after: 'Add limits to the purge, drain and certificate APIs' },
  },
  {
    ...{ id: 'no-owner', code: 'F08', category: 'items', level: 'flag', scopes: items },
    check: 'owner',
    why: 'What everyone owns waits for somebody else. One person, and their team.',
    rewrite: [],
    example: { before: 'Owner: platform-team@', after: 'Owner: one person of the platform team' },
  },
  {
    ...{ id: 'no-exit', code: 'F09', category: 'items', level: 'flag', scopes: items },
    check: 'exit',
    why: 'Nobody can tell when it is done. What can be shown then?',
    rewrite: ['Done when …'],
    example: { before: 'Done when: limits are added', after: 'Done when a purge of 10,001 keys is refused in staging' },
  },
  {
    ...{ id: 'compound', code: 'F10', category: 'items', level: 'info', scopes: items },
    check: 'compound',
    pattern: pattern`^(?:add|alert|block|build|change|create|delete|deploy|drop|enable|fail|fix|limit|make|measure|migrate|move|page|refuse|remove|rename|replace|reserve|run|send|set|show|split|stop|store|test|update|upgrade|use|write)\b[^.;]{3,120}? and (?:add|alert|block|build|change|create|delete|deploy|drop|enable|fix|limit|measure|migrate|move|page|refuse|remove|rename|replace|reserve|send|show|split|stop|store|test|update|upgrade|write)\b`,
    why: 'Two things in one item stay half done. Two items can be closed one by one.',
    rewrite: [],
    example: {
      before: 'Add a limit to purge and migrate the audit log',
      after: 'Two items: one for the limit, one for the log',
    },
  },
  {
    ...{ id: 'restated', code: 'F11', category: 'items', level: 'suggest', scopes: items },
    check: 'restated',
    why: 'An item like it exists already. Linking it shows that it came up twice.',
    rewrite: [],
    example: { before: 'Limit purge size', after: 'Link AI-12 “Limit the size of a purge”' },
  },
]
