import type { Rule } from '../rule.ts'
import { ADV, GAP, pattern, ROLE, theyAreMachines } from '../words.ts'

const analysis = ['title', 'summary', 'factors', 'defences', 'lessons'] as const

/** A person stands where a condition belongs. */
export const person: readonly Rule[] = [
  {
    ...{ id: 'name-in-analysis', code: 'A01', category: 'person', level: 'flag', scopes: analysis },
    check: 'names',
    why: 'A name turns a condition into a culprit. The role says what a reader needs: what they could see and do.',
    rewrite: ['the on-call engineer', 'the author of the change', 'the incident lead'],
    example: {
      before: 'Ana restarted the wrong pool.',
      after: 'The on-call engineer restarted pool B; both prompts looked alike.',
    },
  },
  {
    ...{ id: 'human-error', code: 'A02', category: 'person', level: 'flag', scopes: 'all' },
    pattern: pattern`\b(?:(?:human|operator|pilot|engineer|admin)[ -]errors?|user error(?!s)|errors? (?:by|of) (?:an?|the) (?:operator|engineer|human|person))\b`,
    why: 'It ends the inquiry where it should start. What made the action sensible, and what let it through?',
    rewrite: ['the tool accepted … without showing …', 'the step … had no check'],
    example: {
      before: 'The cause was human error.',
      after: 'The tool accepted a region name without showing how many sites it covers.',
    },
  },
  {
    ...{ id: 'failed-to.person', code: 'A03', category: 'person', level: 'flag', scopes: 'all' },
    pattern: pattern`\b(?:(?<who>${ROLE})(?:${ADV} fail(?:ed|s|ing)? to| ${GAP}\bbut failed to)|(?<whose>${ROLE})'s? failure to)\b`,
    unless: theyAreMachines,
    why: 'It tells what did not happen and implies a duty. Tell what they did and what they could see.',
    rewrite: ['$<who> saw … and did …', 'nothing told $<who> that …'],
    example: {
      before: 'The engineer failed to check the diff.',
      after: 'The engineer saw a diff of three lines; the generated part is folded.',
    },
  },
  {
    ...{
      id: 'did-not.person',
      code: 'A04',
      category: 'person',
      level: 'suggest',
      levelIn: { factors: 'flag' },
      scopes: 'all',
    },
    pattern: pattern`\b(?<who>${ROLE})${ADV} (?:did not|didn't|had not|hadn't|never|neglected to|forgot to) (?:\w{1,20}ly )?(?:check|verif|test|notic|follow|read\b|review|reali[sz]e|escalat|updat|notif|validat|caught|catch|detect|underst|communicat|consider|look|document|confirm|inform|think|thought|ask)\w{0,8}`,
    unless: theyAreMachines,
    why: 'What did not happen left no evidence. What did they do instead, and what in the steps pointed there?',
    rewrite: ['nothing in the steps showed $<who> …', '$<who> looked at …, which showed …'],
    example: { before: 'We did not check the quota.', after: 'Nothing in the step list shows the quota.' },
  },
  {
    ...{ id: 'mistake.person', code: 'A05', category: 'person', level: 'flag', scopes: 'all' },
    pattern: pattern`\b(?:by mistake|fat[- ]finger(?:ed|ing|s)?|(?<who>${ROLE})\b(?: ${GAP}\b| )(?:mistaken(?:ly)?|mistakes?|erroneously|wrongly|incorrectly|botched|messed up|screwed up))\b`,
    unless: theyAreMachines,
    why: 'Whether it was a mistake is known only afterwards. Tell what was intended and why both choices looked alike.',
    rewrite: ['$<who> ran …, intending …', 'the prompts for … and … look the same'],
    example: {
      before: 'The operator mistakenly drained Madrid.',
      after: 'The operator ran the drain for “mad”, intending the test site; both match.',
    },
  },
  {
    ...{ id: 'misjudged', code: 'A06', category: 'person', level: 'flag', scopes: 'all' },
    pattern: pattern`\b(?<who>${ROLE})${ADV} (?:overlooked|missed(?! (?:the |a |an |our |their )?(?:meeting|call|deadline|heartbeat|train|page|standup))|misread|misjudged|misdiagnosed|misunderstood|misinterpreted|wrongly assumed|ignored)\b`,
    unless: theyAreMachines,
    why: 'Only hindsight makes a signal stand out. Where was it, among what else, and who gets it?',
    rewrite: ['the signal was on …, beside …', '$<who> saw … and read it as …, because …'],
    example: {
      before: 'The responders overlooked the alert.',
      after: 'The alert was one of 140 in that channel within ten minutes.',
    },
  },
  {
    ...{ id: 'assumed', code: 'A07', category: 'person', level: 'suggest', scopes: 'all' },
    pattern: pattern`\b(?<who>${ROLE})${ADV} (?:assumed|took (?:it )?for granted)\b`,
    unless: theyAreMachines,
    why: 'What people expected is good data. Say what made it reasonable.',
    rewrite: ['$<who> expected …, because …'],
    example: {
      before: 'We assumed the cache was warm.',
      after: 'We expected a warm cache, because the dashboard showed 96 % hits.',
    },
  },
  {
    ...{ id: 'caused-by-person', code: 'A08', category: 'person', level: 'flag', scopes: 'all' },
    pattern: pattern`\b(?:caused|triggered|introduced|broken) by (?:an?|the|our|one of our) (?:[\w-]{1,20} ){0,3}(?:engineer|developer|operator|sre|dba|admin|administrator|technician|contractor|employee|intern|colleague|person|team member|on-?call(?: engineer)?|reviewer)s?\b(?!'|-)`,
    why: 'A person is not a mechanism: whoever stands there next meets the same conditions.',
    rewrite: ['caused by a change that …', 'caused by …, which let one step …'],
    example: {
      before: 'It was caused by an engineer on the DNS team.',
      after: 'It was caused by a change that removed the fallback record.',
    },
  },
  {
    ...{ id: 'person-broke', code: 'A09', category: 'person', level: 'suggest', scopes: 'all' },
    pattern: pattern`\b(?<who>${ROLE})${ADV} (?:broke|killed|took down|brought down|wiped|nuked|knocked out|crashed)\b(?! (?:(?:the|a|this|that|our) )?(?:[\w-]{1,15} )?(?:dependency|lock|loop|tie|cycle|process|query|job|session|connection|ground|glass|pods?|queries|experiment|test))`,
    unless: theyAreMachines,
    why: 'The change did it, whoever sent it. With the change as subject, the next question is what let it through.',
    rewrite: ['the change removed …', 'the change stopped …'],
    example: { before: 'The engineer took down checkout.', after: 'The change removed the route that checkout uses.' },
  },
  {
    ...{ id: 'character', code: 'A10', category: 'person', level: 'flag', scopes: 'all' },
    pattern: pattern`\b(?:careless(?:ly|ness)?|negligen(?:t|ce|tly)|sloppy|sloppiness|lazy(?! (?:load|loading|evaluation|init|initiali[sz]ation|deletion|expiry|expiration|refresh|connect|import|free|quantifier|\w{1,20}ing\b))|laziness|reckless(?:ly)?|incompeten(?:t|ce)|stupid(?:ity)?|clueless|complacen(?:t|cy)|irresponsibl[ey]|inattenti(?:ve|on))\b`,
    why: 'A trait explains nothing that can be changed. Describe the load, the design and the time there was.',
    rewrite: ['', 'with … open pages and … minutes'],
    example: {
      before: 'A careless deploy went out on Friday.',
      after: 'The deploy went out on Friday; nothing held it back outside the hours with two people on call.',
    },
  },
  {
    ...{ id: 'blame-words', code: 'A11', category: 'person', level: 'suggest', scopes: 'all' },
    pattern: pattern`\b(?:(?<!git |no |without |svn |hg |assign )blam(?:e|ed|es|ing)(?! (?:annotation|view|output|layer|-?free))|at fault|culprits?|(?<!not )guilty|offenders?|whose fault|(?:his|her|their|your) fault)\b`,
    unless: /\b(?:top|heap|memory|query|slow|cpu|blameless|noisy[- ]neighbou?r)\b[^.]{0,30}\b(?:culprit|offender)/i,
    why: 'The frame of a courtroom. People who expect a verdict tell less.',
    rewrite: ['contributed', 'the component'],
    example: {
      before: 'The rollout was at fault.',
      after: 'The rollout contributed: it reached all sites within 40 seconds.',
    },
  },
  {
    ...{ id: 'seniority', code: 'A12', category: 'person', level: 'flag', scopes: 'all' },
    pattern: pattern`\b(?:(?:junior|inexperienced|newly hired|untrained|unskilled|green|rookie) (?:\w{1,20} )?(?:engineers?|developers?|operators?|sres?|admins?|staff|team members?|responders?|colleagues?|technicians?|employees?)|(?:a|the|our|by an?) (?:new hire|intern|newcomer|trainee))\b`,
    why: 'It tells who, not why. The same access and guard rails would have met anyone.',
    rewrite: ['the engineer, with the same access and guard rails as everyone,'],
    example: {
      before: 'A junior engineer ran the script.',
      after: 'The script ran with the rights that all engineers have.',
    },
  },
  {
    ...{ id: 'discipline', code: 'A13', category: 'person', level: 'flag', scopes: 'all' },
    pattern: pattern`\b(?:disciplin(?:ary|ed|ing)|disciplinary action|reprimand(?:ed|s)?|retrain(?:ed|ing)? (?:the |our |all )?(?:engineers?|team|staff|operators?|responders?|him|her|them|people)|written up|consequences for (?:the |those |whoever|him|her|them)|performance reviews?|held accountable|hold (?:\w{1,20} ){1,3}accountable)\b`,
    why: 'Not a topic of a postmortem. Once it is here, the next lead writes less.',
    rewrite: [''],
    example: { before: 'The engineer was reprimanded.', after: 'Take it out; it belongs elsewhere, if anywhere.' },
  },
  {
    ...{ id: 'nobody', code: 'A14', category: 'person', level: 'suggest', scopes: 'all' },
    pattern: pattern`\b(?:nobody|no one|no-one|none of (?:us|the team|the engineers|the responders|them|the reviewers))(?: (?:had|has|was|were|really|actually|ever)){0,2} (?:notic|check|reali[sz]|saw|seen|look|knew|know|review|test|ask|thought|own|caught|respond|react|follow|escalat|watch|read\b|question|bother|verif|monitor|understood|aware|took|updat)\w{0,6}`,
    why: 'Blame for everybody at once. Which alert, owner or step was missing?',
    rewrite: ['no alert covered …', '… had no owner'],
    example: { before: 'Nobody noticed the backlog.', after: 'No alert covered the age of the backlog.' },
  },
  {
    ...{ id: 'other-team', code: 'A15', category: 'person', level: 'flag', scopes: 'all' },
    pattern: pattern`\bthe (?:[\w-]{1,20} )?(?:vendor|provider|supplier|carrier|network team|dba team|dev team|platform team|security team|ops team|infrastructure team|[\w-]{1,20} team)(?:'s fault| (?:has |had )?(?:failed(?! over)|broke|refused|ignored|neglected)\b)`,
    unless: /\b(?:identity|terraform|credential|oidc|saml|data|config(?:uration)?) provider\b/i,
    why: 'Blame moved next door. What was agreed at the interface, and what did we choose to depend on?',
    rewrite: ['our contract with … says …, and …', 'we depend on … for …'],
    example: {
      before: 'The DNS vendor broke the zone.',
      after: 'We depend on one DNS vendor; its control plane rejected our zone for 40 minutes.',
    },
  },
  {
    ...{ id: 'why-did-they', code: 'A16', category: 'person', level: 'suggest', scopes: 'all' },
    pattern: pattern`\bwhy (?:did(?:n't| not)?|was(?:n't| not)?|were(?:n't| not)?|do(?:n't| not)?) (?:he|she|they|you|the (?:[\w-]{1,20} )?(?:engineer|operator|team|responder|developer|reviewer|author|on-?call)s?|nobody|anyone|no one)\b`,
    why: '“Why did you” asks for a justification. “What” and “how” ask for a story.',
    rewrite: ['what made … the sensible step', 'what did … show at that point'],
    example: { before: 'Why did the engineer restart it?', after: 'What made a restart the sensible step?' },
  },
  {
    ...{
      id: 'gendered-pronoun',
      code: 'A17',
      category: 'person',
      level: 'info',
      scopes: ['timeline', 'factors', 'response', 'defences'],
    },
    pattern: pattern`\b(?:he|she|his|hers|her|him|himself|herself)\b(?!'?/)`,
    why: 'It narrows down who is meant. A role or “they” tells the same story.',
    rewrite: ['they', 'the on-call engineer'],
    example: { before: 'She paged the network team.', after: 'The incident lead paged the network team.' },
  },
  {
    ...{ id: 'lack-of-quality', code: 'A18', category: 'person', level: 'flag', scopes: 'all' },
    pattern: pattern`\black of (?:\w{1,20} )?(?:discipline|attention(?: to detail)?|care|diligence|ownership|awareness|common sense|rigou?r|vigilance|professionalism|accountability)\b`,
    why: 'A trait of a whole team. Which signal, tool or hour was missing?',
    rewrite: ['no … showed …', '… had no owner'],
    example: { before: 'A lack of attention let it through.', after: 'The review page folds generated files.' },
  },
]
