import { holdRules } from '#lib/testing/rule-cases.ts'
import { cause } from './cause.ts'

const sev1 = { facts: { severity: 'sev1' } }

holdRules(cause, {
  'the-root-cause': {
    in: 'factors',
    finds: ['The root cause was a full disk.', 'There was a single root-cause.', 'The actual root cause is unclear.'],
    silent: [
      'Root causes are listed below.',
      'The root cause analysis is linked.',
      'Several root causes met.',
      'The root zone was signed.',
    ],
  },
  'sole-cause': {
    in: 'factors',
    finds: ['The sole cause was the regex.', 'The only reason was the flag.', 'A single underlying cause explains it.'],
    silent: ['One cause among three.', 'The only site left was Oslo.', 'It has no single point of failure.'],
  },
  'label-as-cause': {
    in: 'factors',
    finds: ['- Bad config', '- Typo in a name', 'Root cause: a typo', 'It was caused by a bug.'],
    silent: [
      '- A name one letter off matched another pool; the tool lists matches after applying them.',
      'Two lists:',
      'It was caused by a bug that drops the header.',
      '- `max_conns` was 40',
    ],
  },
  'one-factor': {
    ...{ in: 'factors', ...sev1 },
    finds: [
      '- The limit was missing in staging and nobody could see it.',
      'The limit was missing in staging.',
      '- One\n  - and a detail of it',
    ],
    silent: [
      '- The limit was missing.\n- The alert had no route.',
      'The limit was missing.\n\nThe alert had no route.',
      '### The limit\n\nIt was missing.\n\n### The alert\n\nIt had no route.',
    ],
  },
  'ends-in-person': {
    in: 'factors',
    finds: [
      '- Why was it empty?\n  - The engineer failed to refill it.',
      'Why? The operator forgot to check the list.',
      '- Sites fell out\n  - the list was old\n    - the team overlooked it',
    ],
    silent: [
      '- Why was it empty?\n  - The list is copied by hand.',
      'Why? The list is copied by hand into three places.',
      '- The engineer failed to refill it.\n  - The page shows no level.',
    ],
  },
  'agentless-decision': {
    in: 'timeline',
    finds: ['It was decided to fail over.', 'It was believed that the cache was warm.', 'It had been agreed to wait.'],
    silent: ['The incident lead decided to fail over.', 'It was drained at 14:02.', 'The quorum agreed on epoch 9.'],
  },
  anthropomorphic: {
    in: 'factors',
    finds: [
      'The job mistakenly deleted live rows.',
      'The health check wrongly marked it up.',
      'Our scheduler erroneously ran twice.',
    ],
    silent: ['The job deletes rows older than its clock.', 'A wrong clock was used.', 'The script wrote 40 rows.'],
  },
  'non-cause': {
    in: 'summary',
    finds: ['Somehow the flag was on in Oslo.', 'A network glitch dropped routes.', 'For some reason it restarted.'],
    silent: [
      'It is not known why the flag was on.',
      'For two reasons the flag was on.',
      'A route flapped for 40 seconds.',
    ],
  },
})
