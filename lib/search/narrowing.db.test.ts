import { beforeEach, describe, expect, test } from 'vitest'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { startThread } from '#lib/comments/start.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { changeVisibility } from '#lib/postmortems/change-visibility.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { library, restricted } from '#lib/testing/library.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { complete } from './complete.ts'
import { rebuild } from './rebuild.ts'

let cast: World
let shelf: ReturnType<typeof library>
beforeEach(async () => {
  const test = await testDatabase()
  await test.empty()
  cast = await world(test)
  shelf = library(cast)
})

const incident = (title: string, extra: Record<string, unknown> = {}) =>
  cast.done('max', recordIncident, { title, severity: 'sev2', kind: 'outage', team: 'edge', ...extra })

async function shelve() {
  const proxy = await incident('Proxy crashed on a zeppelin header', {
    severity: 'sev1',
    services: [{ service: 'edge-proxy', role: 'origin' }],
    milestones: { impactStarted: '2026-03-04T10:00:00Z' },
  })
  await incident('Config push stalled', {
    services: [{ service: 'config-push', role: 'origin' }],
    milestones: { impactStarted: '2025-11-20T10:00:00Z' },
  })
  await shelf.drafted('What the zeppelin taught us', 'It was a zeppelin.', { incident: proxy.number })
  const item = { title: 'Ground every zeppelin', team: 'control', priority: 'p2' }
  await cast.done('tom', proposeActionItem, { ...item, dueOn: '2026-01-10', owner: cast.personIds.tom })
  await rebuild(cast.database)
}

const titles = async (q: string, who: Name = 'tom') => (await shelf.titles(who, q)).toSorted()

describe('operators narrow', () => {
  beforeEach(shelve)

  test.each<[string, string[]]>([
    ['zeppelin severity:sev1', ['What the zeppelin taught us']],
    ['zeppelin sev:2', []],
    ['severity:sev2', ['Config push stalled']],
    ['severity:sev1,sev2 kind:incident', ['Config push stalled', 'Proxy crashed on a zeppelin header']],
    ['service:config-push kind:incident', ['Config push stalled']],
    ['service:"config-push" -severity:sev2', ['config-push']],
    ['before:2026 kind:incident', ['Config push stalled']],
    ['after:2026-03-01 before:2026-04 kind:incidents', ['Proxy crashed on a zeppelin header']],
    ['year:2025 severity:sev2', ['Config push stalled']],
    ['is:mine', ['Ground every zeppelin']],
    ['is:overdue', ['Ground every zeppelin']],
    ['-is:mine zeppelin', ['What the zeppelin taught us']],
    ['is:draft', ['What the zeppelin taught us']],
    ['team:control kind:action-item', ['Ground every zeppelin']],
    ['zeppelin kind:service', []],
  ])('%s', async (q, expected) => {
    expect(await titles(q)).toEqual(expected)
  })

  test('without words the newest come first', async () => {
    expect(await shelf.titles('tom', 'kind:incident')).toEqual([
      'Proxy crashed on a zeppelin header',
      'Config push stalled',
    ])
  })

  test('what means nothing is left out and said so, with what may have been meant', async () => {
    const { results, notes, meant } = await shelf.searched(
      'tom',
      'zeppelin service:edge-prxy severity:sev9 before:soon team:edge',
    )
    expect(notes).toEqual([
      { operator: 'service', value: 'edge-prxy', try: ['edge-proxy'] },
      { operator: 'severity', value: 'sev9', try: ['sev1', 'sev2', 'sev3'] },
      { operator: 'before', value: 'soon', try: [] },
    ])
    expect(meant.map(({ field, label }) => `${field} ${label}`)).toEqual(['team edge team'])
    expect(results.map(({ title }) => title)).toEqual(['What the zeppelin taught us'])
    expect((await shelf.searched('tom', 'service:nothing-like-it')).results).toEqual([])
  })

  test('mine is whoever asks, and nobody who is nobody', async () => {
    expect(await titles('is:mine', 'ines')).toEqual([])
    expect(await titles('is:mine', 'max')).toEqual(['Config push stalled', 'What the zeppelin taught us'])
    expect(await shelf.titles('nobody', 'is:mine')).toEqual([])
  })
})

describe('facets count what was found', () => {
  beforeEach(shelve)
  const counted = async (who: Name, q: string) => {
    const { facets } = await shelf.searched(who, q, { facets: true })
    return Object.fromEntries(
      facets.map(({ field, values }) => [field, values.map(({ value, count }) => `${value} ${count}`).join(', ')]),
    )
  }

  test('by kind, severity, service, team, state and year', async () => {
    expect(await counted('tom', 'zeppelin')).toEqual({
      kind: 'postmortem 1, incident 1, action_item 1',
      team: 'edge 2, control 1',
      is: 'draft 1, open 2',
    })
  })

  test('a field that narrows is counted as if it did not, so that more can be added', async () => {
    expect(await counted('tom', 'kind:incident severity:sev1')).toMatchObject({
      severity: 'sev1 1, sev2 1',
      kind: 'postmortem 1, incident 1',
    })
  })

  test('nobody is counted what they may not find', async () => {
    const asked = [
      'zeppelin',
      'severity:sev2',
      'year:2024',
      'zeppelin service:config-push',
      'before:2025',
      'is:draft secret',
      '密',
    ]
    const told = async () => Promise.all(asked.map((q) => shelf.searched('tom', q, { facets: true })))
    const before = await told()
    const secret = await incident('Secret zeppelin', {
      ...restricted,
      severity: 'sev2',
      services: [{ service: 'config-push', role: 'origin' }],
      milestones: { impactStarted: '2024-01-01T10:00:00Z' },
    })
    await shelf.drafted('The secret zeppelin', 'A zeppelin.', { ...restricted, incident: secret.number })
    await shelf.indexed()
    expect(await told()).toEqual(before)
    expect((await counted('max', 'zeppelin')).kind).toBe('postmortem 2, incident 2, action_item 1')
  })

  test('restricting takes it out of the counts at once, before the index knows', async () => {
    await cast.done('max', changeVisibility, { number: 1, ...restricted })
    expect((await counted('tom', 'zeppelin')).is).toBeUndefined()
    expect(await shelf.titles('tom', 'is:draft')).toEqual([])
    expect(await shelf.titles('max', 'is:draft')).toEqual(['What the zeppelin taught us'])
  })
})

test.each<[string, string[]]>([
  ['se', ['severity:', 'service:']],
  ['slow -serv', ['-service:']],
  ['slow service:edge', ['service:edge-proxy']],
  ['service:prox', ['service:edge-proxy']],
  ['-is:over', ['-is:overdue']],
  ['mechanism:retry', ['mechanism:cap.retry']],
  ['before:20', []],
  ['s', []],
  ['severity:sev1 ', []],
])('%j may go on', async (q, expected) => {
  const ways = await cast.read('tom', (work) => complete(work, q))
  expect(ways.map(({ label }) => label)).toEqual(expected)
  for (const { q: next } of ways) expect(next.startsWith(q.slice(0, q.lastIndexOf(' ') + 1))).toBe(true)
})

describe('more kinds', () => {
  test('services and mechanisms are found, and marked by their facts', async () => {
    await rebuild(cast.database)
    expect((await shelf.results('tom', 'config push kind:service')).map(({ url }) => url)).toEqual([
      '/services/config-push',
    ])
    const [storm] = await shelf.results('tom', 'retry storm kind:mechanism')
    expect(storm).toMatchObject({ title: 'Retry storm', url: '/mechanisms/cap.retry' })
  })

  test('comments are found by those who see the talk, and no longer by readers once it is published', async () => {
    const number = await shelf.drafted('Stale answers', 'The cache was poisoned.')
    await cast.done('ines', startThread, { number, section: 'lessons', text: 'Was it a dirigible?' })
    await shelf.indexed()
    const [said] = await shelf.results('tom', 'dirigible')
    expect(said).toMatchObject({ kind: 'comment', title: 'Stale answers', url: `/postmortems/${number}/comments` })
    expect(said?.where).not.toBeNull()
    await shelf.approved(number)
    expect(await shelf.titles('tom', 'dirigible')).toEqual([])
    await shelf.indexed()
    expect(await shelf.titles('tom', 'dirigible')).toEqual([])
    expect(await shelf.titles('max', 'dirigible')).toEqual(['Stale answers'])
  })
})
