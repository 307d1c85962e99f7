import { beforeEach, describe, expect, test } from 'vitest'
import { decideReview } from '#lib/reviews/decide.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { approved, drafted, texts } from '#lib/testing/library.ts'
import { type World, world } from '#lib/testing/world.ts'
import { amendPostmortem } from './amend.ts'
import { draftPostmortem } from './draft.ts'
import { editPostmortem } from './edit.ts'
import { publishPostmortem } from './publish.ts'
import { getPostmortem, getWorkingText } from './queries.ts'
import { requestReview } from './request-review.ts'
import { retractPostmortem } from './retract.ts'

let cast: World
beforeEach(async () => {
  const test = await testDatabase()
  await test.empty()
  cast = await world(test)
})

describe('from draft to readers', () => {
  test('a draft is reviewed, approved and published, and every step leaves its event', async () => {
    const number = await approved(cast)
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
    await drafted(cast)
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
    const number = await drafted(cast)
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
    const number = await approved(cast)
    await cast.done('max', editPostmortem, { number, sections: texts('Something nobody reviewed.', 2) })
    expect(await cast.execute('max', publishPostmortem, { number })).toMatchObject({
      ok: false,
      problem: { kind: 'conflict', message: expect.stringContaining('changed after') },
    })
    expect(await cast.database.asOwner((db) => db.publication.count())).toBe(0)
  })

  test('the lead cannot review their own, nor a reviewer who cannot read it', async () => {
    const number = await drafted(cast, { visibility: 'team' })
    for (const reviewer of ['max', 'tom'] as const)
      expect(await cast.execute('max', requestReview, { number, reviewers: [cast.personIds[reviewer]] })).toMatchObject(
        { problem: { kind: 'invalid', fields: [{ field: 'reviewers' }] } },
      )
  })

  test('only who was asked decides', async () => {
    const number = await drafted(cast)
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
    const number = await approved(cast)
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
    const number = await approved(cast)
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
    const number = await approved(cast)
    await cast.done('max', publishPostmortem, { number })
    for (const change of [
      () => cast.database.asOwner((db) => db.revision.updateMany({ data: { note: 'changed' } })),
      () => cast.database.asOwner((db) => db.publication.updateMany({ data: { note: 'changed' } })),
      () => cast.database.asOwner((db) => db.event.deleteMany()),
    ])
      await expect(change()).rejects.toThrow(/append-only/)
  })
})
