import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database.ts'
import { milestone, propose, running } from '#lib/testing/running-program.ts'
import { inDays, NOW, type World, world } from '#lib/testing/world.ts'
import { addDays } from '#lib/time.ts'
import { addKpi } from './add-kpi.ts'
import { advanceMilestone } from './advance-milestone.ts'
import { changeMilestone } from './change-milestone.ts'
import { getHealth } from './condition.ts'
import { measureKpi } from './measure-kpi.ts'
import { getMeasures } from './measures.ts'
import { stateHealth } from './state-health.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
})

describe('what it plans and measures', () => {
  test('a milestone moves with a reason that stays with it, and is done with what shows it', async () => {
    const id = await running(w)
    const ref = { number: 1, id }
    expect(await w.execute('max', changeMilestone, { ...ref, dueOn: '2026-08-01' })).toMatchObject({
      problem: { fields: [{ field: 'reason' }] },
    })
    await w.done('max', changeMilestone, { ...ref, dueOn: '2026-08-01', reason: 'Racks are late.' })
    expect(await w.execute('ines', advanceMilestone, { ...ref, percent: 100 })).toMatchObject({
      problem: { fields: [{ field: 'note' }] },
    })
    await w.done('ines', advanceMilestone, { ...ref, percent: 100, note: 'Drill of today.' })
    const { milestones } = await w.read('vera', (work) => getMeasures(work, 1))
    expect(milestones).toMatchObject([
      {
        ...{ dueOn: '2026-08-01', originalDueOn: '2026-07-10', percent: 100, doneOn: '2026-06-10' },
        moves: [{ dueOn: '2026-08-01', reason: 'Racks are late.' }],
      },
    ])
    await expect(w.database.asOwner((db) => db.milestoneStep.updateMany({ data: { percent: 50 } }))).rejects.toThrow(
      /append/i,
    )
  })

  test('a KPI keeps what was corrected, and nobody measures the future', async () => {
    await running(w)
    const path = { baseline: 0, startOn: '2026-06-01', target: 100, targetOn: '2026-09-09', cycleDays: 30 }
    const { id } = await w.done('max', addKpi, { number: 1, name: 'Through rings', direction: 'up', ...path })
    const measure = (more: object) => w.execute('ines', measureKpi, { number: 1, id, on: '2026-06-10', ...more })
    expect(await measure({ on: '2026-06-12', value: 5 })).toMatchObject({ problem: { fields: [{ field: 'on' }] } })
    await measure({ value: 4 })
    expect(await measure({ value: 9 })).toMatchObject({ problem: { fields: [{ field: 'note' }] } })
    expect(await measure({ value: 9, note: 'Counted twice.' })).toMatchObject({ ok: true })
    expect(await w.execute('tom', measureKpi, { number: 1, id, on: '2026-06-10', value: 1 })).toMatchObject({
      problem: { kind: 'forbidden' },
    })
    const { kpis } = await w.read('vera', (work) => getMeasures(work, 1))
    expect(kpis[0]).toMatchObject({ points: [{ on: '2026-06-10', value: 9, corrections: 1 }], expected: 9, off: 0 })
    expect(await w.database.asOwner((db) => db.kpiPoint.count())).toBe(2)
  })

  test('another health is stated for 30 days at most, beside the computed one, and ends by itself', async () => {
    await running(w)
    const state = (days: number) =>
      w.execute('max', stateHealth, {
        ...{ number: 1, colour: 'red', until: addDays('2026-06-10', days), reason: 'Nobody has time.' },
      })
    expect(await state(31)).toMatchObject({ problem: { fields: [{ field: 'until' }] } })
    expect(await state(0)).toMatchObject({ problem: { fields: [{ field: 'until' }] } })
    expect(await state(30)).toMatchObject({ ok: true })
    const health = (now: Date) =>
      w.contextOf('vera', now).transaction((db) => getHealth({ db, now, actor: w.actor('vera'), requestId: '' }, 1))
    expect(await health(NOW)).toMatchObject({ computed: { colour: 'green' }, stated: { colour: 'red' } })
    expect((await health(inDays(30))).stated).not.toBeNull()
    expect((await health(inDays(31))).stated).toBeNull()
    await w.done('max', stateHealth, { number: 1, colour: '', reason: 'Tom has time now.' })
    expect((await health(NOW)).stated).toBeNull()
  })
})

test('milestones are put in an order, and say who answers for them', async () => {
  await propose(w)
  const ids = [
    (await milestone(w)).id,
    (await milestone(w, { title: 'Two' })).id,
    (await milestone(w, { title: 'Three' })).id,
  ]
  const change = (id: string | undefined, more: object) => w.done('max', changeMilestone, { number: 1, id, ...more })
  const shown = async () => (await w.read('max', (work) => getMeasures(work, 1))).milestones
  await change(ids[2], { position: 0 })
  expect((await shown()).map(({ title }) => title)).toEqual(['Three', 'Rings', 'Two'])
  await change(ids[2], { position: 1 })
  expect((await shown()).map(({ title }) => title)).toEqual(['Rings', 'Three', 'Two'])
  await change(ids[0], { title: 'Rings first', team: 'edge', weight: 20, owner: w.personIds.ines })
  expect((await shown())[0]).toMatchObject({
    ...{ title: 'Rings first', weight: 20, team: { slug: 'edge' }, owner: { name: 'ines' }, moves: [] },
  })
  await change(ids[0], { team: '', owner: '' })
  expect((await shown())[0]).toMatchObject({ team: null, owner: null, title: 'Rings first' })
})
