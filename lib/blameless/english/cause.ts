import type { Rule } from '../rule.ts'
import { pattern } from '../words.ts'

const telling = ['title', 'summary', 'factors', 'defences', 'response', 'lessons', 'external'] as const

/** How causes are put. */
export const cause: readonly Rule[] = [
  {
    ...{ id: 'the-root-cause', code: 'D01', category: 'cause', level: 'info', scopes: telling },
    pattern: pattern`\b(?:the|a single|only|one) (?:real |actual |true |ultimate |underlying |main )?root[- ]cause\b(?! (?:analysis|analyses|field|section|template|review))`,
    why: 'It suggests there is one. Several conditions had to be true together.',
    rewrite: ['the contributing factors', 'the trigger'],
    example: {
      before: 'The root cause was a full disk.',
      after: 'The trigger was a full disk; two conditions made it matter.',
    },
  },
  {
    ...{ id: 'sole-cause', code: 'D02', category: 'cause', level: 'suggest', scopes: telling },
    pattern: pattern`\b(?:sole|only|single|ultimate) (?:\w{1,20} )?(?:cause|reason|culprit)\b`,
    why: 'One reason is where somebody stopped asking. What else had to be true?',
    rewrite: ['one of the conditions'],
    example: { before: 'The sole cause was the new regex.', after: 'One of the conditions was the new regex.' },
  },
  {
    ...{ id: 'label-as-cause', code: 'D03', category: 'cause', level: 'flag', scopes: ['summary', 'factors'] },
    check: 'label',
    pattern: pattern`\b(?:root cause|cause|caused by|due to):? (?:an? )?(?:bug|typo|config(?:uration)? (?:change|error|issue)|network issue|unknown|TBD|misconfiguration|software issue|hardware (?:issue|failure))(?=[.!]?$)`,
    why: 'A label is not a mechanism. Name the condition, how it led to the next step, and what shows it.',
    rewrite: ['when …, then …; … shows it'],
    example: {
      before: 'Root cause: a typo',
      after: 'A name one letter off matched another pool; the tool lists matches only after it applied them.',
    },
  },
  {
    ...{ id: 'one-factor', code: 'D04', category: 'cause', level: 'suggest', scopes: ['factors'] },
    check: 'one-factor',
    why: 'In a SEV1 or SEV2 several things had to be true together.',
    rewrite: [],
    example: { before: 'One factor alone.', after: 'What else had to be true for this to hurt?' },
  },
  {
    ...{ id: 'ends-in-person', code: 'D05', category: 'cause', level: 'flag', scopes: ['factors', 'defences'] },
    check: 'ends-in-person',
    why: 'The last “why” ends in a person, so the branch is unfinished. What made that step sensible?',
    rewrite: [],
    example: {
      before: 'Why? The engineer forgot to update it.',
      after: 'Why? The list is copied by hand into three places.',
    },
  },
  {
    ...{
      id: 'agentless-decision',
      code: 'D06',
      category: 'cause',
      level: 'info',
      scopes: ['summary', 'timeline', 'factors', 'defences', 'response', 'lessons'],
    },
    pattern: pattern`\bit (?:was|had been|has been) (?:decided|agreed|assumed|felt|believed|thought|deemed|considered)\b`,
    why: 'The reasoning is hidden. Which role decided, knowing what?',
    rewrite: ['the incident lead decided, knowing …,', '… expected, because …,'],
    example: {
      before: 'It was decided to fail over.',
      after: 'The incident lead decided to fail over, seeing 40 % errors in one region.',
    },
  },
  {
    ...{
      id: 'anthropomorphic',
      code: 'D07',
      category: 'cause',
      level: 'info',
      scopes: ['summary', 'timeline', 'factors', 'defences', 'response', 'lessons', 'external'],
    },
    pattern: pattern`\b(?:the |a |an |our )(?:[\w-]{1,20} ){0,2}(?:job|service|system|script|tool|process|controller|scheduler|automation|proxy|server|client|code|query|pipeline|deploy|deployment|config|configuration|check|worker|daemon|agent|software|monitor|cache|resolver|router|balancer|autoscaler)s? (?:had |has |was |were )?(?:mistakenly|wrongly|erroneously)\b`,
    why: 'Software does what it was built to do. What does it do, and what was it meant to do?',
    rewrite: ['… does …; it was meant to …'],
    example: {
      before: 'The job mistakenly deleted live rows.',
      after: 'The job deletes rows older than its own clock; the clock was a day ahead.',
    },
  },
  {
    ...{
      id: 'non-cause',
      code: 'D08',
      category: 'cause',
      level: 'suggest',
      scopes: ['title', 'summary', 'factors', 'defences', 'response', 'lessons', 'external'],
    },
    pattern: pattern`\b(?:for (?:some|unknown|whatever) reasons?|somehow|mysteriously|inexplicably|glitch(?:es|ed|y)?|hiccups?|blips?|gremlins?)\b`,
    why: 'A gap dressed as an event. Say that it is not known and what would settle it.',
    rewrite: ['it is not known why; … would settle it', 'an error of … seconds'],
    example: {
      before: 'Somehow the flag was on in Oslo.',
      after: 'It is not known why the flag was on in Oslo; the audit log of 3 May would settle it.',
    },
  },
]
