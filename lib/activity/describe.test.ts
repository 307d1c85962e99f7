import { expect, test } from 'vitest'
import { type Happening, happened } from '#lib/events.ts'
import { describeEvent, isEventName } from './describe.ts'

const id = '01900000-0000-7000-8000-000000000000'

const said: [Happening, string, string?][] = [
  [happened('postmortem.published', id, { revision: 3, note: 'Ready.' }), 'published revision 3', 'Ready.'],
  [happened('incident.recorded', id, { title: 'x', severity: 'sev2' }), 'recorded the incident as SEV2'],
  [
    happened('incident.updated', id, { changed: ['title', 'windows', 'mechanisms'] }),
    'changed the title, the impact windows and the mechanisms of the incident',
  ],
  [happened('incident.timeline_changed', id, { added: 1, removed: 0, changed: 0 }), 'added one entry to the timeline'],
  [
    happened('incident.timeline_changed', id, { added: 2, removed: 1, changed: 0 }),
    'added 2 entries and removed one entry in the timeline',
  ],
  [happened('incident.timeline_changed', id, { added: 0, removed: 0, changed: 0 }), 'saved the timeline'],
  [
    happened('postmortem.access_granted', id, { personId: id, name: 'Ada', breakGlass: true, reason: 'Legal hold.' }),
    'opened this restricted record without being on its list',
    'Legal hold.',
  ],
  [
    happened('incident.access_granted', id, { personId: id, name: 'Tom', breakGlass: false, reason: '' }),
    'gave Tom access',
  ],
  [
    happened('action_item.updated', id, { changed: ['dueOn'], dueOn: { from: '2026-06-01', to: '2026-07-01' } }),
    'changed the due date: due 1 Jun 2026 → 1 Jul 2026',
  ],
  [
    happened('action_item.closed', id, { outcome: 'done', note: 'Drill passed.' }),
    'closed it as done',
    'Drill passed.',
  ],
  [
    happened('action_item.decided', id, {
      from: 'proposed',
      to: 'risk_accepted',
      reason: 'Rare.',
      until: '2026-12-01',
    }),
    'had the risk accepted until 1 Dec 2026',
    'Rare.',
  ],
  [
    happened('action_item.advanced', id, { from: 'verified', to: 'regressed', note: 'Seen again.' }),
    'said that it came back',
    'Seen again.',
  ],
  [happened('action_item.took_over', id, { incidents: 2 }), 'merged another item into this one, with its 2 incidents'],
  [
    happened('action_item.change_undone', id, { changed: ['duplicates'] }),
    'took back that another item was merged into this one',
  ],
  [happened('action_item.fell_to_team', id, {}), 'gave it to its team, because its owner left'],
  [
    happened('postmortem.edited', id, { sections: ['what_happened'], title: 'New' }),
    'renamed it and edited what happened',
  ],
  [happened('team.member_set', id, { personId: id, name: 'Tom', role: 'editor' }), 'made Tom an editor of the team'],
  [happened('team.member_set', id, { personId: id, name: 'Tom', role: null }), 'took Tom out of the team'],
]

test.each(said)('$name reads “%s”', (event, did, quote = '') => {
  expect(describeEvent(event)).toEqual({ did, quote })
})

test('knows its own events and no inherited names', () => {
  expect(isEventName('incident.recorded')).toBe(true)
  expect(isEventName('toString')).toBe(false)
})
