import { beforeEach, describe, expect, test } from 'vitest'
import { breakGlass } from '#lib/grants/break-glass.ts'
import { grantAccess } from '#lib/grants/grant.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { decideReview } from '#lib/reviews/decide.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { texts } from '#lib/testing/library.ts'
import { type World, world } from '#lib/testing/world.ts'
import { amendPostmortem } from './amend.ts'
import { changeVisibility } from './change-visibility.ts'
import { draftPostmortem } from './draft.ts'
import { editPostmortem } from './edit.ts'
import { publishPostmortem } from './publish.ts'
import { getPostmortem, getWorkingText, listPostmortems } from './queries.ts'
import { requestReview } from './request-review.ts'
import { retractPostmortem } from './retract.ts'

let cast: World
beforeEach(async () => {
  const test = await testDatabase()
  await test.truncate()
  cast = await world(test)
})

const STALE = 'The cache served stale answers for twelve minutes.'

async function drafted(extra: Record<string, unknown> = {}): Promise<number> {
  const { number } = await cast.done('max', draftPostmortem, {
    title: 'Stale answers from the edge cache',
    template: 'classic',
    team: 'edge',
    ...extra,
  })
  await cast.done('max', editPostmortem, { number, sections: texts(STALE) })
  return number
}

async function approved(extra: Record<string, unknown> = {}): Promise<number> {
  const number = await drafted(extra)
  await cast.done('max', requestReview, { number, reviewers: [cast.personIds.ines] })
  await cast.done('ines', decideReview, { number, verdict: 'approve' })
  return number
}

describe('from draft to readers', () => {
  test('a draft is reviewed, approved and published, and every step leaves its event', async () => {
    const number = await approved()
    const published = await cast.done('max', publishPostmortem, { number })
    expect(published).toMatchObject({ state: 'published', text: 'published', publishedAt: expect.any(String) })
    expect(await cast.events()).toEqual([
      'postmortem.drafted',
      'postmortem.edited',
      'postmortem.review_requested',
      'postmortem.approved',
      'postmortem.published',
    ])
  })

  test('every change also leaves work for the indexer in the same transaction', async () => {
    await drafted()
    expect(await cast.database.asOwner((db) => db.outbox.count({ where: { subjectKind: 'postmortem' } }))).toBe(2)
  })

  test('review asks for what is missing, by section, and nothing is frozen', async () => {
    const { number } = await cast.done('max', draftPostmortem, {
      title: 'Half written',
      template: 'classic',
      team: 'edge',
    })
    const outcome = await cast.execute('max', requestReview, { number, reviewers: [cast.personIds.ines] })
    expect(outcome).toMatchObject({
      ok: false,
      problem: {
        kind: 'invalid',
        fields: expect.arrayContaining([
          {
            field: 'sections.summary',
            message: '“Summary” is still empty.',
            href: `/postmortems/${number}/edit#summary`,
          },
        ]),
      },
    })
    expect(await cast.database.asOwner((db) => db.revision.count())).toBe(0)
    expect(await cast.events()).toEqual(['postmortem.drafted'])
  })

  test('asking for changes holds publication until a new review approves', async () => {
    const number = await drafted()
    await cast.done('max', requestReview, { number, reviewers: [cast.personIds.ines] })
    expect(await cast.execute('ines', decideReview, { number, verdict: 'ask_for_changes' })).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field: 'note' }] },
    })
    await cast.done('ines', decideReview, {
      number,
      verdict: 'ask_for_changes',
      note: 'Say how the twelve minutes were measured.',
    })
    expect(await cast.execute('max', publishPostmortem, { number })).toMatchObject({
      ok: false,
      problem: { kind: 'conflict' },
    })
    await cast.done('max', editPostmortem, { number, sections: texts('Twelve minutes, counted at the edge.', 2) })
    await cast.done('max', requestReview, { number, reviewers: [cast.personIds.ines] })
    await cast.done('ines', decideReview, { number, verdict: 'approve' })
    expect(await cast.done('max', publishPostmortem, { number })).toMatchObject({ state: 'published' })
  })

  test('what was approved is what is published: a later change needs a new review', async () => {
    const number = await approved()
    await cast.done('max', editPostmortem, { number, sections: texts('Something nobody reviewed.', 2) })
    expect(await cast.execute('max', publishPostmortem, { number })).toMatchObject({
      ok: false,
      problem: { kind: 'conflict', message: expect.stringContaining('changed after') },
    })
    expect(await cast.database.asOwner((db) => db.publication.count())).toBe(0)
  })

  test('the lead cannot review their own, nor a reviewer who cannot read it', async () => {
    const number = await drafted({ visibility: 'team' })
    for (const reviewer of ['max', 'tom'] as const)
      expect(await cast.execute('max', requestReview, { number, reviewers: [cast.personIds[reviewer]] })).toMatchObject(
        { problem: { kind: 'invalid', fields: [{ field: 'reviewers' }] } },
      )
  })

  test('only who was asked decides', async () => {
    const number = await drafted()
    await cast.done('max', requestReview, { number, reviewers: [cast.personIds.ines] })
    for (const other of ['tom', 'olga', 'max', 'ada'] as const)
      expect(await cast.execute(other, decideReview, { number, verdict: 'approve' })).toMatchObject({
        problem: { kind: 'forbidden' },
      })
  })

  test('a light template may be published without a review', async () => {
    const { number, sections } = await cast.done('max', draftPostmortem, {
      title: 'A near miss',
      template: 'light',
      team: 'edge',
    })
    await cast.done('max', editPostmortem, {
      number,
      sections: sections.map(({ key }) => ({ key, version: 1, body: 'Caught in time.' })),
    })
    expect(await cast.done('max', publishPostmortem, { number })).toMatchObject({ state: 'published' })
  })
})

describe('after publication', () => {
  test('readers keep the frozen text while an amendment is written, and see it with its note afterwards', async () => {
    const number = await approved()
    await cast.done('max', publishPostmortem, { number })
    expect(await cast.execute('max', amendPostmortem, { number, note: 'Nothing changed' })).toMatchObject({
      problem: { kind: 'conflict' },
    })
    await cast.done('max', editPostmortem, { number, sections: texts('Fourteen minutes, says the recount.', 2) })
    const seen = await cast.read('tom', (work) => getPostmortem(work, number))
    expect(seen.sections[0]?.body).toContain('twelve minutes')
    expect(await cast.read('tom', (work) => work.db.section.count())).toBe(0)
    await expect(cast.read('tom', (work) => getWorkingText(work, number))).rejects.toThrow()
    await cast.done('max', amendPostmortem, { number, note: 'Recounted the duration.' })
    const amended = await cast.read('tom', (work) => getPostmortem(work, number))
    expect(amended.sections[0]?.body).toContain('Fourteen')
    expect(amended.publications.map(({ note }) => note)).toEqual(['Recounted the duration.', ''])
  })

  test('a retracted postmortem shows its reason and no text', async () => {
    const number = await approved()
    await cast.done('max', publishPostmortem, { number })
    await cast.done('max', retractPostmortem, { number, reason: 'The facts were of another incident.' })
    const seen = await cast.read('tom', (work) => getPostmortem(work, number))
    expect(seen).toMatchObject({
      state: 'retracted',
      text: null,
      sections: [],
      facts: null,
      publications: [{ retraction: { reason: 'The facts were of another incident.' } }],
    })
  })

  test('frozen revisions, publications and events cannot be changed, not even by the owner of the database', async () => {
    const number = await approved()
    await cast.done('max', publishPostmortem, { number })
    for (const change of [
      () => cast.database.asOwner((db) => db.revision.updateMany({ data: { note: 'changed' } })),
      () => cast.database.asOwner((db) => db.publication.updateMany({ data: { note: 'changed' } })),
      () => cast.database.asOwner((db) => db.event.deleteMany()),
    ])
      await expect(change()).rejects.toThrow(/append-only/)
  })
})

describe('writing at the same time', () => {
  test('a stale section is refused with the text that stands, and nothing is written', async () => {
    const number = await drafted()
    await cast.done('ines', editPostmortem, { number, sections: [{ key: 'summary', version: 2, body: 'From Ines.' }] })
    const outcome = await cast.execute('max', editPostmortem, {
      number,
      sections: [
        { key: 'summary', version: 2, body: 'From Max.' },
        { key: 'impact', version: 2, body: 'Also Max.' },
      ],
    })
    expect(outcome).toMatchObject({
      problem: { kind: 'conflict', current: { sections: [{ key: 'summary', body: 'From Ines.', version: 3 }] } },
    })
    const { sections } = await cast.read('max', (work) => getWorkingText(work, number))
    expect(sections.find(({ key }) => key === 'impact')?.body).not.toContain('Also Max')
  })

  test('of ten saves of the same version at once exactly one wins', async () => {
    const number = await drafted()
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        cast.execute(index % 2 ? 'max' : 'ines', editPostmortem, {
          number,
          sections: [{ key: 'summary', version: 2, body: `Text ${index}` }],
        }),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.problem.kind === 'conflict')).toHaveLength(9)
  })
})

describe('who may read', () => {
  test('a restricted one exists only for those given access by name; an administrator breaks the glass in the open', async () => {
    const number = await drafted({ visibility: 'restricted', restrictedReason: 'security' })
    for (const stranger of ['ada', 'olga', 'pia', 'omar', 'gus', 'tom'] as const) {
      await expect(cast.read(stranger, (work) => getPostmortem(work, number))).rejects.toMatchObject({
        problem: { kind: 'not_found' },
      })
      expect((await cast.read(stranger, (work) => listPostmortems(work, { limit: 50 }))).items).toEqual([])
    }
    await cast.done('max', grantAccess, { record: 'postmortem', number, person: cast.personIds.tom })
    expect(await cast.read('tom', (work) => getPostmortem(work, number))).toMatchObject({ number })
    expect(
      await cast.execute('omar', breakGlass, { record: 'postmortem', number, reason: 'I would like to read it' }),
    ).toMatchObject({ problem: { kind: 'forbidden' } })
    await cast.done('ada', breakGlass, { record: 'postmortem', number, reason: 'Legal asked for the timeline.' })
    expect(await cast.read('ada', (work) => getPostmortem(work, number))).toMatchObject({ number })
    const seenByMax = await cast.read('max', (work) =>
      work.db.event.findMany({ where: { name: 'postmortem.access_granted' } }),
    )
    expect(seenByMax.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({ breakGlass: true, reason: 'Legal asked for the timeline.' }),
    )
  })

  test('a token without the extra flag acts as if its owner had no access by name', async () => {
    const number = await drafted({ visibility: 'restricted', restrictedReason: 'legal' })
    const token = { ...cast.actor('max'), seesRestricted: false }
    const context = cast.contextAs(token)
    await expect(context.transaction((db) => getPostmortem({ ...context, db }, number))).rejects.toMatchObject({
      problem: { kind: 'not_found' },
    })
  })

  test('closing it closes its incident too, and a postmortem is never more open than its incident', async () => {
    const incident = await cast.done('max', recordIncident, {
      title: 'A key left the building',
      severity: 'sev2',
      kind: 'security',
      team: 'edge',
    })
    const number = await drafted({ incident: incident.number })
    await cast.done('max', changeVisibility, { number, visibility: 'restricted', restrictedReason: 'security' })
    expect(await cast.read('tom', (work) => work.db.incident.count())).toBe(0)
    expect(await cast.read('max', (work) => work.db.incident.count())).toBe(1)
    expect(
      await cast.execute('max', changeVisibility, { number, visibility: 'company', incidentToo: false }),
    ).toMatchObject({ problem: { kind: 'invalid', fields: [{ field: 'visibility' }] } })
  })

  test('the facts of an incident open to one team never reach another team through a postmortem', async () => {
    const given = {
      title: 'Seen by the edge team',
      severity: 'sev3',
      kind: 'degradation',
      team: 'edge',
      visibility: 'team',
    }
    const { number } = await cast.done('max', recordIncident, given)
    const telling = { title: 'Told to others', template: 'light', team: 'control', incident: number }
    expect(await cast.execute('max', draftPostmortem, telling)).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field: 'visibility' }] },
    })
    await cast.done('max', draftPostmortem, { ...telling, team: 'edge' })
  })

  test('whoever may not change the incident cannot open it through its postmortem', async () => {
    const incident = await cast.done('max', recordIncident, {
      title: 'Of the edge team',
      severity: 'sev3',
      kind: 'outage',
      team: 'edge',
    })
    const { number } = await cast.done('tom', draftPostmortem, {
      title: 'Told by control',
      template: 'light',
      team: 'control',
      incident: incident.number,
    })
    const closing = { number, visibility: 'restricted', restrictedReason: 'legal' }
    expect(await cast.execute('tom', changeVisibility, closing)).toMatchObject({ problem: { kind: 'forbidden' } })
    expect(await cast.done('tom', changeVisibility, { ...closing, incidentToo: false })).toMatchObject({
      visibility: 'restricted',
    })
  })

  test('a guest and an auditor cannot write, and say so', async () => {
    for (const reader of ['gus', 'omar'] as const)
      expect(
        await cast.execute(reader, draftPostmortem, { title: 'No', template: 'classic', team: 'edge' }),
      ).toMatchObject({ problem: { kind: 'forbidden' } })
    expect(
      await cast.execute('nobody', draftPostmortem, { title: 'No', template: 'classic', team: 'edge' }),
    ).toMatchObject({ ok: false })
    expect(await cast.events()).toEqual([])
  })
})

describe('input', () => {
  test.each([
    [{ title: 'x', template: 'classic', team: 'edge', state: 'published' }, 'state'],
    [{ title: { not: '' }, template: 'classic', team: 'edge' }, 'title'],
    [{ title: 'a\0b', template: 'classic', team: 'edge' }, 'title'],
    [{ title: 'x', template: 'poem', team: 'edge' }, 'template'],
    [{ title: 'x', template: 'classic', team: 'nowhere' }, 'team'],
    [{ title: 'x'.repeat(201), template: 'classic', team: 'edge' }, 'title'],
    [{ title: 'x', template: 'classic', team: 'edge', visibility: 'restricted' }, 'restrictedReason'],
  ])('%j names the field to mend', async (input, field) => {
    expect(await cast.execute('max', draftPostmortem, input)).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field }] },
    })
  })
})
