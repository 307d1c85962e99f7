import { beforeEach, describe, expect, test } from 'vitest'
import { grantAccess } from '#lib/grants/grant.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { listNotifications } from '#lib/notifications/queries.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { editPostmortem } from '#lib/postmortems/edit.ts'
import { publishPostmortem } from '#lib/postmortems/publish.ts'
import { getPostmortem, getWorkingText } from '#lib/postmortems/queries.ts'
import { requestReview } from '#lib/postmortems/request-review.ts'
import { restoreRevision } from '#lib/postmortems/restore-revision.ts'
import { supersedePostmortem } from '#lib/postmortems/supersede.ts'
import { getSupersession } from '#lib/postmortems/supersession.ts'
import { setReviewRule } from '#lib/review-rules/set-rule.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { answerPoint } from './answer-point.ts'
import { decideReview } from './decide.ts'
import { getReviewPicture } from './queries.ts'
import { scheduleMeeting } from './schedule-meeting.ts'
import { updateMeeting } from './update-meeting.ts'

let cast: World
beforeEach(async () => {
  const test = await testDatabase()
  await test.empty()
  cast = await world(test)
})

/** A light document, so that gates other than the review stand in nobody's way. */
async function drafted(extra: Record<string, unknown> = {}): Promise<number> {
  const { number, sections } = await cast.done('max', draftPostmortem, {
    ...{ title: 'Stale answers from the edge cache', template: 'light', team: 'edge' },
    ...extra,
  })
  await write(
    number,
    1,
    sections.map(({ key }) => key),
  )
  return number
}

async function write(number: number, version: number, keys: string[], body = 'Answers were stale for twelve minutes.') {
  const working = await cast.read('max', (work) => getWorkingText(work, number))
  const versions = new Map(working.sections.map((section) => [section.key, section.version]))
  await cast.done('max', editPostmortem, {
    number,
    sections: keys.map((key) => ({ key, version: versions.get(key) ?? version, body })),
  })
}

/** What the light template asks a SEV3 for. */
const facts = {
  services: [{ service: 'edge-proxy', role: 'origin' }],
  windows: [{ startedAt: '2026-06-10T10:00:00Z', endedAt: '2026-06-10T10:12:00Z', scope: 'Lisbon' }],
}

const ask = (number: number, ...names: Name[]) =>
  cast.execute('max', requestReview, { number, reviewers: names.map((name) => cast.personIds[name]) })
const inbox = async (who: Name) =>
  (await cast.read(who, (work) => listNotifications(work, { limit: 50 }))).items.map(({ kind }) => kind)

describe('who must approve', () => {
  test('follows from the rule of its severity, and is said with the reason', async () => {
    await cast.done('ada', setReviewRule, {
      ...{ severity: 'sev3', approvals: 2, fromEach: ['outside'], draftDays: 3, publishDays: 7, businessDays: false },
    })
    const { number: incident } = await cast.done('max', recordIncident, {
      ...{ title: 'Stale answers', severity: 'sev3', kind: 'degradation', team: 'edge', ...facts },
    })
    const number = await drafted({ incident })
    expect(await ask(number, 'ines', 'olga')).toMatchObject({
      problem: { fields: [{ field: 'reviewers', message: expect.stringContaining('because it is a SEV3') }] },
    })
    expect(await ask(number, 'ines', 'tom', 'pia')).toMatchObject({ ok: true })
    await cast.done('ines', decideReview, { number, verdict: 'approve' })
    expect(await cast.execute('max', publishPostmortem, { number })).toMatchObject({ problem: { kind: 'conflict' } })
    expect(await cast.done('tom', decideReview, { number, verdict: 'approve' })).toMatchObject({ state: 'approved' })
    expect(await inbox('max')).toEqual(['ready_to_publish', 'approved'])
  })

  test('two approvals from the same side do not stand for the other', async () => {
    await cast.done('ada', setReviewRule, {
      ...{
        severity: 'sev3',
        approvals: 1,
        fromEach: ['program_manager'],
        draftDays: 3,
        publishDays: 7,
        businessDays: true,
      },
    })
    const { number: incident } = await cast.done('max', recordIncident, {
      ...{ title: 'Stale answers', severity: 'sev3', kind: 'degradation', team: 'edge', ...facts },
    })
    const number = await drafted({ incident })
    expect(await ask(number, 'ines', 'olga', 'pia')).toMatchObject({ ok: true })
    await cast.done('ines', decideReview, { number, verdict: 'approve' })
    expect(await cast.done('olga', decideReview, { number, verdict: 'approve' })).toMatchObject({ state: 'in_review' })
    expect(await cast.done('pia', decideReview, { number, verdict: 'approve' })).toMatchObject({ state: 'approved' })
  })

  test('a rule changed later moves no review that was asked for', async () => {
    const number = await drafted()
    await ask(number, 'ines')
    const before = await cast.read('max', (work) => getReviewPicture(work, number))
    await cast.done('ada', setReviewRule, {
      ...{ severity: 'sev4', approvals: 3, fromEach: [], draftDays: 3, publishDays: 7, businessDays: true },
    })
    expect((await cast.read('max', (work) => getReviewPicture(work, number))).needs).toBe(before.needs)
    expect(await cast.done('ines', decideReview, { number, verdict: 'approve' })).toMatchObject({ state: 'approved' })
  })
})

describe('points', () => {
  test('are raised with a section, answered one by one, and asking again waits for the answers', async () => {
    const number = await drafted()
    await ask(number, 'ines')
    await cast.done('ines', decideReview, {
      ...{ number, verdict: 'ask_for_changes' },
      points: [{ section: 'summary', text: 'Say who noticed.' }, { text: 'Link the graph.' }],
      rubric: [{ question: 'evidence', mark: 'not_yet', note: 'No link yet.' }],
    })
    expect(await ask(number, 'ines')).toMatchObject({ problem: { message: expect.stringContaining('2 points') } })
    const { points, rubric } = await cast.read('max', (work) => getReviewPicture(work, number))
    expect(points.map(({ section, state }) => [section, state])).toEqual([
      ['summary', 'open'],
      [null, 'open'],
    ])
    expect(rubric.find(({ question }) => question === 'evidence')?.answers).toMatchObject([{ mark: 'not_yet' }])
    const [one, two] = points
    await cast.done('max', answerPoint, { number, point: one?.id, outcome: 'changed' })
    expect(await cast.execute('max', answerPoint, { number, point: two?.id, outcome: 'kept' })).toMatchObject({
      problem: { fields: [{ field: 'text' }] },
    })
    await cast.done('max', answerPoint, { number, point: two?.id, outcome: 'kept', text: 'It cannot be shared.' })
    expect(
      await cast.execute('max', answerPoint, { number, point: two?.id, outcome: 'reopened', text: 'Why?' }),
    ).toMatchObject({
      problem: { kind: 'forbidden' },
    })
    expect(await ask(number, 'ines')).toMatchObject({ ok: true })
    expect(await inbox('ines')).toEqual(['review_requested', 'point_answered', 'point_answered', 'review_requested'])
  })

  test('notes without a decision leave the state as it was', async () => {
    const number = await drafted()
    await ask(number, 'ines')
    const after = await cast.done('ines', decideReview, {
      number,
      verdict: 'comment',
      points: [{ text: 'One thing.' }],
    })
    expect(after.state).toBe('in_review')
    expect(await cast.events()).toContain('postmortem.review_commented')
  })
})

describe('what is closed to somebody', () => {
  test('leaves their inbox, and comes back with the access', async () => {
    const number = await drafted({ visibility: 'restricted', restrictedReason: 'legal' })
    await cast.done('max', grantAccess, { record: 'postmortem', number, person: cast.personIds.ines })
    await ask(number, 'ines')
    expect(await inbox('ines')).toEqual(['review_requested'])
    await cast.database.asOwner((db) => db.grant.deleteMany({ where: { personId: cast.personIds.ines } }))
    expect(await inbox('ines')).toEqual([])
    expect(await cast.read('tom', (work) => work.db.notification.count())).toBe(0)
  })

  test('is not named where it supersedes something open', async () => {
    const old = await drafted()
    const by = await drafted({ visibility: 'restricted', restrictedReason: 'legal', title: 'Secret' })
    await cast.done('max', supersedePostmortem, { number: old, by, reason: 'Told with what legal knows.' })
    const { superseded } = await cast.read('tom', (work) => getSupersession(work, old))
    expect(superseded).toMatchObject({ reason: 'Told with what legal knows.', by: null })
    expect((await cast.read('max', (work) => getSupersession(work, old))).superseded?.by).toMatchObject({ number: by })
    const seen = await cast.database.asOwner((db) =>
      db.event.findFirstOrThrow({ where: { name: 'postmortem.superseded' } }),
    )
    expect(JSON.stringify(seen.data)).not.toContain(String(by))
  })

  test('a superseded one cannot supersede, and nothing supersedes itself', async () => {
    const [one, two] = [await drafted(), await drafted()]
    await cast.done('max', supersedePostmortem, { number: one, by: two, reason: 'Better.' })
    expect(await cast.execute('max', supersedePostmortem, { number: two, by: one, reason: 'Back.' })).toMatchObject({
      problem: { fields: [{ field: 'by' }] },
    })
    expect(await cast.execute('max', supersedePostmortem, { number: two, by: two, reason: 'Me.' })).toMatchObject({
      problem: { fields: [{ field: 'by' }] },
    })
  })
})

test('an earlier text comes back as an edit, and the text before it is kept', async () => {
  const number = await drafted()
  await ask(number, 'ines')
  const { sections } = await cast.read('max', (work) => getPostmortem(work, number))
  await write(number, 2, [sections[0]?.key ?? ''], 'Something else, never frozen.')
  await cast.done('max', restoreRevision, { number, revision: 1 })
  const working = await cast.read('max', (work) => getWorkingText(work, number))
  expect(working.sections[0]?.body).toBe('Answers were stale for twelve minutes.')
  const frozen = await cast.database.asOwner((db) => db.revision.findMany({ orderBy: { ordinal: 'asc' } }))
  expect(JSON.stringify(frozen[1]?.content)).toContain('never frozen')
  expect(await cast.execute('max', restoreRevision, { number, revision: 1 })).toMatchObject({
    problem: { kind: 'conflict' },
  })
})

describe('a meeting', () => {
  test('keeps who came and what came of it, on the clock of its zone', async () => {
    const number = await drafted()
    const attendees = [{ person: cast.personIds.ines, role: 'facilitator' }]
    const { id, startsAt } = await cast.done('max', scheduleMeeting, {
      ...{ number, startsAt: '2026-06-10T10:00', zone: 'Europe/Lisbon', attendees },
    })
    expect(startsAt).toBe('2026-06-10T09:00:00.000Z')
    const held = await cast.done('max', updateMeeting, { number, id, version: 1, outcome: 'ready', notes: 'Agreed.' })
    expect(held).toMatchObject({ outcome: 'ready', attendees: [{ role: 'facilitator' }] })
    expect(await cast.execute('max', updateMeeting, { number, id, version: 1, notes: 'Late.' })).toMatchObject({
      problem: { kind: 'conflict' },
    })
  })

  test('asks nobody who could not read what it is about, and knows clocks that skip an hour', async () => {
    const number = await drafted({ visibility: 'team' })
    const attendees = [{ person: cast.personIds.tom, role: 'guest' }]
    expect(
      await cast.execute('max', scheduleMeeting, { number, startsAt: '2026-06-12T10:00', zone: 'UTC', attendees }),
    ).toMatchObject({ problem: { fields: [{ field: 'attendees' }] } })
    expect(
      await cast.execute('max', scheduleMeeting, { number, startsAt: '2027-03-28T01:30', zone: 'Europe/Lisbon' }),
    ).toMatchObject({ problem: { fields: [{ field: 'startsAt' }] } })
  })
})

describe('at the same time', () => {
  test('ten reviewers signing at once leave ten signatures and one state', async () => {
    const number = await drafted()
    const names = ['ines', 'olga', 'tom', 'pia', 'vera'] as const
    await ask(number, ...names)
    await Promise.all(names.map((name) => cast.done(name, decideReview, { number, verdict: 'approve' })))
    const { state, reviews } = await cast.read('max', (work) => getPostmortem(work, number))
    expect([state, reviews[0]?.decisions.length]).toEqual(['approved', names.length])
  })

  test('publishing and asking for changes come one after the other: what is published was approved at that moment', async () => {
    const number = await drafted()
    await ask(number, 'ines', 'olga')
    await cast.done('ines', decideReview, { number, verdict: 'approve' })
    const [published, changes] = await Promise.all([
      cast.execute('max', publishPostmortem, { number }),
      cast.execute('olga', decideReview, { number, verdict: 'ask_for_changes', note: 'Wait.' }),
    ])
    const { state } = await cast.read('max', (work) => getPostmortem(work, number))
    expect(published.ok !== changes.ok).toBe(true)
    expect(state).toBe(published.ok ? 'published' : 'changes_asked')
  })
})
