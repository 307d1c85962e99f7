import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database.ts'
import { NOW, type World, world } from '#lib/testing/world.ts'
import { contradictions, type Milestones } from './model.ts'
import { getIncident, listIncidents } from './queries.ts'
import { recordIncident } from './record.ts'
import { updateIncident } from './update.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
})

const outage = {
  title: 'Purges took up to 40 minutes',
  severity: 'sev2',
  kind: 'degradation',
  team: 'edge',
  zone: 'Europe/Lisbon',
  services: [{ service: 'edge-proxy', role: 'origin' }],
  milestones: { impactStarted: '2026-06-10T12:00:00Z', detected: '2026-06-10T13:08' },
  windows: [{ startedAt: '2026-06-10T13:00', endedAt: '2026-06-10T13:40', scope: 'Asia', failingShare: 0.2 }],
  mechanisms: ['chg.config', 'chg.config'],
}
const pointsOf = ({ milestones }: { milestones: Record<string, string | null> }): Milestones =>
  Object.fromEntries(Object.entries(milestones).map(([name, at]) => [name, at && new Date(at)]))
const rows = () => w.database.asOwner((db) => db.incident.count())
const lastEvent = () =>
  w.database.asOwner((db) =>
    db.event.findFirst({ orderBy: [{ at: 'desc' }, { id: 'desc' }], select: { name: true, data: true } }),
  )

describe('recording an incident', () => {
  test('keeps what is known, reads wall clocks in its zone and says so in the history', async () => {
    const incident = await w.done('max', recordIncident, outage)
    expect(incident).toMatchObject({
      number: 1,
      occurredAt: '2026-06-10T12:00:00.000Z',
      mechanisms: ['chg.config'],
      milestones: { impactStarted: '2026-06-10T12:00:00.000Z', detected: '2026-06-10T12:08:00.000Z', mitigated: null },
      windows: [{ startedAt: '2026-06-10T12:00:00.000Z', endedAt: '2026-06-10T12:40:00.000Z', failingShare: 0.2 }],
      services: [{ slug: 'edge-proxy', role: 'origin' }],
    })
    expect(await lastEvent()).toEqual({
      name: 'incident.recorded',
      data: { title: outage.title, severity: 'sev2' },
    })
  })

  const refusals: [string, object, string, RegExp][] = [
    ['a milestone in the future', { milestones: { detected: '2026-06-10T14:01Z' } }, 'milestones.detected', /future/],
    [
      'an hour that was skipped',
      { milestones: { detected: '2026-03-29T01:30' } },
      'milestones.detected',
      /was skipped in Europe\/Lisbon/,
    ],
    [
      'an hour that happened twice',
      { milestones: { detected: '2025-10-26T01:30' } },
      'milestones.detected',
      /happened twice/,
    ],
    [
      'a window that ends before it starts',
      { windows: [{ startedAt: '2026-06-10T13:00', endedAt: '2026-06-10T12:59', scope: 'x' }] },
      'windows.0.endedAt',
      /ends before it starts/,
    ],
    ['a service nobody knows', { services: [{ service: 'nope', role: 'origin' }] }, 'services', /no service "nope"/],
    ['a team nobody knows', { team: 'nope' }, 'team', /no team "nope"/],
    ['a mechanism that is none', { mechanisms: ['people.carelessness'] }, 'mechanisms.0', /from the list/],
    ['a restriction without its reason', { visibility: 'restricted' }, 'restrictedReason', /needs a reason/],
  ]
  test.each(refusals)('refuses %s and writes nothing', async (_, change, field, message) => {
    const outcome = await w.execute('max', recordIncident, { ...outage, ...change })
    expect(outcome).toMatchObject({
      ok: false,
      problem: { kind: 'invalid', fields: [{ field, message: expect.stringMatching(message) }] },
    })
    expect(await rows()).toBe(0)
    expect(await w.events()).toEqual([])
  })

  test.each(['omar', 'gus', 'nobody'] as const)('is not for %s', async (who) => {
    const outcome = await w.execute(who, recordIncident, outage)
    expect(outcome.ok).toBe(false)
    expect(await rows()).toBe(0)
  })

  test('a restricted one is seen by whoever recorded it and nobody else', async () => {
    await w.done('max', recordIncident, { ...outage, visibility: 'restricted', restrictedReason: 'security' })
    expect((await w.read('max', (work) => getIncident(work, 1))).restrictedReason).toBe('security')
    for (const who of ['ada', 'ines', 'olga', 'tom', 'pia', 'omar', 'gus'] as const) {
      expect((await w.read(who, (work) => listIncidents(work, { limit: 10 }))).items).toEqual([])
      await expect(w.read(who, (work) => getIncident(work, 1))).rejects.toThrow('nothing here')
    }
  })
})

describe('correcting an incident', () => {
  const update = (who: Parameters<World['execute']>[0], change: object) =>
    w.execute(who, updateIncident, { number: 1, version: 1, ...change })
  beforeEach(() => w.done('max', recordIncident, outage))

  test('changes what was given, keeps the rest, and names what is different', async () => {
    const value = await w.done('ines', updateIncident, {
      ...{ number: 1, version: 1, title: outage.title, severity: 'sev1', services: [] },
      milestones: { detected: null, mitigated: '2026-06-10T13:50' },
    })
    expect(value).toMatchObject({
      version: 2,
      severity: 'sev1',
      services: [],
      windows: [{ scope: 'Asia' }],
      milestones: { impactStarted: '2026-06-10T12:00:00.000Z', detected: null, mitigated: '2026-06-10T12:50:00.000Z' },
    })
    expect(await lastEvent()).toEqual({
      name: 'incident.updated',
      data: { changed: ['severity', 'services', 'milestones'] },
    })
  })

  test('another zone does not move the moments of a form that was read in the old one', async () => {
    const value = await w.done('max', updateIncident, {
      ...{ number: 1, version: 1, zone: 'Asia/Singapore', timesIn: 'Europe/Lisbon' },
      milestones: { detected: '2026-06-10T13:08' },
    })
    expect(value).toMatchObject({ zone: 'Asia/Singapore', milestones: { detected: '2026-06-10T12:08:00.000Z' } })
  })

  test('points that contradict each other are kept, for the page to name them', async () => {
    const value = await w.done('max', updateIncident, {
      ...{ number: 1, version: 1, milestones: { mitigated: '2026-06-10T11:00Z' } },
    })
    expect(value.milestones).toMatchObject({ mitigated: '2026-06-10T11:00:00.000Z' })
    expect(contradictions(pointsOf(value), NOW)).toEqual([
      { milestone: 'mitigated', message: 'Mitigated stands before Impact started.' },
    ])
  })

  test('whoever is late is shown what stands now', async () => {
    await w.done('ines', updateIncident, { number: 1, version: 1, severity: 'sev1' })
    expect(await update('max', { severity: 'sev3' })).toMatchObject({
      ok: false,
      problem: { kind: 'conflict', current: { severity: 'sev1', version: 2 } },
    })
    expect(await w.events()).toEqual(['incident.recorded', 'incident.updated'])
  })

  test('is for its team, its recorder and those who manage programs', async () => {
    for (const who of ['ada', 'vera', 'tom', 'omar'] as const)
      expect(await update(who, { severity: 'sev3' })).toMatchObject({ ok: false, problem: { kind: 'forbidden' } })
    expect(await update('gus', { severity: 'sev3' })).toMatchObject({ ok: false, problem: { kind: 'not_found' } })
    expect(await w.events()).toEqual(['incident.recorded'])
    expect((await update('pia', { severity: 'sev3' })).ok).toBe(true)
  })

  test('of ten pairs at once, one of each wins and the other is told', async () => {
    for (let version = 1; version <= 10; version += 1) {
      const outcomes = await Promise.all(
        (['sev1', 'sev3'] as const).map((severity) =>
          w.execute('max', updateIncident, { number: 1, version, severity }),
        ),
      )
      expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
      expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ problem: { kind: 'conflict' } })
    }
    expect(await w.read('max', (work) => getIncident(work, 1))).toMatchObject({ version: 11 })
    expect(await w.events()).toHaveLength(11)
  })
})

describe('listing incidents', () => {
  test('newest first, a page at a time, by any of the filters', async () => {
    const record = (title: string, more: object) => w.done('max', recordIncident, { ...outage, ...more, title })
    await record('One', { milestones: { impactStarted: '2026-05-01T10:00Z' } })
    await record('Two', { milestones: { impactStarted: '2026-05-03T10:00Z' }, severity: 'sev1', team: 'control' })
    await record('Three 100 %', { milestones: { impactStarted: '2026-05-02T10:00Z' }, services: [], mechanisms: [] })
    const titles = async (input: object) =>
      (await w.read('max', (work) => listIncidents(work, { limit: 10, ...input }))).items.map(({ title }) => title)
    expect(await titles({})).toEqual(['Two', 'Three 100 %', 'One'])
    expect(await titles({ severity: ['sev1', 'sev4'] })).toEqual(['Two'])
    expect(await titles({ team: 'edge' })).toEqual(['Three 100 %', 'One'])
    expect(await titles({ service: 'edge-proxy' })).toEqual(['Two', 'One'])
    expect(await titles({ mechanism: 'chg.config' })).toEqual(['Two', 'One'])
    expect(await titles({ q: '0 %' })).toEqual(['Three 100 %'])
    const first = await w.read('max', (work) => listIncidents(work, { limit: 2 }))
    expect(await titles({ limit: 2, cursor: first.nextCursor })).toEqual(['One'])
    expect(NOW.toISOString()).toBe('2026-06-10T14:00:00.000Z')
  })
})
