import { beforeEach, describe, expect, test } from 'vitest'
import { markOf } from '#lib/blameless/dismissed.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type World, world } from '#lib/testing/world.ts'
import { bringBackHint } from './bring-back.ts'
import { dismissHint } from './dismiss.ts'
import { dismissForEveryone } from './dismiss-for-everyone.ts'
import { hintsGiven, listDismissals, listExceptions } from './queries.ts'
import { returnToEveryone } from './return-to-everyone.ts'

let cast: World
let number: number
beforeEach(async () => {
  const fresh = await testDatabase()
  await fresh.empty()
  cast = await world(fresh)
  number = (await cast.done('max', draftPostmortem, { title: 'Oslo', template: 'light', team: 'edge' })).number
  await cast.events()
})

const words = { section: 'factors', rule: 'human-error', mark: markOf('Human  error') }
const page = { limit: 50 }

describe('in one postmortem', () => {
  test('who may edit it dismisses a hint and brings it back', async () => {
    const { id } = await cast.done('max', dismissHint, { number, ...words, reason: 'Their title' })
    expect(await cast.read('max', (work) => hintsGiven(work, number))).toMatchObject({
      dismissed: { here: [{ id, ...words }] },
      ...{ mayDismiss: true, mayDismissForEveryone: false },
    })
    await cast.done('max', bringBackHint, { number, id })
    expect(await cast.read('max', (work) => listDismissals(work, { number, ...page }))).toEqual({
      items: [],
      nextCursor: null,
    })
    expect((await cast.events()).slice(-2)).toEqual(['hint.dismissed', 'hint.brought_back'])
  })

  test('whoever dismissed it a moment ago brings it back by what it is about', async () => {
    await cast.done('max', dismissHint, { number, ...words })
    await cast.done('max', bringBackHint, { number, ...words })
    expect(await cast.execute('max', bringBackHint, { number, ...words })).toMatchObject({
      problem: { kind: 'not_found' },
    })
    expect(await cast.execute('max', bringBackHint, { number })).toMatchObject({ problem: { kind: 'invalid' } })
  })

  test('twice is once', async () => {
    const first = await cast.done('max', dismissHint, { number, ...words })
    expect(await cast.done('max', dismissHint, { number, ...words })).toEqual(first)
  })

  test('readers hear of no hints, and refused is refused', async () => {
    await cast.done('max', dismissHint, { number, ...words })
    expect(await cast.read('tom', (work) => hintsGiven(work, number))).toBeNull()
    expect((await cast.read('tom', (work) => listDismissals(work, { number, ...page }))).items).toEqual([])
    expect(await cast.execute('tom', dismissHint, { number, ...words })).toMatchObject({
      problem: { kind: 'forbidden' },
    })
    const heard = await cast.read('tom', ({ db }) => db.event.findMany({ select: { name: true } }))
    expect(heard.map(({ name }) => name)).toEqual(['postmortem.drafted'])
  })

  test('reviewers see what was dismissed, and leave it to those who write', async () => {
    await cast.done('max', dismissHint, { number, ...words })
    await cast.database.asOwner(async (db) => {
      const { id: postmortemId } = await db.postmortem.findUniqueOrThrow({ where: { number } })
      const [revisionId, reviewId] = [crypto.randomUUID(), crypto.randomUUID()]
      await db.revision.create({
        data: { id: revisionId, postmortemId, ordinal: 1, content: {}, createdAt: new Date(0) },
      })
      await db.review.create({ data: { id: reviewId, postmortemId, revisionId, requestedAt: new Date(0) } })
      await db.reviewer.create({ data: { reviewId, personId: cast.personIds.tom } })
    })
    const given = await cast.read('tom', (work) => hintsGiven(work, number))
    expect(given).toMatchObject({ dismissed: { here: [words] }, mayDismiss: false })
  })

  test.each([
    [{ rule: 'no-such-rule' }, 'rule'],
    [{ mark: 'the engineer failed to' }, 'mark'],
    [{ section: 'no_such_section' }, 'section'],
  ])('%j is not taken', async (wrong, field) => {
    const outcome = await cast.execute('max', dismissHint, { number, ...words, ...wrong })
    expect(outcome).toMatchObject({ problem: { kind: 'invalid', fields: [{ field }] } })
  })
})

describe('for everyone', () => {
  const given = { rule: 'the-root-cause', phrase: 'The Root Cause', reason: 'A field of our form' }

  test('an administrator dismisses a rule about a phrase, and everybody sees why', async () => {
    const { id } = await cast.done('ada', dismissForEveryone, given)
    expect(await cast.read('vera', (work) => listExceptions(work, page))).toMatchObject({
      items: [{ id, phrase: 'the root cause', reason: given.reason, addedBy: { name: expect.any(String) } }],
    })
    expect(await cast.read('max', (work) => hintsGiven(work, number))).toMatchObject({
      dismissed: { everywhere: [{ rule: given.rule, phrase: 'the root cause' }] },
    })
    expect(await cast.execute('ada', dismissForEveryone, given)).toMatchObject({ problem: { kind: 'invalid' } })
    await cast.done('ada', returnToEveryone, { id })
    expect((await cast.read('vera', (work) => listExceptions(work, page))).items).toEqual([])
    expect((await cast.events()).slice(-2)).toEqual(['hint.dismissed_for_everyone', 'hint.returned_to_everyone'])
  })

  test('nobody else, and not without a reason', async () => {
    expect(await cast.execute('max', dismissForEveryone, given)).toMatchObject({ problem: { kind: 'forbidden' } })
    expect(await cast.execute('ada', dismissForEveryone, { ...given, reason: ' ' })).toMatchObject({
      problem: { kind: 'invalid' },
    })
    const { id } = await cast.done('ada', dismissForEveryone, given)
    expect(await cast.execute('max', returnToEveryone, { id })).toMatchObject({ problem: { kind: 'forbidden' } })
  })
})
