import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { startDispatcher } from '#lib/jobs/dispatch.ts'
import { amendPostmortem } from '#lib/postmortems/amend.ts'
import { changeVisibility } from '#lib/postmortems/change-visibility.ts'
import { decideReview } from '#lib/postmortems/decide.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { editPostmortem } from '#lib/postmortems/edit.ts'
import { publishPostmortem } from '#lib/postmortems/publish.ts'
import { requestReview } from '#lib/postmortems/request-review.ts'
import { retractPostmortem } from '#lib/postmortems/retract.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, NOW, type World, world } from '#lib/testing/world.ts'
import { rebuild } from './rebuild.ts'
import { search } from './search.ts'

let cast: World
beforeEach(async () => {
  const test = await testDatabase()
  await test.truncate()
  cast = await world(test)
})

const required = ['summary', 'impact', 'trigger', 'factors', 'defences', 'mitigation', 'lessons']
const texts = (body: string, version = 1) => required.map((key) => ({ key, version, body }))

async function drafted(title: string, body: string, extra: Record<string, unknown> = {}): Promise<number> {
  const { number } = await cast.done('max', draftPostmortem, { title, template: 'classic', team: 'edge', ...extra })
  await cast.done('max', editPostmortem, { number, sections: texts(body) })
  return number
}

async function published(title: string, body: string, extra: Record<string, unknown> = {}): Promise<number> {
  const number = await drafted(title, body, extra)
  await cast.done('max', requestReview, { number, reviewers: [cast.personIds.ines] })
  await cast.done('ines', decideReview, { number, verdict: 'approve' })
  await cast.done('max', publishPostmortem, { number })
  return number
}

const restricted = { visibility: 'restricted', restrictedReason: 'security' }

/** What a running server does after each commit. */
async function indexed(): Promise<void> {
  const dispatcher = startDispatcher(cast.database, { now: () => new Date(NOW.getTime() + 5_000) })
  await dispatcher.drain()
  await dispatcher.stop()
}

const results = (
  who: Name | 'nobody',
  q: string,
  more: { kind?: 'postmortem' | 'incident' | 'action_item' | 'guide' } = {},
) => cast.read(who, (work) => search(work, { q, ...more }))
const titles = async (who: Name | 'nobody', q: string) => (await results(who, q)).map(({ title }) => title)

describe('the index follows what happens', () => {
  test('a draft is found as it stands, a published one as it was published', async () => {
    const number = await drafted('Stale answers', 'The cache was poisoned by a zeppelin.')
    await indexed()
    expect(await titles('tom', 'zeppelin')).toEqual(['Stale answers'])
    await cast.done('max', requestReview, { number, reviewers: [cast.personIds.ines] })
    await cast.done('ines', decideReview, { number, verdict: 'approve' })
    await cast.done('max', publishPostmortem, { number })
    await cast.done('max', editPostmortem, { number, sections: texts('The cache was poisoned by a dirigible.', 2) })
    await indexed()
    expect(await titles('tom', 'zeppelin')).toEqual(['Stale answers'])
    expect(await titles('tom', 'dirigible')).toEqual([])
    await cast.done('max', amendPostmortem, { number, note: 'It was another airship.' })
    await indexed()
    expect(await titles('tom', 'dirigible')).toEqual(['Stale answers'])
    expect(await titles('tom', 'zeppelin')).toEqual([])
  })

  test('what is taken back is not found any more', async () => {
    const number = await published('Stale answers', 'The cache was poisoned by a zeppelin.')
    await indexed()
    await cast.done('max', retractPostmortem, { number, reason: 'The facts were wrong.' })
    expect(await titles('max', 'zeppelin')).toEqual([])
    await indexed()
    expect(await titles('max', 'zeppelin')).toEqual([])
    expect(await cast.database.asOwner((db) => db.searchTerm.count())).toBe(0)
    expect(await cast.database.asOwner((db) => db.searchWord.count())).toBe(0)
  })

  test('work left by a process that died after the commit is done by the next one', async () => {
    await drafted('Stale answers', 'The cache was poisoned by a zeppelin.')
    expect(await titles('max', 'zeppelin')).toEqual([])
    await indexed()
    expect(await titles('max', 'zeppelin')).toEqual(['Stale answers'])
  })

  test('rebuilding gives the same index, without what is gone', async () => {
    await published('Stale answers', 'The cache was poisoned by a zeppelin.')
    await drafted('Secret answers', 'The keys were stolen by a zeppelin.', restricted)
    await indexed()
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
    expect(progress.at(-1)).toBe(2)
    expect(await titles('tom', 'zeppelin')).toEqual(['Stale answers'])
    await rebuild(cast.database)
    expect(await picture()).toEqual(after)
  })
})

describe('what an actor may not see leaves no trace', () => {
  test('restricting hides at once, before the index knows, and afterwards too', async () => {
    const number = await published('Stolen keys', 'The thief used a zeppelin.')
    await indexed()
    await cast.done('max', changeVisibility, { number, ...restricted })
    expect(await titles('tom', 'zeppelin')).toEqual([])
    expect(await titles('max', 'zeppelin')).toEqual(['Stolen keys'])
    await indexed()
    expect(await titles('ada', 'zeppelin')).toEqual([])
    expect(await titles('max', 'zeppelin')).toEqual(['Stolen keys'])
  })

  test('an index row that should not be there is never shown', async () => {
    await drafted('Stolen keys', 'The thief used a zeppelin.', restricted)
    await indexed()
    await cast.database.asOwner((db) => db.searchDocument.updateMany({ data: { open: true, title: 'Zeppelin!' } }))
    expect(await results('tom', 'zeppelin')).toEqual([])
  })

  test('a slip of the pen is not corrected to a word of a restricted record', async () => {
    await published('Stale answers', 'The cache was poisoned by a bicycle.')
    await drafted('Stolen keys', 'The thief used a zeppelin and a bicycle.', restricted)
    await indexed()
    expect(await titles('max', 'zepelin')).toEqual(['Stolen keys'])
    expect(await titles('tom', 'zepelin')).toEqual([])
    expect(await titles('tom', 'zeppe')).toEqual([])
    const words = await cast.read(
      'tom',
      ({ db }) => db.$queryRaw`select way, word from firebreak_terms('zepelin zeppe') order by word`,
    )
    expect(words).toEqual([
      { way: 'unknown', word: 'zepelin' },
      { way: 'unknown', word: 'zepp' },
    ])
  })

  test('a word that stands in a restricted record alone is as unknown as any other', async () => {
    await published('Stale answers', 'The cache was poisoned by a zeppelin.')
    await drafted('Stolen keys', 'The thief used a zepelin.', restricted)
    await indexed()
    expect(await titles('tom', 'zepelin')).toEqual(['Stale answers'])
    expect(await titles('max', 'zepelin')).toEqual(['Stolen keys'])
  })

  test('scores and order are the same with and without it', async () => {
    await published('Stale answers', 'The cache was poisoned by a zeppelin and a bicycle.')
    await published('Slow answers', 'The cache was slowed by a bicycle.')
    await indexed()
    const engineScores = () =>
      cast.read(
        'tom',
        ({ db }) =>
          db.$queryRaw`select id, score from firebreak_search(array['zeppelin', 'bicycl'], '{}', null, null, array['postmortem'], 10)`,
      )
    const before = await engineScores()
    await drafted('Stolen keys', 'The thief used a zeppelin. Zeppelin! Another bicycle, and a zeppelin.', restricted)
    await indexed()
    expect(await engineScores()).toEqual(before)
  })

  test('an action item of a restricted postmortem hides with it, and opens with it', async () => {
    const number = await published('Stale answers', 'The cache was poisoned.')
    await cast.done('max', proposeActionItem, {
      title: 'Ground every zeppelin',
      team: 'edge',
      postmortem: number,
      dueOn: '2026-07-01',
      priority: 'p1',
    })
    await indexed()
    expect(await titles('tom', 'zeppelin')).toEqual(['Ground every zeppelin'])
    await cast.done('max', changeVisibility, { number, ...restricted })
    await indexed()
    expect(await titles('tom', 'zeppelin')).toEqual([])
    expect(await cast.database.asOwner((db) => db.searchDocument.count({ where: { open: true } }))).toBe(0)
  })

  test('guests and strangers find nothing', async () => {
    await published('Stale answers', 'The cache was poisoned by a zeppelin.')
    await indexed()
    expect(await titles('gus', 'zeppelin')).toEqual([])
    expect(await titles('nobody', 'zeppelin')).toEqual([])
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

describe('what a search says', () => {
  beforeEach(async () => {
    await published(
      'Expired certificate at the edge',
      'The certificate expired on Sunday. A reminder went to a former colleague.',
    )
    await published(
      'Database failover',
      'The replica lagged, and a certificate was blamed for a while. Split brain followed.',
    )
    await drafted('Slow deploys', 'The queue of deploys was long. The brain of the scheduler split the work badly.')
    await indexed()
  })

  test('the title counts most, and marks show the words', async () => {
    const [first, second] = await results('tom', 'expired certificates')
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
    for (const q of Object.keys(expected)) found[q] = (await titles('tom', q)).toSorted()
    expect(found).toEqual(expected)
  })

  test('all words beat most, and most beat any', async () => {
    expect(await titles('tom', 'replica lagged certificate scheduler')).toEqual([
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
    await drafted('What the zeppelin taught us', 'It was a zeppelin.', { incident: incident.number })
    await indexed()
    expect(await titles('tom', 'zeppelin')).toEqual(['What the zeppelin taught us'])
    expect((await results('tom', 'zeppelin', { kind: 'incident' })).map(({ externalId }) => externalId)).toEqual([
      'INC-77',
    ])
    expect((await results('tom', 'INC-77'))[0]?.url).toBe('/incidents/1')
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
        expect(await results('tom', q)).toBeInstanceOf(Array)
      }),
      { numRuns: 40 },
    )
  })
})
