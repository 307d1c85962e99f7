import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#lib/ids.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { testDatabase } from '#lib/testing/database.ts'
import * as transcripts from '#lib/testing/transcripts.ts'
import { NOW, type World, world } from '#lib/testing/world.ts'
import { addTimelineEntry } from './add-entry.ts'
import { bringInEvidence } from './bring-in.ts'
import { discardEvidence } from './discard-evidence.ts'
import { editTimelineEntry } from './edit-entry.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { markMilestone } from './mark-milestone.ts'
import { listEvidence, listRemovedEntries } from './queries.ts'
import { removeTimelineEntry } from './remove-entry.ts'
import { replaceTimeline } from './replace.ts'
import { restoreTimelineEntry } from './restore-entry.ts'
import { setAsideEntry } from './set-aside.ts'

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

const gather = (transcript: string, more = {}) => w.done('max', gatherEvidence, { number: 1, transcript, ...more })
const evidence = async (more = {}) =>
  (await w.read('max', (work) => listEvidence(work, { number: 1, limit: 100, ...more }))).items
const tell = (id: string | undefined, more = {}) => w.done('max', bringInEvidence, { number: 1, id, ...more })
const events = (name: string) => w.database.asOwner((db) => db.event.count({ where: { name } }))
const add = async (at: string, more = {}) => {
  const { timeline, version } = await w.done('max', addTimelineEntry, {
    ...{ number: 1, at, kind: 'observation', text: 'x', ...more },
  })
  return { entry: timeline.at(-1), version }
}

describe('gathering', () => {
  test('keeps every line, also one without a time, in the order it happened', async () => {
    const value = await gather('23:41 alert\n25:99 odd\n23:40 before\n')
    expect(value).toMatchObject({ format: 'lines', gathered: 3, unread: 1 })
    expect((await evidence()).map(({ at, text, problem }) => [at?.slice(11, 16), text, problem === ''])).toEqual([
      ['22:40', 'before', true],
      ['22:41', 'alert', true],
      [undefined, 'odd', false],
    ])
    expect(await events('incident.evidence_gathered')).toBe(1)
  })

  test.each(Object.entries(transcripts))('keeps all of %s', async (_, transcript) => {
    const { gathered } = await gather(transcript)
    expect(gathered).toBeGreaterThan(0)
    expect(await evidence()).toHaveLength(gathered)
  })

  test('keeps no name that was given a role', async () => {
    const names = [{ name: 'Marta Reis', role: 'Incident lead' }]
    await gather(transcripts.slackWindow, { names, rename: 'true' })
    const stored = await w.database.asOwner((db) => db.timelineEvidence.findMany())
    expect(JSON.stringify(stored)).not.toMatch(/Marta|Kenji/)
    expect(stored.filter(({ role }) => role === 'Incident lead')).toHaveLength(3)
  })

  test('is paged, and filtered by words and by what is told', async () => {
    await gather('23:41 one\n23:42 two\n23:43 three\nno time: four')
    const first = await w.read('max', (work) => listEvidence(work, { number: 1, limit: 2 }))
    const next = await w.read('max', (work) =>
      listEvidence(work, { number: 1, limit: 2, cursor: first.nextCursor ?? '' }),
    )
    expect([...first.items, ...next.items].map(({ text }) => text)).toEqual(['one', 'two', 'three no time: four'])
    await tell(first.items[0]?.id)
    expect((await evidence({ told: 'no' })).map(({ text }) => text)).toEqual(['two', 'three no time: four'])
    expect((await evidence({ told: 'yes', q: 'ONE' })).map(({ text }) => text)).toEqual(['one'])
  })

  test('is refused to those who may not edit, and beyond what fits, and then keeps nothing', async () => {
    for (const who of ['vera', 'tom', 'omar'] as const)
      expect(await w.execute(who, gatherEvidence, { number: 1, transcript: '23:41 x' })).toMatchObject({ ok: false })
    await gather(Array.from({ length: 1_999 }, () => '23:41 x').join('\n'))
    expect(await w.execute('max', gatherEvidence, { number: 1, transcript: '23:41 x\n23:42 y' })).toMatchObject({
      problem: { fields: [{ field: 'transcript', message: expect.stringMatching(/1999|1,999/) }] },
    })
    expect(await w.database.asOwner((db) => db.timelineEvidence.count())).toBe(1_999)
  })
})

describe('telling', () => {
  test('words it for the story and leaves the evidence as it was', async () => {
    await gather('23:41 omg everything is on fire!!')
    const [line] = await evidence()
    const { timeline } = await tell(line?.id, { kind: 'alert', text: 'The alert for errors fires.' })
    expect(timeline).toMatchObject([
      { kind: 'alert', text: 'The alert for errors fires.', evidence: { text: 'omg everything is on fire!!' } },
    ])
    expect(await w.execute('max', bringInEvidence, { number: 1, id: line?.id })).toMatchObject({
      problem: { kind: 'conflict' },
    })
  })

  test('of ten pairs at once one wins', async () => {
    await gather(Array.from({ length: 10 }, (_, index) => `23:41 line ${index}`).join('\n'))
    for (const { id } of await evidence()) {
      const pair = await Promise.all([1, 2].map(() => w.execute('max', bringInEvidence, { number: 1, id })))
      expect(pair.map(({ ok }) => ok).sort()).toEqual([false, true])
    }
  })

  test('asks for the time that was missing', async () => {
    await gather('odd line')
    const [line] = await evidence()
    expect(await w.execute('max', bringInEvidence, { number: 1, id: line?.id })).toMatchObject({
      problem: { fields: [{ field: 'at' }] },
    })
    expect((await tell(line?.id, { at: '~23:50' })).timeline).toMatchObject([{ precision: 'about' }])
  })

  test('setting aside leads back; what was typed becomes evidence of its own', async () => {
    await gather('23:41 alert')
    const told = await tell((await evidence())[0]?.id, { text: 'Worded' })
    await w.done('max', setAsideEntry, { number: 1, id: told.timeline[0]?.id })
    expect(await evidence()).toMatchObject([{ text: 'alert', entry: null }])
    const { entry } = await add('23:50..00:10', { text: 'typed' })
    await w.done('max', setAsideEntry, { number: 1, id: entry?.id })
    const back = (await evidence()).find(({ origin }) => origin === 'typed')
    expect((await tell(back?.id)).timeline).toMatchObject([{ text: 'typed', precision: 'about' }])
    const { items } = await w.read('max', (work) => listRemovedEntries(work, { number: 1 }))
    expect(items.map(({ text }) => text).sort()).toEqual(['Worded', 'typed'])
  })

  test('taking out is for good, and never takes what the story tells', async () => {
    const { gathering } = await gather('23:41 one\n23:42 two')
    await tell((await evidence())[0]?.id)
    expect(await w.done('max', discardEvidence, { number: 1, gathering })).toMatchObject({ discarded: 1, kept: 1 })
    expect(await w.execute('max', discardEvidence, { number: 1, gathering })).toMatchObject({
      problem: { kind: 'conflict' },
    })
    expect((await evidence()).map(({ text }) => text)).toEqual(['one'])
  })
})

describe('times', () => {
  test('are as exact as they were typed, and known when they were known', async () => {
    for (const at of ['23:40', '23:41:07', '~23:42', '23:43 ±10m', '23:50..00:10'])
      await add(at, { knownAt: at === '23:40' ? '+5m' : '' })
    const { timeline } = await w.done('max', addTimelineEntry, { number: 1, at: '+1m', kind: 'alert', text: 'x' })
    expect(
      timeline.map(({ precision, spreadMinutes, latestAt, knownAt }) => [
        precision,
        spreadMinutes ?? latestAt?.slice(11, 16) ?? knownAt?.slice(11, 16),
      ]),
    ).toEqual([
      ['minute', '22:45'],
      ['exact', undefined],
      ['about', undefined],
      ['about', 10],
      ['within', '23:10'],
      ['minute', undefined],
    ])
  })

  test('that are put right keep the first one and the reason; evidence asks for the reason', async () => {
    await gather('23:41 alert')
    const { timeline } = await tell((await evidence())[0]?.id)
    const [told] = timeline
    const edit = (at: string, correction: string, seen: { at: string; kind: string; text: string } | undefined) =>
      w.execute('max', editTimelineEntry, {
        ...{ number: 1, id: told?.id, at, kind: 'alert', text: 'alert', correction },
        seen: { at: seen?.at, kind: seen?.kind, text: seen?.text },
      })
    expect(await edit('23:38', '', told)).toMatchObject({ problem: { fields: [{ field: 'correction' }] } })
    const first = await edit('23:38', 'The log is the source.', told)
    expect(first).toMatchObject({
      value: { timeline: [{ correction: { from: '2026-06-09T22:41:00.000Z', why: 'The log is the source.' } }] },
    })
    const now = first.ok ? first.value.timeline[0] : undefined
    const second = await edit('23:37', 'Its clock was a minute fast.', now)
    expect(second).toMatchObject({
      value: { timeline: [{ correction: { from: '2026-06-09T22:41:00.000Z', why: 'Its clock was a minute fast.' } }] },
    })
    const later = second.ok ? second.value.timeline[0] : undefined
    expect(await edit('23:41', '', later)).toMatchObject({ value: { timeline: [{ correction: null }] } })
  })

  test('marked as a milestone give it their time, under the version that was seen', async () => {
    const { entry, version } = await add('23:41')
    const mark = (more = {}) =>
      w.execute('max', markMilestone, { number: 1, id: entry?.id, version, milestone: 'detected', ...more })
    expect(await mark({ version: 1 })).toMatchObject({ problem: { kind: 'conflict' } })
    expect(await mark()).toMatchObject({
      value: { milestones: { detected: '2026-06-09T22:41:00.000Z' }, timeline: [{ milestone: 'detected' }] },
    })
    const other = await add('23:45')
    await w.done('max', markMilestone, {
      ...{ number: 1, id: other.entry?.id, version: other.version, milestone: 'detected' },
    })
    const rows = await w.database.asOwner((db) => db.timelineEntry.findMany({ orderBy: { at: 'asc' } }))
    expect(rows.map(({ milestone }) => milestone)).toEqual([null, 'detected'])
    expect(await events('incident.updated')).toBe(2)
  })
})

describe('what stands behind an entry stays with it', () => {
  test('when it is removed and put back, and when the whole timeline is sent again', async () => {
    await gather('23:41 alert')
    const told = await tell((await evidence())[0]?.id)
    await w.done('max', removeTimelineEntry, { number: 1, id: told.timeline[0]?.id })
    const { items } = await w.read('max', (work) => listRemovedEntries(work, { number: 1 }))
    const back = await w.done('max', restoreTimelineEntry, { number: 1, event: items[0]?.event })
    expect(back.timeline).toEqual(told.timeline)
    const [entry] = back.timeline
    const sent = { id: entry?.id, at: entry?.at, kind: 'alert', text: 'Reworded' }
    const { timeline } = await w.done('max', replaceTimeline, { number: 1, version: back.version, entries: [sent] })
    expect(timeline).toMatchObject([{ text: 'Reworded', evidence: { text: 'alert' } }])
  })

  test('an entry of a version that kept less comes back too', async () => {
    const { entry } = await add('23:41')
    await w.done('max', removeTimelineEntry, { number: 1, id: entry?.id })
    const { items } = await w.read('max', (work) => listRemovedEntries(work, { number: 1 }))
    const event = newId(NOW)
    await w.database.asOwner(async (db) => {
      const { id, at, zone, kind, text, source } = entry ?? { id: '', at: '', zone: '', kind: '', text: '', source: '' }
      const removal = await db.event.findUniqueOrThrow({ where: { id: items[0]?.event ?? '' } })
      const data = { added: 0, removed: 1, changed: 0, entry: { id, at, zone, kind, text, source, position: 0 } }
      await db.event.create({ data: { ...removal, id: event, data } })
    })
    expect((await w.done('max', restoreTimelineEntry, { number: 1, event })).timeline).toEqual([entry])
  })
})
