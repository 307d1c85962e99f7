import { beforeEach, describe, expect, test } from 'vitest'
import { advanceActionItem } from '#lib/action-items/advance.ts'
import { decideActionItem } from '#lib/action-items/decide.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { updateActionItem } from '#lib/action-items/update.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, NOW, type World, world } from '#lib/testing/world.ts'
import { incidentReport } from './incident-report.ts'
import { itemFigures } from './item-figures.ts'
import { itemReport } from './item-report.ts'
import { periodOf } from './model.ts'

let cast: World
beforeEach(async () => {
  const test = await testDatabase()
  await test.empty()
  cast = await world(test)
})

const DAY_MS = 86_400_000
const from = new Date('2026-04-01T00:00:00Z')
const figuresAt = (who: Name, to: Date, now: Date) =>
  cast
    .contextOf(who, now)
    .transaction((db) => itemFigures({ db, now, actor: cast.actor(who), requestId: 'test' }, {}, { from, to }))

describe('a report on promises', () => {
  test('recomputed as of any past day is what it was on that day', async () => {
    const day = (count: number) => new Date(NOW.getTime() + count * DAY_MS)
    const owner = cast.personIds.max
    const propose = (title: string, dueOn: string, at: number) =>
      cast
        .done(
          'max',
          proposeActionItem,
          { title, priority: 'p2', team: 'edge', dueOn, owner, doneWhen: 'Shown.' },
          day(at),
        )
        .then(({ number }) => number)
    const accept = (number: number, at: number) =>
      cast.done('max', decideActionItem, { number, to: 'accepted', owner }, day(at))
    const step = (number: number, to: string, at: number, extra = {}) =>
      cast.done('max', advanceActionItem, { number, to, note: 'So it is.', ...extra }, day(at))
    const seen: { at: Date; figures: Awaited<ReturnType<typeof figuresAt>> }[] = []
    const look = async (at: number) => {
      // Just after everything that happened that day.
      const to = new Date(day(at).getTime() + 1_000)
      seen.push({ at: to, figures: await figuresAt('max', to, to) })
    }
    const first = await propose('Cap retries', '2026-06-20', 0)
    const second = await propose('Alert on retries', '2026-06-14', 0)
    await accept(first, 1)
    await look(1)
    await accept(second, 2)
    await step(first, 'in_progress', 3)
    await look(3)
    await look(6)
    await cast.done(
      'max',
      updateActionItem,
      { number: second, version: await versionOf(second), dueOn: '2026-07-01' },
      day(7),
    )
    await look(7)
    await step(first, 'verified', 8)
    await look(8)
    await step(first, 'regressed', 20, { because: 'ineffective' })
    await look(20)
    await step(second, 'dropped', 22)
    await look(22)
    await look(40)
    const later = day(90)
    for (const { at, figures } of seen) expect([at, await figuresAt('max', at, later)]).toEqual([at, figures])
    // And they did differ, so that the comparison means something.
    expect(seen.map(({ figures: { open, overdue } }) => [open, overdue])).toEqual([
      ...[
        [1, 0],
        [2, 0],
        [2, 1],
        [2, 0],
        [1, 0],
        [2, 1],
        [1, 1],
        [1, 1],
      ],
    ])
  })

  test('counts what its reader may see, in lists and figures alike', async () => {
    const { lines } = await cast.read('gus', (work) => itemReport(work, {}))
    expect(lines.find(({ key }) => key === 'open')).toMatchObject({ count: 0 })
  })
})

async function versionOf(number: number): Promise<number> {
  return (await cast.database.asOwner((db) => db.actionItem.findUniqueOrThrow({ where: { number } }))).version
}

test('a report on incidents leaves restricted ones out for those who may not read them', async () => {
  const incident = (extra: Record<string, unknown>) =>
    cast.done('max', recordIncident, {
      ...{ title: 'Slow answers', severity: 'sev2', kind: 'outage', team: 'edge' },
      milestones: {
        impactStarted: '2026-06-03T09:00:00Z',
        detected: '2026-06-03T09:10:00Z',
        mitigated: '2026-06-03T10:00:00Z',
      },
      ...extra,
    })
  await incident({})
  await incident({ visibility: 'restricted', restrictedReason: 'security' })
  const figures = async (who: Name) => (await cast.read(who, (work) => incidentReport(work, {}))).figures
  expect((await figures('tom')).n).toBe(1)
  const { n, times } = await figures('max')
  expect([n, times.timeToDetect.dots.map(({ minutes }) => minutes), times.timeToAcknowledge.known]).toEqual([
    2,
    [10, 10],
    0,
  ])
})

test('a factor is covered by what was accepted against its mechanism, from its postmortem or for the incident', async () => {
  const { number } = await cast.done('max', recordIncident, {
    ...{ title: 'Slow answers', severity: 'sev2', kind: 'outage', team: 'edge' },
    milestones: { impactStarted: '2026-06-03T09:00:00Z' },
  })
  const mechanisms = ['chg.config', 'ctl.validation', 'chg.code']
  await cast.database.asOwner((db) => db.incident.update({ where: { number }, data: { mechanisms } }))
  const owner = cast.personIds.max
  const item = { title: 'Cap retries', priority: 'p2', team: 'edge', dueOn: '2026-07-01', owner, doneWhen: 'Shown.' }
  const propose = async (more: object) => (await cast.done('max', proposeActionItem, { ...item, ...more })).number
  const coverage = async () => (await cast.read('max', (work) => incidentReport(work, {}))).figures.coverage
  const linked = await propose({ mechanism: 'chg.config', incidents: [number] })
  await cast.done('max', decideActionItem, { number: await propose({ mechanism: 'chg.code' }), to: 'accepted', owner })
  expect(await coverage()).toMatchObject({ of: 0, n: 3 })
  await cast.done('max', decideActionItem, { number: linked, to: 'accepted', owner })
  expect(await coverage()).toMatchObject({ of: 1, n: 3 })
  const { id: incidentId } = await cast.database.asOwner((db) => db.incident.findUniqueOrThrow({ where: { number } }))
  const draft = await cast.done('max', draftPostmortem, {
    incident: number,
    title: 'Slow answers',
    template: 'classic',
    team: 'edge',
  })
  const written = await propose({ mechanism: 'ctl.validation', postmortem: draft.number })
  await cast.done('max', decideActionItem, { number: written, to: 'accepted', owner })
  await cast.database.asOwner((db) =>
    db.itemIncident.deleteMany({ where: { incidentId, actionItem: { number: written } } }),
  )
  expect(await coverage()).toMatchObject({ of: 2, n: 3 })
})

test.each([
  ['2026-Q2', '2026-04-01T00:00:00.000Z', '2026-06-10T14:00:00.000Z', false],
  ['2026-Q1', '2026-01-01T00:00:00.000Z', '2026-03-31T23:59:59.999Z', true],
])('%s is from %s to %s', (name, start, end, over) => {
  const period = periodOf(name, NOW)
  expect([period?.from.toISOString(), period?.to.toISOString(), period?.over]).toEqual([start, end, over])
})
