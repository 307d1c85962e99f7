import { beforeEach, describe, expect, test } from 'vitest'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { recordRisk } from '#lib/risks/record.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { NOW, type World, world } from '#lib/testing/world.ts'
import { addFinding } from './add-finding.ts'
import { callOffExercise } from './call-off.ts'
import { finishExercise } from './finish.ts'
import { importJournal } from './import-journal.ts'
import { logExercise } from './log.ts'
import { planExercise } from './plan.ts'
import { countExercises, getExercise, listExercises } from './queries.ts'
import { ListExercisesInput } from './schema.ts'
import { startExercise } from './start.ts'
import { updateExercise } from './update.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
})

const plan = {
  ...{ title: 'Lose one host', kind: 'game_day', environment: 'staging', team: 'edge', plannedOn: '2026-06-10' },
  ...{ fault: 'kill', target: 'one host', holds: 'nothing is seen', services: ['edge-proxy'] },
}
const planned = (more: object = {}) => w.done('max', planExercise, { ...plan, ...more })
const minutesOn = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const result = { outcome: 'confirmed', summary: 'Nothing was seen.', detection: 'in_time', response: 'worked' }
const read = (number: number) => w.read('tom', (work) => getExercise(work, number))

async function run(more: object = {}) {
  const { number } = await planned(more)
  await w.done('max', startExercise, { number })
  return number
}

describe('a run', () => {
  test('goes from its plan over its log to its result', async () => {
    const { number } = await planned({ preconditions: 'No open SEV1\nOn-call knows' })
    expect(await w.execute('max', startExercise, { number, met: ['No open SEV1'] })).toMatchObject({
      problem: { fields: [{ field: 'met', message: 'This must be true before it begins: On-call knows' }] },
    })
    await w.done('max', startExercise, { number, met: ['No open SEV1', 'On-call knows'] })
    await w.done('max', logExercise, { number, lines: 'Host stopped\n14:03 Alert fired' }, minutesOn(5))
    const value = await w.done('max', finishExercise, { number, ...result, detectedMinutes: 3 }, minutesOn(30))
    expect(value).toMatchObject({
      ...{ state: 'finished', outcome: 'confirmed', tier: 1, validUntil: '2026-12-07', evidence: 'current' },
      ...{ startedAt: NOW.toISOString(), endedAt: minutesOn(30).toISOString() },
      log: [{ text: 'Alert fired' }, { text: 'Host stopped' }],
      result: { detectedMinutes: 3, load: null, restoreVerified: null },
    })
    expect(await w.events()).toEqual(['exercise.planned', 'exercise.started', 'exercise.logged', 'exercise.finished'])
  })

  test('in production begins only with something that stops it by itself', async () => {
    const { number } = await planned({ environment: 'production' })
    expect(await w.execute('max', startExercise, { number })).toMatchObject({
      problem: { kind: 'conflict', message: expect.stringContaining('automatic abort') },
    })
    const abortRules = [{ condition: 'Errors above 1 %', by: 'the controller', automatic: true, tested: true }]
    await w.done('max', updateExercise, { number, version: 1, abortRules })
    expect((await w.execute('max', startExercise, { number })).ok).toBe(true)
  })

  test('is called off before it begins, and not after', async () => {
    const { number } = await planned()
    expect(await w.execute('max', callOffExercise, { number, reason: ' ' })).toMatchObject({ ok: false })
    expect(await w.done('max', callOffExercise, { number, reason: 'A SEV2 is open.' })).toMatchObject({
      ...{ state: 'called_off', calledOff: 'A SEV2 is open.', evidence: 'none' },
    })
    for (const [command, input] of [
      [startExercise, {}],
      [finishExercise, result],
    ] as const)
      expect(await w.execute('max', command as typeof startExercise, { number, ...input })).toMatchObject({
        problem: { kind: 'conflict' },
      })
    const other = await run()
    expect(await w.execute('max', callOffExercise, { number: other, reason: 'Late.' })).toMatchObject({ ok: false })
  })

  test('its plan stays as it was once it runs', async () => {
    const number = await run()
    expect(await w.execute('max', updateExercise, { number, version: 1, title: 'Another' })).toMatchObject({
      problem: { kind: 'forbidden', reason: 'It is running. The plan stays as it was.' },
    })
  })

  test('a load test keeps its figures', async () => {
    const number = await run({ kind: 'load_test' })
    const load = {
      ...{ unit: 'requests/s', peak: 90, saturation: 120 },
      limits: [{ resource: 'Connections', load: 110 }],
      sites: [{ name: 'Lisbon', safe: 60, peak: 45 }],
    }
    expect(await w.done('max', finishExercise, { number, ...result, load })).toMatchObject({ result: { load } })
  })

  test('a drill keeps what was measured', async () => {
    const number = await run({ kind: 'failover', rtoMinutes: 60 })
    const measured = { rtoMinutes: 45, rpoMinutes: 5, restoreVerified: 'yes', restoreNote: '2 TB, sums agree' }
    expect(await w.done('max', finishExercise, { number, ...result, ...measured })).toMatchObject({
      rtoMinutes: 60,
      result: { rtoMinutes: 45, restoreVerified: true },
    })
  })
})

test('a finding becomes an item and an entry of the register', async () => {
  const number = await run()
  const { foundOut } = await w.done('max', addFinding, {
    number,
    text: 'The alert is late.',
    severity: 'high',
    mechanism: 'obs.gap',
  })
  const finding = foundOut[0]?.id
  const item = { title: 'Alert in time', priority: 'p2', team: 'edge', dueOn: '2026-07-01', finding }
  expect((await w.done('max', proposeActionItem, item)).source).toEqual({
    href: `/exercises/${number}`,
    label: `EXE-${number} ${(await read(number)).title}`,
  })
  await w.done('max', recordRisk, {
    ...{ component: 'The one alert', layer: 'monitoring', domain: 'global', redundancy: 'none', team: 'edge', finding },
    ...{ likelihood: 3, impact: 3, detectability: 3 },
  })
  expect((await read(number)).foundOut).toMatchObject([
    { ordinal: 1, items: [{ title: 'Alert in time', closed: false }], risks: [{ title: 'The one alert' }] },
  ])
})

describe('a journal', () => {
  const journal = (more: object = {}) =>
    JSON.stringify({
      ...{ status: 'completed', deviated: true, start: '2026-06-02T10:00:00', end: '2026-06-02T10:10:00' },
      run: [{ activity: { name: 'stop host' }, status: 'succeeded', start: '2026-06-02T10:01:00' }],
      ...more,
    })

  test('is the run of a plan', async () => {
    const { number } = await planned()
    expect(await w.done('max', importJournal, { number, journal: journal() })).toMatchObject({
      ...{ state: 'finished', outcome: 'disproved', startedAt: '2026-06-02T10:00:00.000Z' },
      ...{ endedAt: '2026-06-02T10:10:00.000Z', log: [{ text: 'stop host: succeeded' }] },
    })
    expect(await w.execute('max', importJournal, { number, journal: journal() })).toMatchObject({
      problem: { kind: 'conflict' },
    })
  })

  test.each(['{', '[1]', journal({ end: '2027-01-01T00:00:00' })])('is refused: %s', async (text) => {
    const { number } = await planned()
    expect(await w.execute('max', importJournal, { number, journal: text })).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field: 'journal' }] },
    })
    expect(await w.events()).toEqual(['exercise.planned'])
  })
})

test('what is aged is due until the same was run again', async () => {
  const { number } = await planned()
  const journal = { status: 'completed', deviated: false, start: '2025-10-01T10:00:00', end: '2025-10-01T10:10:00' }
  await w.done('max', importJournal, { number, journal: JSON.stringify(journal) })
  const list = async (filter: object) =>
    (await w.read('tom', (work) => listExercises(work, ListExercisesInput.parse(filter)))).items.map(
      (one) => one.number,
    )
  expect(await read(number)).toMatchObject({ evidence: 'aged', validUntil: '2026-03-30' })
  expect(await list({ status: 'due' })).toEqual([number])
  const counts = await w.read('tom', (work) => countExercises(work, ListExercisesInput.parse({})))
  expect(counts).toMatchObject({ due: 1, finished: 1, planned: 0, all: 1 })
  const again = await run()
  await w.done('max', finishExercise, { number: again, ...result })
  expect(await list({ status: 'due' })).toEqual([])
  expect(await list({ status: 'finished' })).toEqual([again, number])
  expect(await list({ service: 'edge-proxy', kind: 'tabletop' })).toEqual([])
})
