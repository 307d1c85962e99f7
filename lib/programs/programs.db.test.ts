import { beforeEach, describe, expect, test } from 'vitest'
import { decideActionItem } from '#lib/action-items/decide.ts'
import { editManyActionItems } from '#lib/action-items/edit-many.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { getActionItem } from '#lib/action-items/queries.ts'
import { undoEdit } from '#lib/action-items/undo-edit.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, NOW, type World, world } from '#lib/testing/world.ts'
import { addDays } from '#lib/time.ts'
import { addKpi } from './add-kpi.ts'
import { addMilestone } from './add-milestone.ts'
import { advanceMilestone } from './advance-milestone.ts'
import { answerHandover } from './answer-handover.ts'
import { assignItem } from './assign-item.ts'
import { changeMilestone } from './change-milestone.ts'
import { getHealth } from './condition.ts'
import { listPrograms } from './list.ts'
import { measureKpi } from './measure-kpi.ts'
import { getMeasures } from './measures.ts'
import { moveProgram } from './move.ts'
import { proposeProgram } from './propose.ts'
import { itemsOfProgram } from './records.ts'
import { ListProgramsInput } from './schema.ts'
import { stateHealth } from './state-health.ts'
import { reportsOf, updatesOf } from './telling.ts'
import { updateProgram } from './update.ts'
import { writeReport } from './write-report.ts'
import { writeUpdate } from './write-update.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.truncate()
  w = await world(given)
})

const at = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
const facts = { name: 'Fail small', kind: 'change_safety', objective: 'No push skips a ring.' }
const dates = { startOn: '2026-06-10', endOn: '2026-12-10' }
const ready = () => ({
  ...{ exitCriteria: 'Every push stops at ring one.\n\n', sponsor: w.personIds.ada, services: ['edge-proxy'] },
  teams: [{ team: 'edge', contact: w.personIds.ines }],
})
const propose = (more: object = {}) => w.done('max', proposeProgram, { ...facts, ...dates, ...ready(), ...more })
const move = (to: string, who: Name = 'max', now?: Date) =>
  w.execute(who, moveProgram, { number: 1, to, reason: 'So.' }, now)
const milestone = (more: object = {}) =>
  w.done('max', addMilestone, {
    ...{ number: 1, title: 'Rings', exitCriterion: 'Shown in a drill.', dueOn: '2026-07-10', weight: 10, ...more },
  })

async function running(): Promise<string> {
  await propose()
  const { id } = await milestone()
  await move('chartered')
  await move('active')
  return id
}

describe('a program', () => {
  test('is proposed by whoever writes here, and led by them', async () => {
    expect(await propose()).toMatchObject({
      ...{ number: 1, key: 'fail-small', state: 'proposed', lead: { name: 'max' }, zone: 'Europe/Lisbon' },
      exitCriteria: ['Every push stops at ring one.'],
      teams: [{ slug: 'edge', contact: { name: 'ines' } }],
    })
    expect(await propose()).toMatchObject({ key: 'fail-small-2' })
    expect(await w.execute('max', proposeProgram, { ...facts, ...dates, key: 'fail-small' })).toMatchObject({
      problem: { fields: [{ field: 'key' }] },
    })
    expect(await w.execute('omar', proposeProgram, { ...facts, ...dates })).toMatchObject({
      problem: { kind: 'forbidden' },
    })
  })

  test('goes through its life one step at a time, and says what is missing', async () => {
    await propose({ sponsor: '' })
    expect(await move('active')).toMatchObject({ problem: { message: expect.stringMatching(/Charter it first/) } })
    expect(await move('chartered')).toMatchObject({ problem: { message: expect.stringMatching(/sponsor/) } })
    await w.done('max', updateProgram, { number: 1, version: 1, sponsor: w.personIds.ada })
    expect(await move('chartered', 'tom')).toMatchObject({ problem: { kind: 'forbidden' } })
    expect(await move('chartered', 'pia')).toMatchObject({ ok: true, value: { state: 'chartered' } })
    expect(await move('active')).toMatchObject({ problem: { message: expect.stringMatching(/milestone or a KPI/) } })
    await milestone()
    expect(await move('active')).toMatchObject({ ok: true })
    expect(await move('sustaining')).toMatchObject({ ok: true })
    expect(await move('closed', 'max', at(89))).toMatchObject({
      problem: { message: expect.stringMatching(/1 are left/) },
    })
    expect(await move('closed', 'max', at(90))).toMatchObject({ ok: true, value: { state: 'closed' } })
    expect(await w.execute('max', updateProgram, { number: 1, version: 2, name: 'Other' }, at(91))).toMatchObject({
      problem: { kind: 'forbidden' },
    })
    expect((await w.events()).filter((name) => name === 'program.moved')).toHaveLength(4)
  })

  test('two who move it at once: one wins and the other is told', async () => {
    await propose()
    await milestone()
    const outcomes = await Promise.all([move('chartered'), move('chartered', 'pia')])
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
  })

  test('is listed with what comes next', async () => {
    await running()
    const list = (more: object, who: Name = 'vera') =>
      w.read(who, (work) => listPrograms(work, ListProgramsInput.parse(more)))
    const [line] = (await list({ team: 'edge', kind: 'change_safety' })).items
    expect(line).toMatchObject({ computed: null, nextMilestone: { title: 'Rings', late: false }, lateItems: 0 })
    expect((await list({ status: 'planned' })).items).toEqual([])
    expect((await list({ team: 'control' })).items).toEqual([])
    expect((await list({}, 'gus')).items).toEqual([])
  })
})

describe('what it plans and measures', () => {
  test('a milestone moves with a reason that stays with it, and is done with what shows it', async () => {
    const id = await running()
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
    await running()
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
    await running()
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
    expect((await health(at(30))).stated).not.toBeNull()
    expect((await health(at(31))).stated).toBeNull()
    await w.done('max', stateHealth, { number: 1, colour: '', reason: 'Tom has time now.' })
    expect((await health(NOW)).stated).toBeNull()
  })
})

describe('handing an item over', () => {
  const item = { title: 'Stop at ring one', doneWhen: 'A drill.', priority: 'p1', team: 'edge', dueOn: '2026-07-01' }
  const handed = async () => {
    await running()
    await w.done('ines', proposeActionItem, { ...item, owner: w.personIds.ines })
    await w.done('ines', decideActionItem, { number: 1, to: 'handed', program: 1, reason: 'It is its class.' })
  }
  const inbox = (who: Name) =>
    w.database.asOwner(async (db) =>
      (await db.notification.findMany({ where: { personId: w.personIds[who] } })).map(({ kind }) => kind),
    )

  test('needs a program that has not ended, and asks its lead', async () => {
    await w.done('ines', proposeActionItem, item)
    expect(await w.execute('ines', decideActionItem, { number: 1, to: 'handed', program: 7 })).toMatchObject({
      problem: { fields: [{ field: 'program' }] },
    })
    await running()
    await w.done('ines', decideActionItem, { number: 1, to: 'handed', program: 1 })
    expect(await inbox('max')).toEqual(['item_handed'])
    expect(await w.read('max', (work) => itemsOfProgram(work, 1))).toMatchObject({
      handed: [{ number: 1, commitment: { kind: 'handed' }, program: { number: 1 } }],
      open: [],
    })
  })

  test('the lead takes it in, into a milestone; nobody else answers for them', async () => {
    await handed()
    const { milestones } = await w.read('max', (work) => getMeasures(work, 1))
    const answer = (who: Name) =>
      w.execute(who, answerHandover, { number: 1, accept: true, milestone: milestones[0]?.id })
    expect(await answer('ines')).toMatchObject({ problem: { kind: 'forbidden' } })
    expect(await w.execute('ines', decideActionItem, { number: 1, to: 'accepted' })).toMatchObject({
      problem: { kind: 'conflict', message: expect.stringMatching(/whose lead answers/) },
    })
    expect(await answer('max')).toMatchObject({
      ok: true,
      value: { commitment: { kind: 'accepted' }, program: { number: 1 }, milestone: { title: 'Rings' } },
    })
    expect(await answer('max')).toMatchObject({ problem: { kind: 'conflict' } })
    expect(await inbox('ines')).toEqual(['handover_answered'])
  })

  test('the lead gives it back with a reason, and it is undecided again and in no program', async () => {
    await handed()
    expect(await w.execute('max', answerHandover, { number: 1, accept: false })).toMatchObject({
      problem: { fields: [{ field: 'reason' }] },
    })
    await w.done('pia', answerHandover, { number: 1, accept: false, reason: 'It is about capacity.' })
    expect(await w.read('ines', (work) => getActionItem(work, 1))).toMatchObject({
      ...{ commitment: { kind: 'proposed', reason: 'It is about capacity.' }, program: null },
    })
  })

  test('whoever handed it can take it back', async () => {
    await handed()
    await w.done('ines', decideActionItem, { number: 1, to: 'proposed', reason: 'We do it ourselves.' })
    expect(await w.read('ines', (work) => getActionItem(work, 1))).toMatchObject({ program: null })
  })

  test('what is accepted goes in by the hand of the lead, and what is only proposed does not', async () => {
    await running()
    await w.done('ines', proposeActionItem, { ...item, owner: w.personIds.ines })
    expect(await w.execute('max', assignItem, { number: 1, program: 1 })).toMatchObject({
      problem: { kind: 'conflict', message: expect.stringMatching(/hand it/) },
    })
    await w.done('ines', decideActionItem, { number: 1, to: 'accepted' })
    expect(await w.execute('tom', assignItem, { number: 1, program: 1 })).toMatchObject({
      problem: { kind: 'forbidden' },
    })
    expect(await w.done('max', assignItem, { number: 1, program: 1 })).toMatchObject({ program: { number: 1 } })
    expect(await w.done('ines', assignItem, { number: 1, program: null })).toMatchObject({ program: null })
  })
})

describe('telling', () => {
  test('a contact writes five lines about their week, and a second time corrects the first', async () => {
    await running()
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
    const id = await running()
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

test('milestones are put in an order, and say who answers for them', async () => {
  await propose()
  const ids = [(await milestone()).id, (await milestone({ title: 'Two' })).id, (await milestone({ title: 'Three' })).id]
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

test('are listed by how they stand, which is what their lead states for as long as that holds', async () => {
  await running()
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
  expect(await of('red', at(12))).toBe(0)
})

describe('many items at once', () => {
  const item = { title: 'Fix', doneWhen: 'A drill pages.', priority: 'p2', team: 'edge', dueOn: '2026-07-10' }
  const read = (number: number) => w.read('max', (work) => getActionItem(work, number))
  beforeEach(async () => {
    for (const number of [1, 2]) {
      await w.done('max', proposeActionItem, { ...item, owner: w.personIds.max })
      await w.done('max', decideActionItem, { number, to: 'accepted' })
    }
    await w.done('max', proposeActionItem, item)
  })

  test('go into a milestone, and back to where they were', async () => {
    const id = await running()
    await w.done('max', assignItem, { number: 1, program: 1 })
    const { edit } = await w.done('max', editManyActionItems, { numbers: [1, 2], milestone: id, priority: 'p1' })
    for (const number of [1, 2])
      expect(await read(number)).toMatchObject({ program: { number: 1 }, milestone: { id }, priority: 'p1' })
    expect((await w.events()).slice(-4)).toEqual([
      ...['action_item.updated', 'action_item.assigned', 'action_item.updated', 'action_item.assigned'],
    ])
    await w.done('max', undoEdit, { edit })
    expect(await read(1)).toMatchObject({ program: { number: 1 }, milestone: null, priority: 'p2' })
    expect(await read(2)).toMatchObject({ program: null, milestone: null, priority: 'p2' })
    await w.done('max', editManyActionItems, { numbers: [1, 2], program: 'none' })
    expect(await read(1)).toMatchObject({ program: null })
  })

  test('are refused together: what is only proposed, a program that is not theirs or has ended', async () => {
    await running()
    const many = (who: Name, more: object) => w.execute(who, editManyActionItems, { numbers: [1, 3], ...more })
    const before = await w.events()
    expect(await many('max', { program: 1 })).toMatchObject({
      problem: { fields: [{ message: 'AI-3: It is only proposed: hand it to the program.' }] },
    })
    expect(await many('ines', { program: 1 })).toMatchObject({ problem: { fields: [{ field: 'program' }] } })
    expect(await many('max', { program: 9 })).toMatchObject({ problem: { fields: [{ field: 'program' }] } })
    expect(await w.events()).toEqual(before)
    await move('stopped')
    expect(await many('max', { numbers: [1], program: 1 })).toMatchObject({
      problem: { fields: [{ message: 'Choose a program that has not ended.' }] },
    })
  })
})
