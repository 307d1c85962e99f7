import { beforeEach, describe, expect, test } from 'vitest'
import { finishExercise } from '#lib/exercises/finish.ts'
import { planExercise } from '#lib/exercises/plan.ts'
import { startExercise } from '#lib/exercises/start.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { listNotifications } from '#lib/notifications/queries.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, NOW, type World, world } from '#lib/testing/world.ts'
import { answerGuide } from './answer.ts'
import { closeProposal } from './close-proposal.ts'
import { guideEvidence } from './evidence.ts'
import { flagGuide } from './flag.ts'
import { noticeMerged } from './notice-merged.ts'
import { patchBetween } from './patch.ts'
import { proposeChange } from './propose-change.ts'
import { findGuide, getGuideSource } from './queries.ts'
import { whatWasSaid } from './standings.ts'
import { getGuideTalk } from './talk.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
  // The team that the file names.
  await w.database.asOwner((db) => db.team.update({ where: { slug: 'edge' }, data: { slug: 'network' } }))
})

const guide = 'dns-reliability'
const file = async () => (await getGuideSource(guide)) ?? { source: '', version: '' }
const changed = (source: string) => source.replace('## Checklist', 'One sentence more.\n\n## Checklist')
const talk = (who: Name) => w.read(who, (work) => getGuideTalk(work, guide))
const inbox = async (who: Name) =>
  (await w.read(who, (work) => listNotifications(work, { limit: 50, unread: false }))).items.map(
    ({ kind, subject }) => `${kind} ${subject?.href}`,
  )
const proposed = async () => {
  const { source, version } = await file()
  return w.done('tom', proposeChange, { guide, summary: 'Say one thing more', text: changed(source), version })
}
const secret = {
  ...{ title: 'Key exposed', severity: 'sev2', kind: 'security', team: 'network', zone: 'UTC' },
  ...{ visibility: 'restricted', restrictedReason: 'security', milestones: { detected: '2026-06-01T12:00Z' } },
}

describe('a flag', () => {
  test('contests the guide until its owner team answers, and both ends hear of it', async () => {
    const flagged = await w.done('tom', flagGuide, { guide, text: 'The TTL tail was an hour, not minutes.' })
    expect(flagged).toMatchObject({ state: 'contested', contested: 1, flags: [{ by: 'tom', answer: null }] })
    expect(await inbox('max')).toEqual([`guide_contested /guides/${guide}/answers`])
    expect(await inbox('vera')).toEqual([])
    const flag = flagged.flags[0]?.id
    const answer = { guide, flag, verdict: 'stands', reason: 'The tail was of one resolver.' }
    for (const who of ['tom', 'vera', 'omar'] as const)
      expect(await w.execute(who, answerGuide, answer)).toMatchObject({ problem: { kind: 'forbidden' } })
    const answered = await w.done('max', answerGuide, answer)
    expect(answered).toMatchObject({ contested: 0, flags: [{ answer: { verdict: 'stands', by: 'max' } }] })
    expect(answered.state).not.toBe('contested')
    expect(await inbox('tom')).toEqual([`guide_answered /guides/${guide}/answers`])
    expect(await w.execute('max', answerGuide, answer)).toMatchObject({ problem: { kind: 'conflict' } })
    expect(await w.events()).toEqual(['guide.flagged', 'guide.answered'])
  })

  test('that names a restricted record is seen by those who see the record, and by nobody else', async () => {
    const { number: incident } = await w.done('max', recordIncident, secret)
    await w.done('max', flagGuide, { guide, text: 'It leaked through the resolver.', incident })
    expect((await talk('max')).state).toBe('contested')
    for (const who of ['ines', 'ada', 'pia', 'tom', 'gus'] as const) {
      expect(await talk(who)).toMatchObject({ contested: 0, flags: [] })
      expect(await inbox(who)).toEqual([])
    }
    expect(await w.execute('tom', flagGuide, { guide, text: 'Me too.', incident })).toMatchObject({
      problem: { fields: [{ field: 'incident' }] },
    })
  })

  test('is for one record, says something, and is of a guide that is there', async () => {
    for (const wrong of [{ text: ' ' }, { text: 'x', incident: 1, postmortem: 1 }, { text: 'x', postmortem: 9 }])
      expect(await w.execute('tom', flagGuide, { guide, ...wrong })).toMatchObject({ problem: { kind: 'invalid' } })
    for (const nowhere of ['no-guide', 'constructor'])
      expect(await w.execute('tom', flagGuide, { guide: nowhere, text: 'x' })).toMatchObject({
        problem: { kind: 'not_found' },
      })
    expect(await w.events()).toEqual([])
    expect(await w.database.asOwner((db) => db.guide.count())).toBe(0)
  })
})

describe('an answer', () => {
  test('to the calendar says until when, and by which exercise', async () => {
    const { number: exercise } = await w.done('max', planExercise, {
      ...{ title: 'Lose a resolver', kind: 'game_day', environment: 'staging', team: 'network' },
      ...{ target: 'one host', holds: 'nothing is seen', plannedOn: '2026-06-10' },
    })
    const answer = { guide, verdict: 'stands', reason: 'We did it by the guide.', until: '2027-12-01', exercise }
    expect(await w.execute('max', answerGuide, answer)).toMatchObject({ problem: { fields: [{ field: 'exercise' }] } })
    await w.done('max', startExercise, { number: exercise, met: [] })
    await w.done('max', finishExercise, {
      ...{ number: exercise, outcome: 'confirmed', summary: 'It held.', detection: 'in_time', response: 'worked' },
    })
    for (const until of ['', '2026-06-10', '2030-01-01'])
      expect(await w.execute('max', answerGuide, { ...answer, until })).toMatchObject({
        problem: { fields: [{ field: 'until' }] },
      })
    expect(await w.done('max', answerGuide, answer)).toMatchObject({
      ...{ reviewBy: '2027-12-01', state: 'current' },
      answers: [{ exercise: { number: exercise }, until: '2027-12-01' }],
    })
    expect(await w.read('tom', whatWasSaid)).toEqual({ [guide]: { contested: 0, until: '2027-12-01' } })
    const found = await findGuide(guide)
    const evidence = found && (await w.read('tom', (work) => guideEvidence(work, found)))
    expect(evidence?.exercise).toMatchObject({ number: exercise, title: 'Lose a resolver' })
  })

  test('“to be changed” comes with the change', async () => {
    const answer = { guide, verdict: 'change', reason: 'They are right.' }
    expect(await w.execute('max', answerGuide, answer)).toMatchObject({ problem: { fields: [{ field: 'proposal' }] } })
    const { number: proposal } = await proposed()
    expect(await w.done('max', answerGuide, { ...answer, proposal })).toMatchObject({
      answers: [{ verdict: 'change', proposal }],
    })
  })

  test('of a guide that no team owns here is given by program managers', async () => {
    await w.database.asOwner((db) => db.team.update({ where: { slug: 'network' }, data: { slug: 'edge' } }))
    const flagged = await w.done('tom', flagGuide, { guide, text: 'It was otherwise.' })
    expect(await inbox('pia')).toEqual([`guide_contested /guides/${guide}/answers`])
    const answer = { guide, flag: flagged.flags[0]?.id, verdict: 'stands', reason: 'No.' }
    expect(await w.execute('max', answerGuide, answer)).toMatchObject({ problem: { kind: 'forbidden' } })
    await w.done('pia', answerGuide, answer)
  })
})

test('an incident is a candidate after the guide was confirmed, on a service of the guide', async () => {
  const incident = (detected: string) => ({
    ...{ title: `At ${detected}`, severity: 'sev3', kind: 'outage', team: 'network', zone: 'UTC' },
    ...{ milestones: { detected }, services: [{ service: 'edge-proxy', role: 'origin' }] },
    factors: [{ mechanism: 'nam.dns', role: 'trigger', text: 'A name did not resolve.' }],
  })
  await w.done('max', recordIncident, incident('2026-06-01T12:00Z'))
  await w.done('max', recordIncident, incident('2026-06-09T12:00Z'))
  await w.done('max', recordIncident, { ...secret, factors: incident('').factors })
  const found = await findGuide(guide)
  if (!found) throw new Error('The guide is gone.')
  const since = async (services: string[]) =>
    (await w.read('tom', (work) => guideEvidence(work, { ...found, services }))).incidents.map((one) => one.since)
  expect(await since([])).toEqual([false, false])
  expect(await since(['edge-proxy'])).toEqual([true, true])
  const then = new Date('2026-06-05T12:00Z')
  await w.done('max', answerGuide, { guide, verdict: 'stands', reason: 'Read.', until: '2026-12-01' }, then)
  expect(await since(['edge-proxy'])).toEqual([true, false])
  expect(await talk('tom'), 'nothing contradicts it until a person says so').toMatchObject({ contested: 0 })
})

describe('a proposed change', () => {
  test('is kept as a patch of the text as it stands, and its owner team is told', async () => {
    const { source } = await file()
    const { number, patch, state } = await proposed()
    expect([patch, state]).toEqual([patchBetween(guide, source, changed(source)), 'open'])
    expect(await inbox('max')).toEqual([`guide_change_proposed /guides/${guide}/proposals/${number}`])
    expect((await talk('tom')).proposals).toMatchObject([{ number, summary: 'Say one thing more', by: 'tom' }])
    expect((await file()).source, 'and changes nothing').toBe(source)
  })

  test('of another text, of no change or of everything is refused', async () => {
    const { source, version } = await file()
    const text = changed(source)
    const refused = (input: object) => w.execute('tom', proposeChange, { guide, summary: 'x', text, version, ...input })
    expect(await refused({ version: 'older' })).toMatchObject({ problem: { kind: 'conflict' } })
    expect(await refused({ text: source.trimEnd() })).toMatchObject({ problem: { fields: [{ field: 'text' }] } })
    expect(await refused({ text: 'a\n'.repeat(29_000) })).toMatchObject({ problem: { fields: [{ field: 'text' }] } })
    expect(await refused({ text: 'a'.repeat(60_001) })).toMatchObject({ problem: { kind: 'invalid' } })
    expect(await w.events()).toEqual([])
  })

  test('is declined with a reason, once, and whoever proposed it hears', async () => {
    const { number } = await proposed()
    const close = { guide, number, outcome: 'declined', reason: '' }
    expect(await w.execute('max', closeProposal, close)).toMatchObject({ problem: { fields: [{ field: 'reason' }] } })
    expect(await w.execute('tom', closeProposal, { ...close, reason: 'x' })).toMatchObject({
      problem: { kind: 'forbidden' },
    })
    expect(await w.done('max', closeProposal, { ...close, reason: 'It is said above.' })).toMatchObject({
      ...{ state: 'declined', reason: 'It is said above.', closedBy: 'max' },
    })
    expect(await inbox('tom')).toEqual([`guide_proposal_closed /guides/${guide}/proposals/${number}`])
    expect(await w.execute('max', closeProposal, { ...close, outcome: 'merged' })).toMatchObject({
      problem: { kind: 'conflict' },
    })
  })

  test('is closed as merged when the text that ships holds it', async () => {
    const { number } = await proposed()
    const { source } = await file()
    // As a release would see it that took the change in: this text came from one that lacked a line.
    const before = source.replace('## Checklist\n', '')
    await w.database.asOwner(async (db) => {
      const { guideId } = await db.guideProposal.findUniqueOrThrow({ where: { number } })
      const patch = patchBetween(guide, before, source) ?? ''
      await db.guideProposal.create({
        data: { id: crypto.randomUUID(), number: 9_000, guideId, summary: 'Taken in', patch, at: NOW },
      })
    })
    await noticeMerged(w.database, NOW)
    await noticeMerged(w.database, NOW)
    expect((await talk('tom')).proposals.map((one) => [one.number, one.state, one.closedBy])).toEqual([
      [9_000, 'merged', 'Firebreak'],
      [number, 'open', null],
    ])
    expect(await w.events()).toEqual(['guide.change_proposed', 'guide.proposal_closed'])
  })
})
