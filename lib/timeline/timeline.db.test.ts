import { beforeEach, describe, expect, test } from 'vitest'
import { recordIncident } from '#lib/incidents/record.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { NOW, type World, world } from '#lib/testing/world.ts'
import { addTimelineEntries } from './add-entries.ts'
import { addTimelineEntry } from './add-entry.ts'
import { editTimelineEntry } from './edit-entry.ts'
import { lastRemovedEntry, readPasted } from './queries.ts'
import { removeTimelineEntry } from './remove-entry.ts'
import { replaceTimeline } from './replace.ts'
import { restoreTimelineEntry } from './restore-entry.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
  await w.done('max', recordIncident, {
    ...{ title: 'Slow purges', severity: 'sev2', kind: 'degradation', team: 'edge', zone: 'Europe/Lisbon' },
    milestones: { impactStarted: '2026-06-09T22:30:00Z' },
  })
})

const line = (at: string, text: string) => ({ number: 1, at, kind: 'observation', text })
const add = (at: string, text: string) => w.done('max', addTimelineEntry, line(at, text))
const shape = ({ timeline }: { timeline: { at: string; text: string }[] }) =>
  timeline.map(({ at, text }) => `${at.slice(5, 16)} ${text}`)
const stored = () => w.database.asOwner((db) => db.timelineEntry.count())
const changes = () =>
  w.database.asOwner(async (db) =>
    (
      await db.event.findMany({ where: { name: 'incident.timeline_changed' }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
    ).map(({ data }) => {
      const { added, removed, changed } = data as Record<string, number>
      return [added, removed, changed]
    }),
  )

/** Of every pair the one wins and the other is told why. */
async function onePerPair(pair: () => Promise<{ ok: boolean }>[], times = 10) {
  for (let round = 0; round < times; round += 1)
    expect((await Promise.all(pair())).map(({ ok }) => ok).sort()).toEqual([false, true])
}

describe('adding a line', () => {
  test('puts a bare time on the incident’s own night, and counts steps from the line before', async () => {
    await add('23:50', 'alert')
    await add('00:10', 'page')
    const value = await add('+4m', 'answered')
    expect(shape(value)).toEqual(['06-09T22:50 alert', '06-09T23:10 page', '06-09T23:14 answered'])
    expect(value.timeline[0]?.zone).toBe('Europe/Lisbon')
    expect(value.version).toBe(4)
    expect(await changes()).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [1, 0, 0],
    ])
  })

  test('lines of the same minute stay in the order they were written, also after one was removed', async () => {
    await add('23:50', 'first')
    const { timeline } = await add('23:50', 'second')
    await w.done('max', removeTimelineEntry, { number: 1, id: timeline[0]?.id })
    await add('23:50', 'third')
    expect(shape(await add('23:50', 'fourth')).map((text) => text.slice(12))).toEqual(['second', 'third', 'fourth'])
  })

  test.each([
    ['noon', /Write a time like/],
    ['2026-06-10 15:01', /future/],
    ['2026-03-29 01:30', /was skipped/],
    ['14:02 CET', /abbreviation/],
  ])('refuses %s and writes nothing', async (at, message) => {
    expect(await w.execute('max', addTimelineEntry, line(at, 'x'))).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field: 'at', message: expect.stringMatching(message) }] },
    })
    expect([await stored(), await changes()]).toEqual([0, []])
  })

  test('is for those who may edit the incident', async () => {
    for (const who of ['vera', 'tom', 'omar', 'ada'] as const)
      expect(await w.execute(who, addTimelineEntry, line('23:50', 'x'))).toMatchObject({
        problem: { kind: 'forbidden' },
      })
    expect(await w.execute('gus', addTimelineEntry, line('23:50', 'x'))).toMatchObject({
      problem: { kind: 'not_found' },
    })
    expect(await stored()).toBe(0)
  })

  test('two at once both stand, in places of their own', async () => {
    const both = await Promise.all([add('23:50', 'one'), add('23:50', 'two')])
    expect(Math.max(...both.map(({ timeline }) => timeline.length))).toBe(2)
    const places = await w.database.asOwner((db) => db.timelineEntry.findMany({ select: { position: true } }))
    expect(places.map(({ position }) => position).sort()).toEqual([0, 1])
  })
})

describe('adding many', () => {
  test('all of them', async () => {
    const value = await w.done('max', addTimelineEntries, {
      number: 1,
      entries: [line('23:50', 'one'), line('+10m', 'two'), line('00:20', 'three')].map(
        ({ number: _, ...rest }) => rest,
      ),
    })
    expect(shape(value)).toEqual(['06-09T22:50 one', '06-09T23:00 two', '06-09T23:20 three'])
    expect(await changes()).toEqual([[3, 0, 0]])
  })

  test('or none, and the one in the way is named', async () => {
    const entries = [line('23:50', 'one'), line('later', 'two')].map(({ number: _, ...rest }) => rest)
    expect(await w.execute('max', addTimelineEntries, { number: 1, entries })).toMatchObject({
      problem: { fields: [{ field: 'entries.1.at' }] },
    })
    expect([await stored(), await changes()]).toEqual([0, []])
  })

  test('a preview says what they would become and changes nothing', async () => {
    const read = await w.read('vera', (work) =>
      readPasted(work, 1, { pasted: '23:50 one\n00:10 two\n01:00 CET three' }),
    )
    expect(read.lines.map(({ at, problem }) => [at, problem === undefined])).toEqual([
      ['2026-06-09 23:50', true],
      ['2026-06-10 00:10', true],
      ['01:00 CET', false],
    ])
    expect(await stored()).toBe(0)
  })
})

describe('changing a line', () => {
  const first = async () => {
    const [entry] = (await add('23:50', 'alert')).timeline
    if (!entry) throw new Error('There is no entry.')
    return { id: entry.id, seen: { at: entry.at, kind: entry.kind, text: entry.text } }
  }

  test('is seen in its new place', async () => {
    const { id, seen } = await first()
    await add('23:55', 'page')
    const value = await w.done('max', editTimelineEntry, { ...line('00:05', 'alert, late'), id, seen })
    expect(shape(value)).toEqual(['06-09T22:55 page', '06-09T23:05 alert, late'])
    expect((await changes()).at(-1)).toEqual([0, 0, 1])
  })

  test('of ten pairs at once one wins; the other is shown the line as it is now', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id, seen } = await first()
      const texts = [`mine ${round}`, `yours ${round}`]
      const outcomes = await Promise.all(
        texts.map((text) => w.execute('max', editTimelineEntry, { ...line('23:50', text), id, seen })),
      )
      const winner = outcomes.findIndex(({ ok }) => ok)
      expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
      expect(outcomes[1 - winner]).toMatchObject({
        problem: { kind: 'conflict', current: { text: texts[winner] } },
      })
    }
  })

  test('a line of another incident is not found', async () => {
    const { id, seen } = await first()
    await w.done('max', recordIncident, { title: 'Other', severity: 'sev4', kind: 'data', team: 'edge' })
    expect(await w.execute('max', editTimelineEntry, { ...line('23:50', 'x'), number: 2, id, seen })).toMatchObject({
      problem: { kind: 'not_found' },
    })
    expect(await w.execute('max', removeTimelineEntry, { number: 2, id })).toMatchObject({
      problem: { kind: 'not_found' },
    })
  })
})

describe('removing a line', () => {
  test('keeps it in the history, from where it comes back as it was', async () => {
    await add('23:50', 'first')
    const before = await add('23:50', 'second')
    await w.done('max', removeTimelineEntry, { number: 1, id: before.timeline[0]?.id })
    const removed = await w.read('max', (work) => lastRemovedEntry(work, 1))
    expect(removed?.text).toBe('first')
    expect(await w.read('ines', (work) => lastRemovedEntry(work, 1))).toBeNull()
    const after = await w.done('max', restoreTimelineEntry, { number: 1, event: removed?.event })
    expect(after.timeline).toEqual(before.timeline)
    expect(await w.read('max', (work) => lastRemovedEntry(work, 1))).toBeNull()
    expect(await w.execute('max', restoreTimelineEntry, { number: 1, event: removed?.event })).toMatchObject({
      problem: { kind: 'conflict' },
    })
  })

  test('of ten pairs at once one wins and the other finds nothing', async () => {
    await onePerPair(
      () => {
        const id = added.shift()
        return [1, 2].map(() => w.execute('max', removeTimelineEntry, { number: 1, id }))
      },
      (await many()).length,
    )
  })

  let added: string[] = []
  const many = async () => {
    const entries = Array.from({ length: 10 }, (_, index) => ({ at: '23:50', kind: 'action', text: `line ${index}` }))
    added = (await w.done('max', addTimelineEntries, { number: 1, entries })).timeline.map(({ id }) => id)
    return [...added]
  }
})

describe('replacing the timeline', () => {
  const entry = (text: string, id?: string) => ({
    at: '2026-06-09T22:50:00Z',
    ...{ zone: 'UTC', kind: 'action', text, ...(id && { id }) },
  })

  test('keeps the order given and counts only what is different', async () => {
    const { timeline, version } = await w.done('max', replaceTimeline, {
      ...{ number: 1, version: 1, entries: [entry('one'), entry('two'), entry('three')] },
    })
    const [one, two] = timeline.map(({ id }) => id)
    const entries = [entry('two', two), entry('ONE', one), entry('again', one), entry('new')]
    const value = await w.done('max', replaceTimeline, { number: 1, version, entries })
    expect(value.timeline.map(({ text }) => text)).toEqual(['two', 'ONE', 'again', 'new'])
    expect(await changes()).toEqual([
      [3, 0, 0],
      [2, 1, 1],
    ])
  })

  test('refuses the future and an old version, and writes nothing', async () => {
    const future = { ...entry('x'), at: new Date(NOW.getTime() + 1).toISOString() }
    expect(await w.execute('max', replaceTimeline, { number: 1, version: 1, entries: [future] })).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field: 'entries.0.at' }] },
    })
    expect(await w.execute('max', replaceTimeline, { number: 1, version: 7, entries: [] })).toMatchObject({
      problem: { kind: 'conflict', current: { version: 1 } },
    })
    expect(await stored()).toBe(0)
  })

  test('of ten pairs at once one wins', async () => {
    let version = 0
    await onePerPair(() => {
      version += 1
      return ['a', 'b'].map((text) => w.execute('max', replaceTimeline, { number: 1, version, entries: [entry(text)] }))
    })
    expect(await stored()).toBe(1)
  })
})
