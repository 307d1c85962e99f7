import { beforeEach, describe, expect, test } from 'vitest'
import { decideActionItem } from '#lib/action-items/decide.ts'
import { editManyActionItems } from '#lib/action-items/edit-many.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { getActionItem } from '#lib/action-items/queries.ts'
import { undoEdit } from '#lib/action-items/undo-edit.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { move, running } from '#lib/testing/running-program.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { answerHandover } from './answer-handover.ts'
import { assignItem } from './assign-item.ts'
import { getMeasures } from './measures.ts'
import { itemsOfProgram } from './records.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
})

describe('handing an item over', () => {
  const item = { title: 'Stop at ring one', doneWhen: 'A drill.', priority: 'p1', team: 'edge', dueOn: '2026-07-01' }
  const handed = async () => {
    await running(w)
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
    await running(w)
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
    await running(w)
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
    const id = await running(w)
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
    await running(w)
    const many = (who: Name, more: object) => w.execute(who, editManyActionItems, { numbers: [1, 3], ...more })
    const before = await w.events()
    expect(await many('max', { program: 1 })).toMatchObject({
      problem: { fields: [{ message: 'AI-3: It is only proposed: hand it to the program.' }] },
    })
    expect(await many('ines', { program: 1 })).toMatchObject({ problem: { fields: [{ field: 'program' }] } })
    expect(await many('max', { program: 9 })).toMatchObject({ problem: { fields: [{ field: 'program' }] } })
    expect(await w.events()).toEqual(before)
    await move(w, 'stopped')
    expect(await many('max', { numbers: [1], program: 1 })).toMatchObject({
      problem: { fields: [{ message: 'Choose a program that has not ended.' }] },
    })
  })
})
