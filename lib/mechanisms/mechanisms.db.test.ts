import { beforeEach, expect, test } from 'vitest'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { read } from '#lib/context.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { countMechanisms, mechanismStanding } from './queries.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
})

const incident = (detected: string, mechanisms: string[], more: object = {}) =>
  w.done('max', recordIncident, {
    ...{ title: `Detected ${detected}`, severity: 'sev3', kind: 'outage', team: 'edge', zone: 'UTC', mechanisms },
    ...{ milestones: { detected }, services: [{ service: 'edge-proxy', role: 'origin' }], ...more },
  })
const standing = (name: Name, code: string) => read(w.contextOf(name), (work) => mechanismStanding(work, code))

test('counts what was met, and apart from it what was met lately', async () => {
  await incident('2025-02-01T12:00Z', ['cap.cache'])
  await incident('2026-05-01T12:00Z', ['cap.cache', 'chg.config'])
  await incident('2026-06-01T12:00Z', ['cap.cache'])
  expect(await read(w.contextOf('tom'), countMechanisms)).toEqual([
    { code: 'cap.cache', incidents: 3, recent: 2 },
    { code: 'chg.config', incidents: 1, recent: 1 },
  ])
  const cache = await standing('tom', 'cap.cache')
  expect(cache).toMatchObject({ incidents: 3, recent: 2, items: { open: 0, closed: 0 } })
  expect(cache.services).toEqual([{ slug: 'edge-proxy', name: expect.any(String), incidents: 3 }])
  expect(cache.quarters.filter(({ incidents }) => incidents)).toEqual([
    { quarter: '2025-Q1', incidents: 1 },
    { quarter: '2026-Q2', incidents: 2 },
  ])
})

test('tells what stood in its way, and what was to remove it, each as far as it is seen', async () => {
  const defences = [
    { name: 'Canary', outcome: 'absent', text: '' },
    { name: 'Slot alert', outcome: 'worked', text: '' },
  ]
  await incident('2026-05-01T12:00Z', ['cap.cache'], { defences })
  const secret = { visibility: 'restricted', restrictedReason: 'security' }
  await incident('2026-06-01T12:00Z', ['cap.cache'], { defences: [{ name: 'Secret', outcome: 'failed' }], ...secret })
  const item = { title: 'Join errors', priority: 'p2', team: 'edge', dueOn: '2026-08-01', mechanism: 'cap.cache' }
  await w.done('max', proposeActionItem, item)
  const seen = await standing('tom', 'cap.cache')
  expect(seen.items).toEqual({ open: 1, closed: 0, verified: 0, regressed: 0 })
  expect(seen.defences.map(({ name, outcome, incident: { number } }) => [number, name, outcome])).toEqual([
    [1, 'Canary', 'absent'],
    [1, 'Slot alert', 'worked'],
  ])
  expect((await standing('max', 'cap.cache')).defences[0]).toMatchObject({ name: 'Secret', incident: { number: 2 } })
})

test('a restricted incident counts for nobody who may not read it', async () => {
  await incident('2026-06-01T12:00Z', ['sec.exposure'], { visibility: 'restricted', restrictedReason: 'security' })
  expect(await standing('max', 'sec.exposure')).toMatchObject({ incidents: 1, recent: 1 })
  for (const name of ['tom', 'pia', 'ada', 'omar'] as const) {
    const seen = await standing(name, 'sec.exposure')
    expect(seen).toMatchObject({ incidents: 0, recent: 0, services: [], items: { open: 0, closed: 0 } })
    expect(seen.quarters.every(({ incidents }) => incidents === 0)).toBe(true)
    expect(await read(w.contextOf(name), countMechanisms)).toEqual([])
  }
})
