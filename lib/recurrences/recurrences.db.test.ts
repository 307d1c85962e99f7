import { beforeEach, describe, expect, test } from 'vitest'
import { advanceActionItem } from '#lib/action-items/advance.ts'
import { decideActionItem } from '#lib/action-items/decide.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { getActionItem } from '#lib/action-items/queries.ts'
import { updateActionItem } from '#lib/action-items/update.ts'
import { listActivity } from '#lib/activity/queries.ts'
import { getDocument } from '#lib/exports/document.ts'
import { writeHtml } from '#lib/exports/html.ts'
import { writeMarkdown } from '#lib/exports/markdown.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { freezeEarlier, getEarlierItems } from '#lib/postmortems/earlier.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, NOW, type World, world } from '#lib/testing/world.ts'
import { answerRecurrence } from './answer.ts'
import { listRecurrences } from './queries.ts'

const given = await testDatabase()
let w: World
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000)

const incident = (title: string, daysAgo: number, more: object = {}) =>
  w.done('max', recordIncident, {
    ...{ title, severity: 'sev2', kind: 'outage', team: 'edge', mechanisms: ['chg.config'] },
    services: [{ service: 'edge-proxy', role: 'origin' }],
    milestones: { impactStarted: ago(daysAgo).toISOString(), detected: ago(daysAgo).toISOString() },
    ...more,
  })
const item = async (number: number, { from = 1, daysAgo = 90, more = {} } = {}) => {
  const fields = { priority: 'p2', team: 'edge', dueOn: '2026-05-01', owner: w.personIds.max, doneWhen: 'A drill.' }
  const given = { title: `Fix ${number}`, mechanism: 'chg.config', incidents: [from], ...fields, ...more }
  await w.done('max', proposeActionItem, given, ago(daysAgo))
  await w.done('max', decideActionItem, { number, to: 'accepted' }, ago(daysAgo))
}
const verify = (number: number, daysAgo: number) =>
  w.done('max', advanceActionItem, { number, to: 'verified', note: 'The drill passed.' }, ago(daysAgo))
const asked = async (who: Name = 'max', number = 2) =>
  (await w.read(who, (work) => listRecurrences(work, number))).items
const answer = (input: object, who: Name = 'max') =>
  w.execute(who, answerRecurrence, { number: 2, item: 1, reason: 'The same empty file.', ...input })

beforeEach(async () => {
  await given.empty()
  w = await world(given)
  await incident('First', 100)
  await incident('Second', 1)
})

describe('what is asked', () => {
  test('is about items of the same mechanism on the same service, as they were when it began', async () => {
    await item(1)
    await verify(1, 30)
    await item(2)
    await item(3, { more: { dueOn: '2026-12-01' } })
    await w.done('max', advanceActionItem, { number: 3, to: 'dropped', note: 'Too dear.' }, ago(10))
    await item(4, { more: { mechanism: 'chg.code' } })
    await item(5, { daysAgo: 0 })
    expect((await asked()).map(({ earlier }) => [earlier.title, earlier.progress, earlier.overdue])).toEqual([
      ['Fix 1', 'verified', false],
      ['Fix 2', 'open', true],
      ['Fix 3', 'dropped', false],
    ])
    expect(await asked('max', 1)).toEqual([])
  })

  test('a fix that held for half a year is not asked about', async () => {
    await item(1, { daysAgo: 300 })
    await verify(1, 182)
    expect(await asked()).toEqual([])
  })

  test('what happened since does not change what was true then', async () => {
    await item(1)
    await verify(1, 0)
    await item(2, { more: { dueOn: '2026-06-30' } })
    await w.done('max', updateActionItem, { number: 2, version: 2, dueOn: '2026-05-05' })
    expect(
      (await asked()).map(({ earlier, now }) => [earlier.dueOn, earlier.progress, earlier.overdue, now.progress]),
    ).toEqual([
      ['2026-05-01', 'open', true, 'verified'],
      ['2026-06-30', 'open', false, 'open'],
    ])
  })
})

describe('answering', () => {
  test('“the same” about a verified fix says that it regressed, and another answer does not take that back', async () => {
    await item(1)
    await verify(1, 30)
    expect(await answer({ answer: 'same' })).toMatchObject({ problem: { fields: [{ field: 'because' }] } })
    const outcome = await answer({ answer: 'same', because: 'bypassed' })
    expect(outcome).toMatchObject({
      ok: true,
      value: { items: [{ answer: { answer: 'same', by: 'max' }, regresses: false }] },
    })
    const read = () => w.read('max', (work) => getActionItem(work, 1))
    expect(await read()).toMatchObject({
      ...{ closed: false, firstDoneAt: ago(30).toISOString() },
      progress: { kind: 'regressed', because: 'bypassed', note: 'The same empty file.' },
    })
    expect((await w.events()).slice(-3).sort()).toEqual([
      'action_item.advanced',
      'action_item.recurrence_answered',
      'incident.recurrence_answered',
    ])
    expect(await answer({ answer: 'different', reason: 'Another file.' }, 'ines')).toMatchObject({
      value: { items: [{ answer: { answer: 'different', reason: 'Another file.', by: 'ines' } }] },
    })
    expect(await read()).toMatchObject({ progress: { kind: 'regressed' } })
    expect(await w.database.asOwner((db) => db.recurrence.count())).toBe(2)
  })

  test('“the same” about a fix that came afterwards leaves it verified', async () => {
    await item(1)
    await verify(1, 0)
    expect(await answer({ answer: 'same' })).toMatchObject({ ok: true })
    expect(await w.read('max', (work) => getActionItem(work, 1))).toMatchObject({ progress: { kind: 'verified' } })
  })

  test('needs a reason, an item that was there, and somebody who may change the incident or leads its postmortem', async () => {
    await item(1)
    await item(2, { from: 2, daysAgo: 0 })
    const before = await w.events()
    expect(await answer({ answer: 'related', reason: ' ' })).toMatchObject({
      problem: { fields: [{ field: 'reason' }] },
    })
    expect(await answer({ answer: 'related', item: 2 })).toMatchObject({ problem: { fields: [{ field: 'item' }] } })
    expect(await answer({ answer: 'related' }, 'tom')).toMatchObject({ problem: { kind: 'forbidden' } })
    expect(await w.events()).toEqual(before)
    await w.done('tom', draftPostmortem, { incident: 2, title: 'Second', template: 'light', team: 'control' })
    expect(await answer({ answer: 'related' }, 'tom')).toMatchObject({ ok: true })
  })

  test('of ten who say “the same” at once, one makes it regress', async () => {
    await item(1)
    await verify(1, 30)
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        answer({ answer: 'same', because: 'ineffective', reason: `Seen ${index}.` }, index % 2 ? 'max' : 'ines'),
      ),
    )
    const kinds = await w.database.asOwner((db) =>
      db.progress.findMany({ orderBy: { at: 'asc' }, select: { kind: true } }),
    )
    expect(kinds.map(({ kind }) => kind)).toEqual(['verified', 'regressed'])
  })
})

test('items and incidents that are closed to a reader leave no trace', async () => {
  const secret = { visibility: 'restricted', restrictedReason: 'security' }
  await incident('Third, hidden', 80, secret)
  await item(1, { from: 3, daysAgo: 70 })
  await item(2)
  expect((await asked()).map(({ earlier }) => earlier.number)).toEqual([2, 1])
  expect((await asked('ines')).map(({ earlier }) => earlier.number)).toEqual([2])
  const hidden = await answer({ answer: 'same', number: 3, item: 2 }, 'ines')
  expect(hidden).toEqual(await answer({ answer: 'same', number: 99, item: 2 }, 'ines'))
  // An answer about the hidden incident is told without its words.
  await incident('Fourth, hidden', 1, secret)
  await verify(2, 30)
  await w.done('max', answerRecurrence, {
    number: 4,
    item: 2,
    answer: 'same',
    reason: 'Secret words.',
    because: 'bypassed',
  })
  const told = await w.read('ines', async (work) => ({
    item: await getActionItem(work, 2),
    history: await listActivity(work, { about: { kind: 'action_item', number: 2 } }),
  }))
  expect(JSON.stringify(told)).not.toMatch(/Secret words|INC-4|Fourth/)
  expect(told.item.progress).toMatchObject({ kind: 'regressed', note: 'The same happened again.' })
})

test('a publication keeps how they were; each reader sees those of them that are open to them', async () => {
  await incident('Third, hidden', 80, { visibility: 'restricted', restrictedReason: 'security' })
  await item(1)
  await item(2, { from: 3, daysAgo: 70, more: { team: 'edge' } })
  await w.done('max', draftPostmortem, { incident: 2, title: 'Second', template: 'light', team: 'edge' })
  expect(await w.read('max', (work) => getEarlierItems(work, 1))).toMatchObject([{ number: 1 }, { number: 2 }])
  const [postmortem, second] = await w.database.asOwner(async (db) => [
    await db.postmortem.findFirstOrThrow(),
    await db.incident.findUniqueOrThrow({ where: { number: 2 } }),
  ])
  const context = w.contextOf('max')
  await context.transaction(async (db) => {
    const id = '01900000-0000-7000-8000-000000000001'
    const at = { createdAt: NOW, content: { title: 'x', sections: [], incident: null } }
    await db.revision.createMany({ data: { id, postmortemId: postmortem.id, ordinal: 1, note: '', ...at } })
    await db.publication.createMany({
      data: { id, postmortemId: postmortem.id, revisionId: id, publishedAt: NOW, note: '' },
    })
    await freezeEarlier({ ...context, db }, { publicationId: id, incidentId: second.id })
  })
  await w.done('max', advanceActionItem, { number: 1, to: 'in_progress' })
  await w.done('max', updateActionItem, { number: 1, version: 2, mechanism: null })
  expect(await w.read('vera', (work) => getEarlierItems(work, 1))).toMatchObject([
    { number: 1, commitment: 'accepted', progress: 'open', overdue: true, dueOn: '2026-05-01' },
    { number: 2 },
  ])
  expect(await w.read('gus', (work) => getEarlierItems(work, 1)).catch(() => 'nothing')).toBe('nothing')

  const document = await w.read('vera', (work) => getDocument(work, 1))
  expect(document.earlierItems).toMatchObject([{ progress: 'open', overdue: true, dueOn: '2026-05-01' }, {}])
  expect(writeMarkdown(document)).toMatch(/\nearlierItems:\n {2}- \{title: /)
  const around = { number: 1, organization: 'Northlight', embedded: undefined, pictures: [] }
  expect(await writeHtml(document, around)).toMatch(/as they stood when it began.*1 May 2026, overdue/)
})
