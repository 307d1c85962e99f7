import { beforeEach, describe, expect, test } from 'vitest'
import { deactivatePerson } from '#lib/accounts/deactivate.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, NOW, type World, world } from '#lib/testing/world.ts'
import { addRiskTest } from './add-test.ts'
import { circlesOfRegister, registerKpis } from './kpis.ts'
import { countRisks, getRisk, listRisks } from './queries.ts'
import { recordRisk } from './record.ts'
import { ListRisksInput } from './schema.ts'
import { treatRisk } from './treat.ts'
import { updateRisk } from './update.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
})

const entry = {
  ...{ component: 'The only resolver of the control plane', layer: 'dns', domain: 'region', redundancy: 'hot' },
  ...{ likelihood: 3, impact: 4, detectability: 2, team: 'edge' },
}
const recorded = (more: object = {}) => w.done('max', recordRisk, { ...entry, ...more })
const list = (filter: object = {}) => w.read('tom', (work) => listRisks(work, ListRisksInput.parse(filter)))
const names = async (filter: object = {}) => (await list(filter)).items.map(({ component }) => component)
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000)

describe('an entry', () => {
  test('has its score from the database and what it is linked with', async () => {
    const needed = await recorded({ component: 'The console network' })
    const value = await recorded({ services: ['edge-proxy'], dependsOn: [needed.number], owner: w.personIds.ines })
    expect(value).toMatchObject({
      ...{ score: 24, redundancyState: 'hot_untested', owner: { name: 'ines' }, closed: false },
      services: [{ slug: 'edge-proxy' }],
      dependsOn: [{ number: needed.number, title: 'The console network' }],
      treatment: { kind: null, lapsed: false },
    })
    expect(await w.events()).toEqual(['risk.recorded', 'risk.recorded'])
  })

  test('falls to its team when its owner leaves, unless it is settled', async () => {
    await recorded({ owner: w.personIds.ines })
    await recorded({ owner: w.personIds.max })
    await w.done('ada', deactivatePerson, { id: w.personIds.ines })
    const owners = await Promise.all([1, 2].map((number) => w.read('max', (work) => getRisk(work, number))))
    expect(owners.map(({ owner, team }) => [owner?.name, team.slug])).toEqual([
      [undefined, 'edge'],
      ['max', 'edge'],
    ])
    expect((await w.events()).filter((name) => name === 'risk.fell_to_team')).toHaveLength(1)
  })

  test('is changed by one of two who read the same version', async () => {
    const { number, version } = await recorded()
    const value = await w.done('ines', updateRisk, { number, version, impact: 5, breakGlass: true })
    expect(value).toMatchObject({ score: 30, breakGlass: true, sharedFate: '' })
    expect(await w.execute('max', updateRisk, { number, version, impact: 1 })).toMatchObject({
      ok: false,
      problem: { kind: 'conflict', current: { impact: 5 } },
    })
  })

  test('does not depend on itself, and tells of circles', async () => {
    const one = await recorded({ component: 'Identity' })
    const two = await recorded({ component: 'Secrets', dependsOn: [one.number] })
    expect(
      await w.execute('max', updateRisk, { number: one.number, version: 1, dependsOn: [one.number] }),
    ).toMatchObject({ ok: false, problem: { kind: 'invalid', fields: [{ field: 'dependsOn' }] } })
    expect(await w.read('tom', circlesOfRegister)).toEqual([])
    await w.done('max', updateRisk, { number: one.number, version: 1, dependsOn: [two.number] })
    expect(await w.read('tom', circlesOfRegister)).toEqual([
      [
        { number: one.number, title: 'Identity' },
        { number: two.number, title: 'Secrets' },
      ],
    ])
  })

  test('shows restricted incidents to those who see them, and keeps them through an edit of somebody else', async () => {
    const { number: incident } = await w.done('max', recordIncident, {
      ...{ title: 'Key exposed', severity: 'sev2', kind: 'security', team: 'edge', zone: 'UTC' },
      ...{ visibility: 'restricted', restrictedReason: 'security', milestones: { detected: '2026-06-01T12:00Z' } },
    })
    const { number } = await recorded({ incidents: [incident] })
    expect((await w.read('max', (work) => getRisk(work, number))).incidents).toHaveLength(1)
    expect((await w.read('ines', (work) => getRisk(work, number))).incidents).toEqual([])
    await w.done('ines', updateRisk, { number, version: 1, incidents: [] })
    expect((await w.read('max', (work) => getRisk(work, number))).incidents).toHaveLength(1)
  })

  test('can become an action item, which is its own from then on', async () => {
    const { number } = await recorded()
    const item = { title: 'Add a second resolver', priority: 'p1', team: 'edge', dueOn: '2026-07-01', risk: number }
    const { number: made, source } = await w.done('tom', proposeActionItem, item)
    expect(source).toMatchObject({ href: `/risks/${number}`, label: expect.stringMatching(`^RSK-${number} `) })
    expect((await w.read('tom', (work) => getRisk(work, number))).items).toEqual([
      { number: made, title: 'Add a second resolver', closed: false },
    ])
    expect(await w.execute('tom', proposeActionItem, { ...item, risk: 999_999 })).toMatchObject({ ok: false })
  })
})

describe('tests', () => {
  const tried = { testedOn: '2026-06-01', passed: true, rtoMinutes: 9, note: 'Drained by hand.' }

  test('a spare that took over is tested for 180 days, and no longer', async () => {
    const { number } = await recorded()
    await w.done('max', addRiskTest, { number, ...tried })
    const state = async (now: Date) =>
      (
        await w
          .contextOf('tom', now)
          .transaction((db) => getRisk({ db, now, actor: w.actor('tom'), requestId: 'test' }, number))
      ).redundancyState
    expect(await state(NOW)).toBe('hot_tested')
    expect(await state(new Date('2026-11-28T12:00Z'))).toBe('hot_tested')
    expect(await state(new Date('2026-11-29T12:00Z'))).toBe('hot_untested')
    await w.done('max', addRiskTest, { number, ...tried, testedOn: '2026-06-09', passed: false })
    expect(await state(NOW)).toBe('hot_untested')
  })

  test('a test that is still to come is none, and one shows something', async () => {
    const { number } = await recorded()
    for (const wrong of [{ testedOn: '2026-06-11' }, { note: '' }])
      expect(await w.execute('max', addRiskTest, { number, ...tried, ...wrong })).toMatchObject({
        ok: false,
        problem: { kind: 'invalid' },
      })
    expect((await w.read('tom', (work) => getRisk(work, number))).tests).toEqual([])
  })
})

describe('decisions', () => {
  const accept = { kind: 'accept', reason: 'The second one comes in autumn.', until: '2026-09-01' }

  test.each<[Name, boolean]>([
    ['olga', true],
    ['pia', true],
    ['ada', true],
    ['tom', false],
    ['vera', false],
  ])('accepted by %s: %s', async (approver, allowed) => {
    const { number } = await recorded()
    const outcome = await w.execute('max', treatRisk, { number, ...accept, approver: w.personIds[approver] })
    expect(outcome.ok).toBe(allowed)
  })

  test('its owner does not accept it', async () => {
    const { number } = await recorded({ owner: w.personIds.olga })
    expect(await w.execute('max', treatRisk, { number, ...accept, approver: w.personIds.olga })).toMatchObject({
      ok: false,
      problem: { fields: [{ field: 'approver' }] },
    })
  })

  test('an accepted risk comes back first when its day has passed', async () => {
    await recorded({ component: 'Weighs most', impact: 5, likelihood: 5 })
    const { number } = await recorded({ component: 'Accepted' })
    await w.done('max', treatRisk, { number, ...accept, approver: w.personIds.olga })
    expect(await names({ status: 'accepted' })).toEqual(['Accepted'])
    expect(await names()).toEqual(['Weighs most', 'Accepted'])
    const later = new Date('2026-09-02T12:00Z')
    const read = <T>(query: (work: Parameters<typeof listRisks>[0]) => Promise<T>) =>
      w.contextOf('tom', later).transaction((db) => query({ db, now: later, actor: w.actor('tom'), requestId: 'test' }))
    const open = await read((work) => listRisks(work, ListRisksInput.parse({ limit: 1 })))
    expect(open.items.map(({ component }) => component)).toEqual(['Accepted'])
    const next = await read((work) => listRisks(work, ListRisksInput.parse({ limit: 1, cursor: open.nextCursor })))
    expect(next.items.map(({ component }) => component)).toEqual(['Weighs most'])
    expect(await read((work) => countRisks(work, ListRisksInput.parse({})))).toMatchObject({
      open: 2,
      accepted: 0,
      lapsed: 1,
    })
    expect(await read(registerKpis)).toMatchObject({ open: 2, lapsed: 1, weight: 50 + 24 })
  })

  test('what is resolved is opened with a reason, and is undecided again', async () => {
    const { number } = await recorded()
    expect(await w.execute('max', treatRisk, { number, kind: 'resolve', reason: '' })).toMatchObject({ ok: false })
    await w.done('max', treatRisk, { number, kind: 'resolve', reason: 'Two are in service.' }, days(0))
    expect(await names()).toEqual([])
    expect(await w.execute('max', updateRisk, { number, version: 1, impact: 1 })).toMatchObject({
      problem: { kind: 'forbidden' },
    })
    const value = await w.done('max', treatRisk, { number, kind: 'reopen', reason: 'One is gone again.' }, days(1))
    expect(value).toMatchObject({ closed: false, treatment: { kind: null } })
  })
})

test('filters find by every part', async () => {
  await recorded({ component: 'A', services: ['edge-proxy'] })
  await recorded({ component: 'B', layer: 'power', team: 'control', domain: 'host' })
  expect(await names({ layer: 'power' })).toEqual(['B'])
  expect(await names({ team: 'edge' })).toEqual(['A'])
  expect(await names({ service: 'edge-proxy' })).toEqual(['A'])
  expect(await names({ domain: 'host' })).toEqual(['B'])
  expect(await names({ q: 'b' })).toEqual(['B'])
  expect(await names({ status: 'undecided' })).toEqual(['A', 'B'])
  expect(await names({ redundancy: 'none' })).toEqual([])
})
