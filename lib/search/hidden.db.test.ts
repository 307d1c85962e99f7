import { beforeEach, describe, expect, test } from 'vitest'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { changeVisibility } from '#lib/postmortems/change-visibility.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { library, restricted } from '#lib/testing/library.ts'
import { type World, world } from '#lib/testing/world.ts'

let cast: World
let shelf: ReturnType<typeof library>
beforeEach(async () => {
  const test = await testDatabase()
  await test.empty()
  cast = await world(test)
  shelf = library(cast)
})

describe('what an actor may not see leaves no trace', () => {
  test('restricting hides at once, before the index knows, and afterwards too', async () => {
    const number = await shelf.published('Stolen keys', 'The thief used a zeppelin.')
    await shelf.indexed()
    await cast.done('max', changeVisibility, { number, ...restricted })
    expect(await shelf.titles('tom', 'zeppelin')).toEqual([])
    expect(await shelf.titles('max', 'zeppelin')).toEqual(['Stolen keys'])
    await shelf.indexed()
    expect(await shelf.titles('ada', 'zeppelin')).toEqual([])
    expect(await shelf.titles('max', 'zeppelin')).toEqual(['Stolen keys'])
  })

  test('an index row that should not be there is never shown', async () => {
    await shelf.drafted('Stolen keys', 'The thief used a zeppelin.', restricted)
    await shelf.indexed()
    await cast.database.asOwner((db) => db.searchDocument.updateMany({ data: { open: true, title: 'Zeppelin!' } }))
    expect(await shelf.results('tom', 'zeppelin')).toEqual([])
  })

  test('a slip of the pen is not corrected to a word of a restricted record', async () => {
    await shelf.published('Stale answers', 'The cache was poisoned by a bicycle.')
    await shelf.drafted('Stolen keys', 'The thief used a zeppelin and a bicycle.', restricted)
    await shelf.indexed()
    expect(await shelf.titles('max', 'zepelin')).toEqual(['Stolen keys'])
    expect(await shelf.titles('tom', 'zepelin')).toEqual([])
    expect(await shelf.titles('tom', 'zeppe')).toEqual([])
    const words = await cast.read(
      'tom',
      ({ db }) => db.$queryRaw`select way, word from firebreak_terms('zepelin zeppe', '{}', '') order by word`,
    )
    expect(words).toEqual([
      { way: 'unknown', word: 'zepelin' },
      { way: 'unknown', word: 'zepp' },
    ])
  })

  test('a word that stands in a restricted record alone is as unknown as any other', async () => {
    await shelf.published('Stale answers', 'The cache was poisoned by a zeppelin.')
    await shelf.drafted('Stolen keys', 'The thief used a zepelin.', restricted)
    await shelf.indexed()
    expect(await shelf.titles('tom', 'zepelin')).toEqual(['Stale answers'])
    expect(await shelf.titles('max', 'zepelin')).toEqual(['Stolen keys'])
  })

  test('scores and order are the same with and without it', async () => {
    await shelf.published('Stale answers', 'The cache was poisoned by a zeppelin and a bicycle.')
    await shelf.published('Slow answers', 'The cache was slowed by a bicycle.')
    await shelf.indexed()
    const engineScores = () =>
      cast.read(
        'tom',
        ({ db }) =>
          db.$queryRaw`select id, score from firebreak_search(array['zeppelin', 'bicycl'], '{1,1}', 2, '{}', null, null, '{}', '{}', '{}', null, null, 10)`,
      )
    const before = await engineScores()
    await shelf.drafted(
      'Stolen keys',
      'The thief used a zeppelin. Zeppelin! Another bicycle, and a zeppelin.',
      restricted,
    )
    await shelf.indexed()
    expect(await engineScores()).toEqual(before)
  })

  test('an action item of a restricted postmortem hides with it, and opens with it', async () => {
    const number = await shelf.published('Stale answers', 'The cache was poisoned.')
    await cast.done('max', proposeActionItem, {
      title: 'Ground every zeppelin',
      team: 'edge',
      postmortem: number,
      dueOn: '2026-07-01',
      priority: 'p1',
    })
    await shelf.indexed()
    expect(await shelf.titles('tom', 'zeppelin')).toEqual(['Ground every zeppelin'])
    await cast.done('max', changeVisibility, { number, ...restricted })
    await shelf.indexed()
    expect(await shelf.titles('tom', 'zeppelin')).toEqual([])
    expect(await cast.database.asOwner((db) => db.searchDocument.count({ where: { open: true } }))).toBe(0)
  })

  test('guests and strangers find nothing', async () => {
    await shelf.published('Stale answers', 'The cache was poisoned by a zeppelin.')
    await shelf.indexed()
    expect(await shelf.titles('gus', 'zeppelin')).toEqual([])
    expect(await shelf.titles('nobody', 'zeppelin')).toEqual([])
  })

  test('nobody reads the tables of the index', async () => {
    for (const table of ['SearchTerm', 'SearchWord', 'SearchCorpus'])
      await expect(cast.read('ada', ({ db }) => db.$queryRawUnsafe(`select 1 from "${table}"`))).rejects.toThrow(
        /permission denied/,
      )
    await expect(cast.read('ada', ({ db }) => db.$queryRaw`select firebreak_stands('zeppelin')`)).rejects.toThrow(
      /permission denied/,
    )
    await expect(cast.read('ada', ({ db }) => db.$executeRaw`select firebreak_index('[]', now())`)).rejects.toThrow(
      /permission denied/,
    )
  })
})
