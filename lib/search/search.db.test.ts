import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { recordIncident } from '#lib/incidents/record.ts'
import { amendPostmortem } from '#lib/postmortems/amend.ts'
import { editPostmortem } from '#lib/postmortems/edit.ts'
import { retractPostmortem } from '#lib/postmortems/retract.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { library, restricted, texts } from '#lib/testing/library.ts'
import { type World, world } from '#lib/testing/world.ts'
import { pack, rebuild } from './rebuild.ts'

let cast: World
let shelf: ReturnType<typeof library>
beforeEach(async () => {
  const test = await testDatabase()
  await test.empty()
  cast = await world(test)
  shelf = library(cast)
})

describe('the index follows what happens', () => {
  test('a draft is found as it stands, a published one as it was published', async () => {
    const number = await shelf.drafted('Stale answers', 'The cache was poisoned by a zeppelin.')
    await shelf.indexed()
    expect(await shelf.titles('tom', 'zeppelin')).toEqual(['Stale answers'])
    await shelf.approved(number)
    await cast.done('max', editPostmortem, { number, sections: texts('The cache was poisoned by a dirigible.', 2) })
    await shelf.indexed()
    expect(await shelf.titles('tom', 'zeppelin')).toEqual(['Stale answers'])
    expect(await shelf.titles('tom', 'dirigible')).toEqual([])
    await cast.done('max', amendPostmortem, { number, note: 'It was another airship.' })
    await shelf.indexed()
    expect(await shelf.titles('tom', 'dirigible')).toEqual(['Stale answers'])
    expect(await shelf.titles('tom', 'zeppelin')).toEqual([])
  })

  test('what is taken back is not found any more', async () => {
    const number = await shelf.published('Stale answers', 'The cache was poisoned by a zeppelin.')
    await shelf.indexed()
    await cast.done('max', retractPostmortem, { number, reason: 'The facts were wrong.' })
    expect(await shelf.titles('max', 'zeppelin')).toEqual([])
    await shelf.indexed()
    expect(await shelf.titles('max', 'zeppelin')).toEqual([])
    const held = { where: { OR: [{ body: { contains: 'zeppelin' } }, { exact: { contains: 'zeppelin' } }] } }
    expect(await cast.database.asOwner((db) => db.searchDocument.count(held))).toBe(0)
    expect(await shelf.titles('max', 'zeppelin is:retracted')).toEqual([])
    expect(await shelf.titles('max', 'stale is:retracted')).toEqual(['Stale answers'])
    expect(await shelf.titles('max', 'stale')).toEqual([])
  })

  test('work left by a process that died after the commit is done by the next one', async () => {
    await shelf.drafted('Stale answers', 'The cache was poisoned by a zeppelin.')
    expect(await shelf.titles('max', 'zeppelin')).toEqual([])
    await shelf.indexed()
    expect(await shelf.titles('max', 'zeppelin')).toEqual(['Stale answers'])
  })

  test('rebuilding gives the same index, without what is gone', async () => {
    await shelf.published('Stale answers', 'The cache was poisoned by a zeppelin.')
    await shelf.drafted('Secret answers', 'The keys were stolen by a zeppelin.', restricted)
    await shelf.indexed()
    const picture = () =>
      cast.database.asOwner(async (db) => ({
        words: await db.searchWord.findMany({ orderBy: { term: 'asc' } }),
        corpus: await db.searchCorpus.findMany(),
        terms: await db.searchTerm.count(),
      }))
    const before = await picture()
    const progress: number[] = []
    await rebuild(cast.database, ({ done }) => void progress.push(done))
    const after = await picture()
    expect(after.words).toEqual(expect.arrayContaining(before.words.filter(({ term }) => term === 'zeppelin')))
    // Two postmortems and the services of the cast.
    expect(progress.at(-1)).toBe(4)
    expect(await shelf.titles('tom', 'zeppelin')).toEqual(['Stale answers'])
    await rebuild(cast.database)
    await cast.database.withOwnerClient(pack)
    expect(await picture()).toEqual(after)
  })
})

describe('what a search says', () => {
  beforeEach(async () => {
    await shelf.published(
      'Expired certificate at the edge',
      'The certificate expired on Sunday. A reminder went to a former colleague.',
    )
    await shelf.published(
      'Database failover',
      'The replica lagged, and a certificate was blamed for a while. Split brain followed.',
    )
    await shelf.drafted(
      'Slow deploys',
      'The queue of deploys was long. The brain of the scheduler split the work badly.',
    )
    await shelf.indexed()
  })

  test('the title counts most, and marks show the words', async () => {
    const [first, second] = await shelf.results('tom', 'expired certificates')
    expect(first).toMatchObject({ kind: 'postmortem', number: 1, url: '/postmortems/1', score: 1, state: 'published' })
    expect(second?.title).toBe('Database failover')
    const { text, marks } = first?.snippet ?? { text: '', marks: [] }
    expect(marks.map(([start, end]) => text.slice(start, end)).slice(0, 2)).toEqual(['certificate', 'expired'])
  })

  test('phrases, exclusions, slips, beginnings and names are understood', async () => {
    const expected = {
      '"split brain"': ['Database failover'],
      'split brain': ['Database failover', 'Slow deploys'],
      'certificate -sunday': ['Database failover'],
      certificte: ['Database failover', 'Expired certificate at the edge'],
      certif: ['Database failover', 'Expired certificate at the edge'],
      '2': ['Database failover'],
      'the of and': [],
      '': [],
    }
    const found: Record<string, string[]> = {}
    for (const q of Object.keys(expected)) found[q] = (await shelf.titles('tom', q)).toSorted()
    expect(found).toEqual(expected)
  })

  test('all words beat most, and most beat any', async () => {
    expect(await shelf.titles('tom', 'replica lagged certificate scheduler')).toEqual([
      'Database failover',
      'Slow deploys',
      'Expired certificate at the edge',
    ])
  })

  test('an incident is told by its postmortem, unless incidents are asked for', async () => {
    const incident = await cast.done('max', recordIncident, {
      title: 'Zeppelin over the edge',
      severity: 'sev2',
      kind: 'outage',
      team: 'edge',
      externalId: 'INC-77',
    })
    await shelf.drafted('What the zeppelin taught us', 'It was a zeppelin.', { incident: incident.number })
    await shelf.indexed()
    expect(await shelf.titles('tom', 'zeppelin')).toEqual(['What the zeppelin taught us'])
    expect((await shelf.results('tom', 'zeppelin', { kind: 'incident' })).map(({ externalId }) => externalId)).toEqual([
      'INC-77',
    ])
    expect((await shelf.results('tom', 'INC-77'))[0]?.url).toBe('/incidents/1')
  })

  test('no text whatsoever is an error', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({
        unit: fc.constantFrom(
          '"',
          '-',
          ' ',
          '&',
          '|',
          '!',
          ':*',
          '\\',
          "'",
          '(',
          ')',
          '<->',
          'the',
          'brain',
          '\0',
          '\ud800',
          '%',
          '$1',
        ),
        maxLength: 60,
      }),
    )
    await fc.assert(
      fc.asyncProperty(hostile, async (q) => {
        expect(await shelf.results('tom', q)).toBeInstanceOf(Array)
      }),
      { numRuns: 40 },
    )
  })
})
