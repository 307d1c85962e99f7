import { describe, expect, test } from 'vitest'
import { holdRules } from '#lib/testing/rule-cases.ts'
import { type LintedItem, lintItem } from '../item.ts'
import { itemRules } from './items.ts'

const structural = ['no-owner', 'no-exit', 'restated']

holdRules(
  itemRules.filter(({ id }) => !structural.includes(id)),
  {
    'be-careful': {
      in: 'lessons',
      finds: [
        'Be more careful with drains.',
        'Double-check the selector.',
        'Remind everyone to read the diff.',
        'Pay more attention to alerts.',
      ],
      silent: [
        'The tool refuses two sites at once.',
        'Careful rollout stages stopped it.',
        'The paid traffic moved.',
        'Be aware: the link is linked.',
      ],
    },
    'soft-verb': {
      in: 'actions',
      finds: [
        'Investigate retry storms',
        'Look into the flapping link',
        '- Consider a canary',
        'Review the alert routes',
      ],
      silent: [
        'Decide by 3 June whether retries get a budget',
        'Investigate retry storms and write an ADR',
        'Review of the alert board',
        'Limit retries to 3',
      ],
    },
    'comparative-verb': {
      in: 'actions',
      finds: ['Improve failover time', 'Strengthen the gateway', 'Clean up old records', 'Reduce noise'],
      silent: ['Reduce failover from 9 minutes to 2', 'Increase the pool to 40 hosts', 'Limit noise'],
    },
    'add-monitoring': {
      in: 'actions',
      finds: ['Add monitoring', 'Improve alerting.', 'More tests', 'Add better documentation'],
      silent: ['Add monitoring of queue age above 60 s', 'Add tests for the repeated hour', 'Monitor queue age'],
    },
    'train-people': {
      in: 'actions',
      finds: ['Train the team on drains', 'Educate engineers about TTL', 'Hold awareness sessions'],
      silent: ['Train the team and add a check to the tool', 'Train the model nightly', 'The train of packets is long'],
    },
    modal: {
      in: 'actions',
      finds: ['We should shard the table', 'Shard the table at some point', 'Ideally limit retries'],
      silent: ['Shard the table by tenant', 'Refuse what should never match', 'Limit retries to 3'],
    },
    'open-ended': {
      in: 'actions',
      finds: ['Add limits where appropriate', 'Rotate keys as needed', 'Document purge, drain etc.'],
      silent: ['Add limits to purge and drain', 'Rotate keys each quarter', 'Write /etc/hosts from the registry'],
    },
    compound: {
      in: 'actions',
      finds: [
        'Add a limit to purge and migrate the audit log',
        'Show the traffic of each site and block the drain',
        'Move the list and delete the copies',
      ],
      silent: ['Add a limit to purge and drain', 'Show errors and latency', 'Limit retries to 3'],
    },
  },
)

const item: LintedItem = {
  title: 'Limit purge to 10,000 keys',
  doneWhen: 'A purge of 10,001 keys is refused',
  owner: 'Ana',
  others: [],
}
const rulesOf = (changes: Partial<LintedItem>) => lintItem({ ...item, ...changes }).map(({ rule }) => rule)

describe('what is around an item', () => {
  test.each([null, '', 'platform@northlight.example', 'Platform team'])('“%s” is nobody', (owner) =>
    expect(rulesOf({ owner })).toEqual(['no-owner']),
  )
  test.each(['Ana', 'Max Oduya', 'Ines'])('%s is somebody', (owner) => expect(rulesOf({ owner })).toEqual([]))

  test.each(['', '  ', 'Limit purge to 10,000 keys.', 'limit purge to 10,000 keys'])('“%s” is no end', (doneWhen) =>
    expect(rulesOf({ doneWhen })).toEqual(['no-exit']),
  )
  test.each(['A purge of 10,001 keys is refused', 'Staging shows it', 'The test of 3 May passes'])(
    '“%s” is one',
    (doneWhen) => expect(rulesOf({ doneWhen })).toEqual([]),
  )

  test.each(['Limit purges to 10,000 keys', 'Limit a purge to 10,000 keys', 'Limit purge to 20,000 keys'])(
    '“%s” exists already',
    (other) => expect(rulesOf({ others: ['Rotate keys', other] })).toEqual(['restated']),
  )
  test.each(['Rotate keys each quarter', 'Page traffic when queue age exceeds 60 s', 'Refuse a drain of two sites'])(
    '“%s” is another',
    (other) => expect(rulesOf({ others: [other] })).toEqual([]),
  )
})
