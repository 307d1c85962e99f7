import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database.ts'
import { running } from '#lib/testing/running-program.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { changeMilestone } from './change-milestone.ts'
import { reportsOf, updatesOf } from './telling.ts'
import { writeReport } from './write-report.ts'
import { writeUpdate } from './write-update.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
})

describe('telling', () => {
  test('a contact writes five lines about their week, and a second time corrects the first', async () => {
    await running(w)
    const write = (who: Name, more: object) =>
      w.execute(who, writeUpdate, { number: 1, team: 'edge', weekOf: '2026-06-10', ...more })
    expect(await write('tom', { done: 'All.' })).toMatchObject({ problem: { kind: 'forbidden' } })
    expect(await write('ines', {})).toMatchObject({ problem: { fields: [{ field: 'done' }] } })
    expect(await write('ines', { team: 'control', done: 'All.' })).toMatchObject({
      problem: { fields: [{ field: 'team' }] },
    })
    await write('ines', { done: 'Most.' })
    await write('ines', { done: 'All.', ask: 'A rack.' })
    expect(await w.read('vera', (work) => updatesOf(work, 1))).toMatchObject([
      { weekOf: '2026-06-08', by: 'ines', lines: { done: 'All.', ask: 'A rack.' } },
    ])
  })

  test('a report keeps what the data said, and a quarterly review says how every criterion stands', async () => {
    const id = await running(w)
    const period = { number: 1, from: '2026-06-01', until: '2026-06-10', judgement: 'On the way.' }
    expect(await w.execute('max', writeReport, { ...period, kind: 'quarterly' })).toMatchObject({
      problem: { fields: [{ field: 'verdicts' }] },
    })
    const verdicts = [{ verdict: 'not_yet', note: 'One drill of two.' }]
    await w.done('max', writeReport, { ...period, kind: 'quarterly', verdicts })
    await w.done('max', changeMilestone, { number: 1, id, title: 'Other words' })
    const [report] = await w.read('vera', (work) => reportsOf(work, 1))
    expect(report?.draft).toContain('Next on 2026-07-10: “Rings”, 0 % done.')
    expect(report?.verdicts).toEqual([{ criterion: 'Every push stops at ring one.', ...verdicts[0] }])
  })
})
