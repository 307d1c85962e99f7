import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { decideActionItem } from '#lib/action-items/decide.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { updateActionItem } from '#lib/action-items/update.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { restricted } from '#lib/testing/library.ts'
import { running } from '#lib/testing/running-program.ts'
import { inDays, type Name, NOW, type World, world } from '#lib/testing/world.ts'
import { addDays } from '#lib/time.ts'
import { addKpi } from './add-kpi.ts'
import { addRisk } from './add-risk.ts'
import { advanceMilestone } from './advance-milestone.ts'
import { agreeEffect } from './agree-effect.ts'
import { assignItem } from './assign-item.ts'
import { programCandidates } from './candidates.ts'
import { changeMilestone } from './change-milestone.ts'
import { tellPrograms } from './concern.ts'
import { getHealth } from './condition.ts'
import { effectsOf } from './effects.ts'
import { healthAt } from './facts.ts'
import type { Health } from './health.ts'
import { judgeEffect } from './judge-effect.ts'
import { linkRecord } from './link.ts'
import { measureKpi } from './measure-kpi.ts'
import { incidentsOfProgram } from './records.ts'
import { watchMechanism } from './watch.ts'
import { recordHealth } from './weekly.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
})

const day = (days: number) => addDays('2026-06-10', days)

const start = () => running(w, { program: { endOn: day(180), mechanism: 'chg.config' }, milestone: { dueOn: day(20) } })

const incident = (more: object = {}, now = NOW, who: Name = 'max') =>
  w.done(
    who,
    recordIncident,
    {
      ...{ title: 'A push went everywhere', severity: 'sev2', kind: 'outage', team: 'edge', zone: 'UTC' },
      ...{ factors: [{ mechanism: 'chg.config', role: 'enabler' }], milestones: { detected: now.toISOString() } },
      ...more,
    },
    now,
  )

const healthOn = async (now: Date): Promise<Health | null> =>
  w.database.asOwner(async (db) => healthAt(db, await db.program.findFirstOrThrow(), now))

/** One thing that a person does on a day. */
const change = fc.record({
  what: fc.constantFrom('move', 'advance', 'measure', 'risk', 'redate', 'incident', 'watch', 'report'),
  figure: fc.integer({ min: 1, max: 99 }),
})
const story = fc.array(
  fc.record({ days: fc.integer({ min: 1, max: 12 }), changes: fc.array(change, { maxLength: 3 }) }),
  {
    minLength: 2,
    maxLength: 5,
  },
)

test('the health of a past day, computed from the rows, is what was computed on that day', {
  timeout: 120_000,
}, async () => {
  let days = 0
  await fc.assert(
    fc.asyncProperty(story, async (chapters) => {
      await given.empty()
      w = await world(given)
      const milestone = await start()
      const kpi = await w.done('max', addKpi, {
        ...{ number: 1, name: 'Rings', direction: 'up', baseline: 0, startOn: day(0), target: 100, targetOn: day(60) },
        cycleDays: 7,
      })
      const facts = { title: 'Stop', doneWhen: 'A drill.', priority: 'p1', team: 'edge', owner: w.personIds.ines }
      await w.done('max', proposeActionItem, { ...facts, dueOn: day(5) })
      await w.done('max', decideActionItem, { number: 1, to: 'accepted' })
      await w.done('max', assignItem, { number: 1, program: 1 })
      let version = 2
      const shown: [Date, Health | null][] = []
      let today = 0
      for (const chapter of chapters) {
        today += chapter.days
        const now = inDays(today)
        const act = (command: Parameters<World['done']>[1], input: object) =>
          w.done('max', command, { number: 1, ...input }, now)
        for (const { what, figure } of chapter.changes) {
          if (what === 'move')
            await act(changeMilestone as never, { id: milestone, dueOn: day(figure), reason: `Day ${figure}.` })
          if (what === 'advance') await act(advanceMilestone as never, { id: milestone, percent: figure, note: 'So.' })
          if (what === 'measure')
            await act(measureKpi as never, { id: kpi.id, on: day(today), value: figure, note: 'So.' })
          if (what === 'risk')
            await act(addRisk as never, { kind: 'risk', title: `Risk ${figure}`, likelihood: 'high', effect: 'high' })
          if (what === 'redate') {
            await act(updateActionItem as never, { version, dueOn: day(figure), reason: 'So.' })
            version += 1
          }
          if (what === 'incident') await incident({ severity: figure > 50 ? 'sev2' : 'sev3' }, now)
          if (what === 'watch') await w.execute('max', watchMechanism, { number: 1, mechanism: 'cap.retry' }, now)
        }
        shown.push([now, await healthOn(now)])
      }
      for (const [now, health] of shown) expect(await healthOn(now)).toEqual(health)
      days += shown.length
    }),
    { numRuns: 12, endOnFailure: true },
  )
  console.log(`Health was computed again for ${days} past days.`)
})

describe('the weeks', () => {
  test('are written once each, also those that were missed, and a jump is asked about once', async () => {
    const milestone = await start()
    await recordHealth(w.database, inDays(25))
    const rows = () => w.database.asOwner((db) => db.programHealth.findMany({ orderBy: { on: 'asc' } }))
    const first = await rows()
    // Mondays 15, 22 and 29 June; the milestone of 30 June is late from the first of July on.
    expect(first.map(({ on }) => on.toISOString().slice(0, 10))).toEqual(['2026-06-15', '2026-06-22', '2026-06-29'])
    await recordHealth(w.database, inDays(25))
    expect(await rows()).toEqual(first)
    await recordHealth(w.database, inDays(26))
    expect((await rows()).at(-1)).toMatchObject({ colour: 'red' })
    await w.done('max', advanceMilestone, { number: 1, id: milestone, percent: 100, note: 'Drill.' }, inDays(27))
    await recordHealth(w.database, inDays(33))
    await recordHealth(w.database, inDays(34))
    const asked = await w.database.asOwner((db) => db.notification.findMany({ where: { kind: 'health_jumped' } }))
    expect(asked).toMatchObject([{ personId: w.personIds.max, data: { on: '2026-07-13' } }])
    const health = await w
      .contextOf('max', inDays(34))
      .transaction((db) => getHealth({ db, now: inDays(34), actor: w.actor('max'), requestId: '' }, 1))
    expect(health).toMatchObject({ jumpedOn: '2026-07-13', computed: { colour: 'green' } })
  })
})

describe('what others may not see', () => {
  test('leaves no trace: neither in the colour nor in a list, a candidate, a judgement or the history', async () => {
    await start()
    const before = await healthOn(inDays(1))
    const { number } = await incident({ ...restricted, severity: 'sev1' })
    expect(await healthOn(inDays(1))).toEqual(before)
    const seen = (who: Name) => w.read(who, (work) => incidentsOfProgram(work, 1))
    expect(await seen('max')).toMatchObject([{ number }])
    expect(await seen('pia')).toEqual([])
    await w.done('max', linkRecord, { number: 1, incident: number })
    await w.done('max', judgeEffect, { number: 1, incident: number, effect: 'prevented', why: 'Ring one.' })
    expect(await w.read('max', (work) => effectsOf(work, 1))).toHaveLength(1)
    expect(await w.read('pia', (work) => effectsOf(work, 1))).toEqual([])
    const told = (who: Name) =>
      w.read(who, ({ db }) =>
        db.event.count({ where: { name: { in: ['program.record_linked', 'program.effect_judged'] } } }),
      )
    expect([await told('max'), await told('pia')]).toEqual([2, 0])
    expect(
      await w.execute('pia', judgeEffect, { number: 1, incident: number, effect: 'smaller', why: 'So.' }),
    ).toMatchObject({ problem: { fields: [{ field: 'incident' }] } })
  })

  test('makes no candidate for those who cannot see it', async () => {
    for (const more of [{}, {}, restricted])
      await incident({ ...more, factors: [{ mechanism: 'cap.retry', role: 'enabler' }] })
    expect(await w.read('max', programCandidates)).toEqual([
      { mechanism: 'cap.retry', name: 'Retry storm', incidents: 3 },
    ])
    expect(await w.read('pia', programCandidates)).toEqual([])
  })
})

describe('what it would have changed', () => {
  test('is agreed to by somebody else than who said it, by the database too', async () => {
    await start()
    const { number } = await incident()
    const { id } = await w.done('ines', judgeEffect, {
      number: 1,
      incident: number,
      effect: 'smaller',
      why: 'Ring one.',
    })
    const agree = (who: Name, more: object = {}) =>
      w.execute(who, agreeEffect, { number: 1, id, agrees: true, ...more })
    expect(await agree('ines')).toMatchObject({ problem: { kind: 'forbidden' } })
    expect(await agree('tom', { agrees: false })).toMatchObject({ problem: { fields: [{ field: 'note' }] } })
    expect(await agree('tom')).toMatchObject({ ok: true })
    expect(await w.read('vera', (work) => effectsOf(work, 1))).toMatchObject([
      { effect: 'smaller', by: 'ines', agreement: { agrees: true, by: 'tom' } },
    ])
    await expect(
      w.database.asOwner((db) =>
        db.effectAgreement.create({ data: { id, effectId: id, agrees: true, byId: w.personIds.ines, at: NOW } }),
      ),
    ).rejects.toThrow(/somebody else/)
  })
})

test('a published postmortem of a watched mechanism asks the lead once, and one of another does not', async () => {
  await start()
  await incident()
  await incident({ factors: [{ mechanism: 'cap.retry', role: 'enabler' }] })
  await w.contextOf('ines').transaction(async (db) => {
    const work = { db, now: NOW, actor: w.actor('ines'), requestId: 'test' }
    for (const incident of await db.incident.findMany()) {
      const id = incident.id
      await tellPrograms(work, { id, incidentId: incident.id })
      await tellPrograms(work, { id, incidentId: incident.id })
    }
  })
  const asked = await w.database.asOwner((db) => db.notification.findMany({ where: { kind: 'program_concerned' } }))
  expect(asked).toMatchObject([{ personId: w.personIds.max, data: { program: 1, name: 'Fail small' } }])
})
