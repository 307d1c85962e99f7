import { describe, expect, test } from 'vitest'
import { lint } from './lint.ts'
import { scopes } from './rule.ts'

/** Sentences that look like findings and are not: all rules, in every scope that tells of what happened. */
const traps: Record<string, string[]> = {
  'failing over, safe, open and closed': [
    'The site failed over to Lisbon.',
    'The fail-safe held; the gate failed open and the lock failed closed.',
    'Two hosts failed health checks.',
  ],
  'machines that fail to do something': [
    'The health check failed to reach port 8443.',
    'The certificate failed to renew, and the probe failed to connect.',
    'The service failed to come online.',
  ],
  'code, logs, alert names, SQL': [
    'The log said `operator error: you should have been careful`.',
    'ErrorBudgetBurn fired and NobodyNoticedBacklog stayed quiet.',
    '```\nthe engineer failed to check\n```',
    'The query `select blame from fault` ran.',
  ],
  'block quotes and chat excerpts': [
    '> We should have been more careful, it was human error.',
    'The customer wrote “your engineer failed to check it”.',
    'The chat says: "nobody noticed the obvious mistake".',
  ],
  'link titles and addresses': [
    'See [The human error we should have prevented](https://example.com/human-error).',
    'It is at <https://example.com/operator-error>.',
  ],
  '“should” as a requirement': ['The proxy should return 503.', 'A client SHOULD retry after 30 seconds.'],
  '“should have” and a noun': ['Each repository should have clear rules.', 'Every site should have two links.'],
  'bounds of impact': ['Tokens could have been exposed until 14:20.', 'Up to 40 tenants could have been affected.'],
  'words of machines': [
    'The Go panic killed the process; the kernel panic came later and Envoy entered panic mode.',
    'The OOM killer sent a kill signal, the kill switch executed an abort.',
    'Zombie and orphan processes went to the dead letter queue; one poison pill caused split brain.',
    'The victim of the lock was the reader.',
  ],
  'names of practices': [
    'Disaster recovery started after the fire drill.',
    'Chaos engineering, Chaos Mesh and Chaos Monkey run weekly.',
    'The war room opened; the firewall stayed closed.',
  ],
  'errors that are measures': [
    'The error budget is spent; user errors and the error rate rose.',
    'Client errors (4xx) stayed flat.',
  ],
  '“blame” as a tool': ['The line is in git blame since 2021.', 'This review is blameless.'],
  'not guilty': ['The cache was found not guilty after the replay.'],
  '“fault” of hardware and of drills': [
    'A page fault in the driver; fault injection and the fault domain held.',
    'The default was 30 seconds.',
  ],
  'products and tenants': [
    'The message went to the Teams channel.',
    'The alert reached Teams at 14:02.',
    "Someone's Bakery lost 40 orders.",
    'The button says “You failed to save”.',
  ],
  'parts of words': ['The internal table junior_accounts grew.', 'The internet exchange flapped.'],
  negated: ['There was nothing obvious in the graphs.', 'The merge was non-trivial and not simply a copy.'],
  'missed by machines': ['A cache miss cost 40 ms; the standby missed heartbeats.', 'The probe missed two beats.'],
  'ignored by machines': ['The resolver ignored the header.', 'The path is in .gitignore.'],
  'violations that are measured': [
    'An SLO violation began at 14:02.',
    'The row broke a constraint: one deadline violation a minute.',
  ],
  '“bad” as a category': [
    'The gateway answered 502 bad gateway.',
    'Bad events count against the budget; a bad image was pulled.',
  ],
  '“poor” for links': ['Poor connectivity in Perth lasted 40 minutes.', 'The link has poor link quality at night.'],
  '“wrong” for a value': ['The template held the wrong ARN.', 'A wrong weight was in the file.'],
  '“down”': [
    'We scale down at night, shut down the old pool and drill down by site.',
    'The countdown ended and latency went down.',
  ],
  'reviews, and investigations with an end': ['The review of 4 May lists the routes.'],
  'names that are words': [
    'Will the retry help? Mark the row, and hope the drain is done by May.',
    'Grace period: 30 s. Rob Pike is cited.',
    'We drew the graph.',
  ],
  'cited people': [
    'It follows [Ana Costa, “How we fail”](https://example.com).',
    'The book “Marisol Vega on Failure” is cited.',
  ],
  'other languages': [
    'Der Ingenieur hat nicht gesehen, dass die Verbindung weg war, und das Team war müde.',
    'El equipo no sabía que la red estaba caída y nadie lo notó en la sala.',
    'L’équipe ne savait pas que le réseau était en panne dans la zone.',
  ],
  'possessives of systems': [
    'The router’s failure to converge took 40 s.',
    "The controller's failure to renew its lease.",
  ],
  'cells with test results': [
    '| Case | Result |\n| --- | --- |\n| Drain | Did not follow the redirect policy |\n| Purge | Failed to follow the process group |',
  ],
}
const names = ['Will Stone', 'Mark Hope', 'Grace May', 'Rob Drew', 'Ana Costa', 'Marisol Vega']
/** Rules about vague words and acronyms have their own tables; here nothing at all may be said. */
const told = scopes.filter((scope) => scope !== 'actions' && scope !== 'external')

describe('traps', () => {
  test('there are all thirty', () => expect(Object.keys(traps)).toHaveLength(30))

  describe.each(Object.entries(traps))('%s', (_, sentences) => {
    test.each(sentences)('%s', (source) => {
      const found = told.flatMap((scope) => lint({ source, scope, names }))
      expect(found.map(({ rule, scope, text }) => `${rule} in ${scope}: ${text}`)).toEqual([])
    })
  })

  test('“Investigate” with something to show for it, and “Review” as a noun, are titles like any other', () => {
    const titles = [
      'Investigate retry storms and write an ADR by 3 June',
      'Review template asks for evidence',
      'Review board meets weekly',
    ]
    expect(titles.flatMap((source) => lint({ source, scope: 'actions' }))).toEqual([])
  })
})
