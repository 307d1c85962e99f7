import { holdRules } from '#lib/testing/rule-cases.ts'
import { hindsight } from './hindsight.ts'

holdRules(hindsight, {
  obvious: {
    in: 'factors',
    finds: [
      'The leak was obviously in the parser.',
      'It is common sense to drain first.',
      'Of course the cache was cold.',
      'Clearly the weights were off.',
    ],
    silent: [
      'Nothing obvious stood out.',
      'It was not obvious which pool was meant.',
      'The button is clearly labelled.',
      'It was never obvious.',
    ],
  },
  simply: {
    in: 'response',
    finds: ['We simply drained the site.', 'It was merely a restart.', 'The fix was trivial.'],
    silent: ['It was not simply a restart.', 'The merge is non-trivial.', 'A simple regex matched.'],
  },
  'in-hindsight': {
    in: 'lessons',
    finds: [
      'In hindsight the spike was the start.',
      'In retrospect it stands out.',
      'Looking back, the drain was early.',
    ],
    silent: [
      'In hindsight: today we know it was the start; then it looked like the import.',
      'The look-back window is 5 minutes.',
      'At the time it looked like the import.',
    ],
  },
  'warning-signs': {
    in: 'factors',
    finds: ['Warning signs were ignored.', 'Several red flags had been missed.', 'The early warnings went unnoticed.'],
    silent: ['The warning signal fires at 80 %.', 'Red flags mark closed lanes.', 'The warning was shown in yellow.'],
  },
  'too-late': {
    in: 'response',
    finds: ['The escalation came too late.', 'We were too slow.', 'This is unacceptable.', 'Detection took too long.'],
    silent: ['The escalation came after 31 minutes.', 'The certificate name is too long.', 'A late packet is dropped.'],
  },
  'normative-adjective': {
    in: 'factors',
    finds: ['Insufficient testing let it through.', 'It was a bad decision.', 'The step was poorly documented.'],
    silent: [
      'The gateway answered bad gateway.',
      'Poor connectivity in Perth.',
      'Insufficient disk space.',
      'Bad events count against the budget.',
    ],
  },
  'violated-procedure': {
    in: 'factors',
    finds: [
      'The change violated the freeze policy.',
      'The engineer did not follow the runbook.',
      'The drain deviated from the written procedure.',
    ],
    silent: [
      'The packet violates the header constraint.',
      'An SLO violation opened the policy page.',
      'The proxy did not follow the redirect.',
      '| step | result |\n| --- | --- |\n| 4 | Did not follow the procedure |',
    ],
  },
  'best-practice': {
    in: 'lessons',
    finds: [
      'This goes against best practices.',
      'Best practice dictates two reviewers.',
      'It was not following the best practices.',
    ],
    silent: [
      'In practice the best path is shorter.',
      'We practise failover each month.',
      'The best of five samples counts.',
    ],
  },
  drama: {
    in: 'summary',
    finds: ['The failover was a nightmare.', 'A disastrous rollout.', 'It was embarrassing.'],
    silent: [
      'Disaster recovery started.',
      'The kernel panic came at 02:10.',
      'Chaos engineering found it.',
      'Catastrophic backtracking in the regex.',
    ],
  },
  hero: {
    in: 'response',
    finds: ['The DBA saved the day.', 'A heroic effort restored it.', 'It was fixed single-handedly.'],
    silent: ['The snapshot saved the table.', 'The hero image was missing.', 'One person knew the command.'],
  },
  'state-of-mind': {
    in: 'response',
    finds: [
      'The engineer was tired.',
      'The operator panicked.',
      'We were overwhelmed.',
      'The on-call was very distracted.',
    ],
    silent: [
      'The Go process panicked.',
      'The kernel panicked.',
      'The servers were up but they were overwhelmed.',
      'The pool was exhausted.',
    ],
  },
})
