import { beforeEach, describe, expect, test } from 'vitest'
import { deactivatePerson } from '#lib/accounts/deactivate.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type World, world } from '#lib/testing/world.ts'
import { addItemEvidence } from './add-evidence.ts'
import { advanceActionItem } from './advance.ts'
import { decideActionItem } from './decide.ts'
import { mergeActionItem } from './merge.ts'
import { proposeActionItem } from './propose.ts'
import { getActionItem } from './queries.ts'
import { updateActionItem } from './update.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
})

const item = { title: 'Alert on source ports', doneWhen: 'A drill pages.', priority: 'p1', team: 'edge' }
const propose = (more: object = {}) =>
  w.done('max', proposeActionItem, { ...item, dueOn: '2026-07-10', owner: w.personIds.ines, ...more })
const accept = (number = 1) => w.done('max', decideActionItem, { number, to: 'accepted' })
const advance = (who: 'ines' | 'max', to: string, more: object = {}) =>
  w.execute(who, advanceActionItem, { number: 1, to, note: 'It is so.', ...more })
const names = () => w.events()

describe('deciding', () => {
  test('what is only proposed has no progress', async () => {
    await propose()
    expect(await advance('ines', 'in_progress')).toMatchObject({
      problem: { kind: 'conflict', message: expect.stringMatching(/Accept it first/) },
    })
    await accept()
    expect(await advance('ines', 'in_progress')).toMatchObject({
      ok: true,
      value: { progress: { kind: 'in_progress' } },
    })
    expect(await names()).toEqual(['action_item.proposed', 'action_item.decided', 'action_item.advanced'])
  })

  test('accepting asks for one person and an exit criterion, and takes them along', async () => {
    await propose({ owner: null, doneWhen: '' })
    expect(await w.execute('max', decideActionItem, { number: 1, to: 'accepted' })).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field: 'owner' }, { field: 'doneWhen' }] },
    })
    const more = { owner: w.personIds.ines, doneWhen: 'A drill pages.', dueOn: '2026-07-20' }
    expect(await w.done('max', decideActionItem, { number: 1, to: 'accepted', ...more })).toMatchObject({
      ...{ owner: { name: 'ines' }, dueOn: '2026-07-20', originalDueOn: '2026-07-20' },
      commitment: { kind: 'accepted' },
    })
  })

  test('a risk is accepted until a day to come, by somebody who answers for it', async () => {
    await propose()
    const risk = (more: object) =>
      w.execute('max', decideActionItem, { number: 1, to: 'risk_accepted', reason: 'Rare.', ...more })
    expect(await risk({ approver: w.personIds.olga })).toMatchObject({ problem: { fields: [{ field: 'until' }] } })
    expect(await risk({ approver: w.personIds.olga, until: '2026-06-10' })).toMatchObject({
      problem: { fields: [{ field: 'until' }] },
    })
    for (const who of ['ines', 'tom'] as const)
      expect(await risk({ approver: w.personIds[who], until: '2026-12-01' })).toMatchObject({
        problem: { fields: [{ field: 'approver' }] },
      })
    expect(await risk({ approver: w.personIds.olga, until: '2026-12-01' })).toMatchObject({
      value: { closed: true, commitment: { kind: 'risk_accepted', until: '2026-12-01', approver: { name: 'olga' } } },
    })
    const later = w.contextOf('max', new Date('2026-12-02T12:00:00Z'))
    expect(await later.transaction((db) => getActionItem({ ...later, db }, 1))).toMatchObject({
      commitment: { expired: true },
    })
    expect(await accept()).toMatchObject({ closed: false, commitment: { kind: 'accepted', until: null } })
  })

  test('declining goes with a reason, and what was promised is not declined', async () => {
    await propose()
    const decline = (reason: string) => w.execute('max', decideActionItem, { number: 1, to: 'declined', reason })
    expect(await decline('')).toMatchObject({ problem: { fields: [{ field: 'reason' }] } })
    expect(await decline('The proxy goes away.')).toMatchObject({ value: { closed: true } })
    await accept()
    expect(await decline('No.')).toMatchObject({ problem: { kind: 'conflict' } })
  })
})

describe('verifying', () => {
  test('a P1 needs evidence and somebody else than its owner', async () => {
    await propose()
    await accept()
    expect(await advance('ines', 'verified')).toMatchObject({ problem: { message: expect.stringMatching(/ask for/) } })
    await advance('ines', 'in_verification')
    expect(await advance('max', 'verified')).toMatchObject({ problem: { message: expect.stringMatching(/evidence/) } })
    await w.done('ines', addItemEvidence, { number: 1, kind: 'drill', note: 'It paged in 40 seconds.' })
    expect(await advance('ines', 'verified')).toMatchObject({
      problem: { message: expect.stringMatching(/Somebody else/) },
    })
    expect(await advance('max', 'verified')).toMatchObject({
      value: { closed: true, overdue: false, progress: { kind: 'verified' }, evidence: [{ kind: 'drill' }] },
    })
    expect(await advance('max', 'regressed')).toMatchObject({ problem: { fields: [{ field: 'because' }] } })
    const first = (await w.read('max', (work) => getActionItem(work, 1))).firstDoneAt
    expect(await advance('max', 'regressed', { because: 'ineffective' })).toMatchObject({
      value: { closed: false, progress: { kind: 'regressed', because: 'ineffective' }, firstDoneAt: first },
    })
  })

  test('the database itself holds a P1 without evidence back', async () => {
    await propose()
    const row = { actionItemId: '', kind: 'verified' as const, note: 'x', at: new Date() }
    await expect(
      w.database.asOwner(async (db) => {
        const { id } = await db.actionItem.findFirstOrThrow()
        await db.progress.create({ data: { ...row, id, actionItemId: id } })
      }),
    ).rejects.toThrow(/without evidence/)
  })

  test('a P3 is done by its owner in one step, and a P1 is not dropped', async () => {
    await propose({ priority: 'p3' })
    await accept()
    expect(await advance('ines', 'verified')).toMatchObject({ ok: true })
    await propose()
    await accept(2)
    expect(await advance('ines', 'dropped', { number: 2 })).toMatchObject({
      problem: { message: expect.stringMatching(/accept its risk/) },
    })
  })
})

describe('dates and people', () => {
  test('the second new date of a promise needs a reason', async () => {
    await propose()
    const { version } = await accept()
    const move = (version: number, dueOn: string, more: object = {}) =>
      w.execute('ines', updateActionItem, { number: 1, version, dueOn, ...more })
    expect(await move(version, '2026-08-01')).toMatchObject({ value: { rescheduleCount: 1 } })
    expect(await move(version + 1, '2026-09-01')).toMatchObject({ problem: { fields: [{ field: 'reason' }] } })
    expect(await move(version + 1, '2026-09-01', { reason: 'Hardware is late.' })).toMatchObject({
      value: { rescheduleCount: 2, originalDueOn: '2026-07-10' },
    })
  })

  test('when somebody leaves, what they had open falls to the team at once', async () => {
    await propose()
    await accept()
    await propose({ priority: 'p3' })
    await accept(2)
    await advance('ines', 'verified', { number: 2 })
    await w.done('ada', deactivatePerson, { id: w.personIds.ines })
    const owners = [1, 2].map((number) => w.read('max', (work) => getActionItem(work, number)))
    expect((await Promise.all(owners)).map(({ owner }) => owner?.name)).toEqual([undefined, 'ines'])
    expect((await names()).filter((name) => name === 'action_item.fell_to_team')).toHaveLength(1)
  })
})

describe('merging', () => {
  test('takes the incidents along and says which one stays', async () => {
    const incident = { title: 'Ports ran out', severity: 'sev3', kind: 'outage', team: 'edge' }
    await w.done('max', recordIncident, incident)
    await propose()
    await propose({ title: 'Page on ports', incidents: [1] })
    expect(await w.execute('max', mergeActionItem, { number: 2, of: 2 })).toMatchObject({
      problem: { kind: 'invalid' },
    })
    expect(await w.done('max', mergeActionItem, { number: 2, of: 1 })).toMatchObject({
      closed: true,
      commitment: { kind: 'duplicate', duplicateOf: { number: 1 } },
    })
    expect(await w.read('max', (work) => getActionItem(work, 1))).toMatchObject({ incidents: [{ number: 1 }] })
    expect(await w.execute('max', mergeActionItem, { number: 1, of: 2 })).toMatchObject({
      problem: { kind: 'conflict' },
    })
  })
})

test('of 40 pairs at once one wins and the other is a clear conflict', async () => {
  for (let number = 1; number <= 40; number += 1) {
    await propose({ priority: 'p3' })
    await accept(number)
    const outcomes = await Promise.all([
      advance('ines', 'verified', { number }),
      advance('max', number % 2 ? 'verified' : 'dropped', { number }),
    ])
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ problem: { kind: 'conflict' } })
  }
  expect(await w.database.asOwner((db) => db.progress.count())).toBe(40)
})
