import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database.ts'
import { dates, facts, milestone, move, propose, running } from '#lib/testing/running-program.ts'
import { inDays, type Name, NOW, type World, world } from '#lib/testing/world.ts'
import { addDays } from '#lib/time.ts'
import { listPrograms } from './list.ts'
import { proposeProgram } from './propose.ts'
import { ListProgramsInput } from './schema.ts'
import { stateHealth } from './state-health.ts'
import { updateProgram } from './update.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
})

describe('a program', () => {
  test('is proposed by whoever writes here, and led by them', async () => {
    expect(await propose(w)).toMatchObject({
      ...{ number: 1, key: 'fail-small', state: 'proposed', lead: { name: 'max' }, zone: 'Europe/Lisbon' },
      exitCriteria: ['Every push stops at ring one.'],
      teams: [{ slug: 'edge', contact: { name: 'ines' } }],
    })
    expect(await propose(w)).toMatchObject({ key: 'fail-small-2' })
    expect(await w.execute('max', proposeProgram, { ...facts, ...dates, key: 'fail-small' })).toMatchObject({
      problem: { fields: [{ field: 'key' }] },
    })
    expect(await w.execute('omar', proposeProgram, { ...facts, ...dates })).toMatchObject({
      problem: { kind: 'forbidden' },
    })
  })

  test('goes through its life one step at a time, and says what is missing', async () => {
    await propose(w, { sponsor: '' })
    expect(await move(w, 'active')).toMatchObject({ problem: { message: expect.stringMatching(/Charter it first/) } })
    expect(await move(w, 'chartered')).toMatchObject({ problem: { message: expect.stringMatching(/sponsor/) } })
    await w.done('max', updateProgram, { number: 1, version: 1, sponsor: w.personIds.ada })
    expect(await move(w, 'chartered', 'tom')).toMatchObject({ problem: { kind: 'forbidden' } })
    expect(await move(w, 'chartered', 'pia')).toMatchObject({ ok: true, value: { state: 'chartered' } })
    expect(await move(w, 'active')).toMatchObject({ problem: { message: expect.stringMatching(/milestone or a KPI/) } })
    await milestone(w)
    expect(await move(w, 'active')).toMatchObject({ ok: true })
    expect(await move(w, 'sustaining')).toMatchObject({ ok: true })
    expect(await move(w, 'closed', 'max', inDays(89))).toMatchObject({
      problem: { message: expect.stringMatching(/1 are left/) },
    })
    expect(await move(w, 'closed', 'max', inDays(90))).toMatchObject({ ok: true, value: { state: 'closed' } })
    expect(await w.execute('max', updateProgram, { number: 1, version: 2, name: 'Other' }, inDays(91))).toMatchObject({
      problem: { kind: 'forbidden' },
    })
    expect((await w.events()).filter((name) => name === 'program.moved')).toHaveLength(4)
  })

  test('two who move it at once: one wins and the other is told', async () => {
    await propose(w)
    await milestone(w)
    const outcomes = await Promise.all([move(w, 'chartered'), move(w, 'chartered', 'pia')])
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
  })

  test('is listed with what comes next', async () => {
    await running(w)
    const list = (more: object, who: Name = 'vera') =>
      w.read(who, (work) => listPrograms(work, ListProgramsInput.parse(more)))
    const [line] = (await list({ team: 'edge', kind: 'change_safety' })).items
    expect(line).toMatchObject({ computed: null, nextMilestone: { title: 'Rings', late: false }, lateItems: 0 })
    expect((await list({ status: 'planned' })).items).toEqual([])
    expect((await list({ team: 'control' })).items).toEqual([])
    expect((await list({}, 'gus')).items).toEqual([])
  })
})

test('are listed by how they stand, which is what their lead states for as long as that holds', async () => {
  await running(w)
  const of = async (colour: string, now = NOW) =>
    (
      await w
        .contextOf('vera', now)
        .transaction((db) =>
          listPrograms(
            { db, now, actor: w.actor('vera'), requestId: '' },
            ListProgramsInput.parse({ colour, status: 'all' }),
          ),
        )
    ).items.length
  expect(await of('red')).toBe(0)
  const until = addDays('2026-06-10', 10)
  await w.done('max', stateHealth, { number: 1, colour: 'red', until, reason: 'Nobody has time.' })
  expect(await of('red')).toBe(1)
  expect(await of('green')).toBe(0)
  expect(await of('red', inDays(12))).toBe(0)
})
