import { holdRules } from '#lib/testing/rule-cases.ts'
import { counterfactual } from './counterfactual.ts'

holdRules(counterfactual, {
  'should-have': {
    in: 'factors',
    finds: [
      'The alert should have been wired to the pager.',
      'We should’ve waited.',
      'It ought to have stopped there.',
      'The gate should not have passed.',
    ],
    silent: [
      'Each repository should have clear rules.',
      'The proxy should return 503.',
      'Every host should have two links.',
      'It SHOULD be retried.',
    ],
  },
  'could-have': {
    in: 'factors',
    finds: ['A canary could have caught this.', 'It might have been prevented.', 'A cap could easily have limited it.'],
    silent: [
      'Tokens could have been exposed.',
      'Up to 40 sites could have been affected.',
      'The job could not open the file.',
    ],
  },
  'would-have': {
    in: 'factors',
    finds: [
      'A second reviewer would have caught it.',
      'It would not have happened on Monday.',
      'A limit would have helped.',
    ],
    silent: [
      'We replayed it: the limit would have stopped it at 14:03.',
      'It would have 40 rows.',
      'The job would have to wait.',
    ],
  },
  'if-only': {
    in: 'factors',
    finds: [
      'If only the runbook had been read.',
      'Had we waited, the pool was full.',
      'If the operator had checked the flag, it would be fine.',
    ],
    silent: [
      'It runs if only one site is left.',
      'The team had two pages open.',
      'If the token had expired, the API answers 401.',
      'It had the old key.',
    ],
  },
  preventable: {
    in: 'lessons',
    finds: ['This was entirely preventable.', 'It was easily avoidable.', 'The overload was inevitable.'],
    silent: ['The limit prevents it.', 'We avoid the path.', 'Prevention costs one lookup.'],
  },
  'was-supposed-to': {
    in: 'factors',
    finds: [
      'The engineer was supposed to tell the NOC.',
      'We were meant to wait.',
      'The team was expected to rotate keys.',
    ],
    silent: [
      'The limiter was supposed to reject it.',
      'The canary was meant to stop at 1 %.',
      'The flag is expected to be off.',
    ],
  },
  'negated-act': {
    in: 'response',
    finds: [
      'We did not roll back until 14:20.',
      'The on-call didn’t declare an incident.',
      'They did not perform a drain.',
    ],
    silent: ['The controller did not start.', 'The proxy did not respond.', 'The job did not stop in time.'],
  },
})
