import { beforeEach, describe, expect, test } from 'vitest'
import { decideActionItem } from '#lib/action-items/decide.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { newId } from '#lib/ids.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { listNotifications } from '#lib/notifications/queries.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { dueOf, lateNumbers } from '#lib/postmortems/due.ts'
import { recordRisk } from '#lib/risks/record.ts'
import { treatRisk } from '#lib/risks/treat.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { countUnwritten, getRequirement, listUnwritten } from '#lib/waivers/queries.ts'
import { waivePostmortem } from '#lib/waivers/waive.ts'
import { withdrawWaiver } from '#lib/waivers/withdraw.ts'
import { remind, stepOf } from './remind.ts'

let cast: World
beforeEach(async () => {
  const test = await testDatabase()
  await test.empty()
  cast = await world(test)
})

/** A SEV2 that ended on Wednesday 3 June; its first draft is due five business days later, on the 10th. */
async function incident(extra: Record<string, unknown> = {}): Promise<number> {
  const { number } = await cast.done('max', recordIncident, {
    ...{ title: 'Slow answers', severity: 'sev2', kind: 'outage', team: 'edge' },
    milestones: { impactStarted: '2026-06-03T09:00:00Z', mitigated: '2026-06-03T10:00:00Z' },
    ...extra,
  })
  return number
}
const draft = (number: number) =>
  cast.done('max', draftPostmortem, { incident: number, title: 'Slow answers', template: 'classic', team: 'edge' })
const told = async (who: Name) =>
  (await cast.read(who, (work) => listNotifications(work, { limit: 50 }))).items.map(({ kind, says }) => [kind, says])
const on = (day: string) => remind(cast.database, new Date(`${day}T12:00:00Z`))

test.each([
  ['2026-06-08', null],
  ['2026-06-09', -1],
  ['2026-06-10', -1],
  ['2026-06-11', 1],
  ['2026-06-20', 7],
  ['2026-07-01', 14],
  ['2026-08-01', null],
])('on %s the step of what is due on 10 June is %s', (today, step) => {
  expect(stepOf('2026-06-10', today, new Set())).toBe(step)
})

describe('reminders', () => {
  test('come once a step, however often and by however many they are looked for', async () => {
    const { number } = await draft(await incident())
    expect((await cast.read('max', (work) => dueOf(work, [number]))).get(number)).toMatchObject({
      ...{ what: 'draft', dueOn: '2026-06-10', overdue: false },
    })
    await Promise.all([on('2026-06-09'), on('2026-06-09')])
    await on('2026-06-10')
    expect(await told('max')).toEqual([['draft_due', 'Its first draft is due on 10 Jun 2026.']])
    await on('2026-06-11')
    expect(await told('max')).toHaveLength(2)
  })

  test('after a pause of any length the newest step is told, to the owners of the team too', async () => {
    await draft(await incident())
    await on('2026-06-18')
    expect(await told('max')).toEqual([['draft_due', 'Its first draft was due on 10 Jun 2026.']])
    expect(await told('olga')).toHaveLength(1)
    expect(await told('tom')).toEqual([])
  })

  test('an incident nobody writes about reminds whoever recorded it, until it is waived', async () => {
    const number = await incident({ severity: 'sev2' })
    await on('2026-06-09')
    expect(await told('max')).toEqual([
      ['postmortem_needed', 'It needs a postmortem; a first draft is due on 10 Jun 2026.'],
    ])
    await cast.done('max', waivePostmortem, { number, reason: 'Told with the cable cut.' })
    await on('2026-06-18')
    expect(await told('max')).toHaveLength(1)
  })

  test('of a restricted record are seen by nobody it is closed to', async () => {
    await incident({ visibility: 'restricted', restrictedReason: 'security' })
    await on('2026-06-18')
    expect(await told('max')).toHaveLength(1)
    expect(await told('olga')).toEqual([])
  })
})

describe('whether a postmortem is needed', () => {
  test('is said with its reasons, and a waiver is counted and can be taken back', async () => {
    const number = await incident()
    expect(await cast.read('vera', (work) => getRequirement(work, number))).toMatchObject({
      ...{ because: ['It is a SEV2.'], draftDueOn: '2026-06-10', waiver: null },
    })
    expect(await cast.read('vera', countUnwritten)).toEqual({ needed: 1, waived: 0 })
    await cast.done('olga', waivePostmortem, { number, reason: 'A vendor’s outage.' })
    expect(await cast.read('vera', countUnwritten)).toEqual({ needed: 0, waived: 1 })
    const { items } = await cast.read('vera', (work) => listUnwritten(work, { postmortem: 'waived', limit: 10 }))
    expect(items).toMatchObject([{ requirement: { waiver: { reason: 'A vendor’s outage.', by: { name: 'olga' } } } }])
    await cast.done('max', withdrawWaiver, { number, reason: 'It was ours.' })
    expect(await cast.read('vera', countUnwritten)).toEqual({ needed: 1, waived: 0 })
  })

  test('a SEV1 is never waived, nor one that is written about, nor by somebody of another team', async () => {
    const grave = await incident({ severity: 'sev1' })
    expect(await cast.execute('max', waivePostmortem, { number: grave, reason: 'No.' })).toMatchObject({
      problem: { kind: 'conflict', message: expect.stringContaining('SEV1') },
    })
    const written = await incident()
    await draft(written)
    expect(await cast.execute('max', waivePostmortem, { number: written, reason: 'No.' })).toMatchObject({
      problem: { kind: 'conflict' },
    })
    expect(await cast.execute('tom', waivePostmortem, { number: await incident(), reason: 'No.' })).toMatchObject({
      problem: { kind: 'forbidden' },
    })
  })

  test('a near miss never needs one; the third time of a mechanism on a service does', async () => {
    const miss = await incident({ severity: 'near_miss', kind: 'near_miss' })
    expect((await cast.read('max', (work) => getRequirement(work, miss))).because).toEqual([])
    const again = {
      severity: 'sev4',
      mechanisms: ['cap.exhaustion'],
      services: [{ service: 'edge-proxy', role: 'origin' }],
    }
    const numbers = [await incident(again), await incident(again), await incident(again)]
    const third = await cast.read('max', (work) => getRequirement(work, numbers[2] ?? 0))
    expect(third.because).toEqual([expect.stringContaining('3 incidents of the same service')])
  })
})

test('thousands that are late at once are each told once', async () => {
  const { number } = await cast.done('max', proposeActionItem, {
    ...{ title: 'Answer from the second resolver', priority: 'p1', team: 'edge', owner: cast.personIds.ines },
    ...{ dueOn: '2026-06-20', doneWhen: 'It answers.' },
  })
  await cast.done('max', decideActionItem, { number, to: 'accepted' })
  await cast.database.asOwner(async (db) => {
    const item = await db.actionItem.findUniqueOrThrow({ where: { number } })
    await db.actionItem.createMany({
      data: Array.from({ length: 2_499 }, (_, index) => ({
        ...item,
        id: newId(item.createdAt),
        number: number + index + 1,
      })),
    })
  })
  await on('2026-06-19')
  await on('2026-06-19')
  const where = { personId: cast.personIds.ines, kind: 'item_due' } as const
  expect(await cast.database.asOwner((db) => db.notification.count({ where }))).toBe(2_500)
})

test('only what is overdue counts as late', async () => {
  const { number } = await draft(await incident())
  const late = await cast.database.asOwner((db) =>
    lateNumbers({
      db,
      now: new Date('2026-06-11T12:00:00Z'),
      actor: { kind: 'system', reason: 'test' },
      requestId: 't',
    }),
  )
  expect(late).toEqual([number])
  expect(await cast.read('max', lateNumbers)).toEqual([])
})

test('an accepted risk comes back to its owner once, on the day after', async () => {
  const { number } = await cast.done('max', recordRisk, {
    ...{ component: 'One resolver', layer: 'dns', domain: 'host', redundancy: 'none', team: 'edge' },
    ...{ likelihood: 3, impact: 4, detectability: 2, owner: cast.personIds.ines },
  })
  const accepted = { kind: 'accept', reason: 'Until autumn.', until: '2026-09-01', approver: cast.personIds.olga }
  await cast.done('max', treatRisk, { number, ...accepted })
  await on('2026-09-01')
  expect(await told('ines')).toEqual([])
  await on('2026-09-02')
  await on('2026-09-03')
  const said = 'Its risk was accepted until 1 Sept 2026. It is back, and waits for a decision.'
  expect(await told('ines')).toEqual([['acceptance_ended', said]])
  expect(await told('olga')).toEqual([])
})
