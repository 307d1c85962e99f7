import { beforeEach, describe, expect, test } from 'vitest'
import { getDocument } from '#lib/exports/document.ts'
import { grantAccess } from '#lib/grants/grant.ts'
import { changeVisibility } from '#lib/postmortems/change-visibility.ts'
import { editPostmortem } from '#lib/postmortems/edit.ts'
import { getPostmortem, getWorkingText } from '#lib/postmortems/queries.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { importFiles } from './run.ts'
import { importTable } from './run-table.ts'
import { ImportOptions } from './schema.ts'
import type { TableKind } from './table-rows.ts'

let cast: World

beforeEach(async () => {
  const fresh = await testDatabase()
  await fresh.empty()
  cast = await world(fresh)
})

const file = (id: string, more = '', body = 'It broke.') => ({
  file: `${id}.md`,
  bytes: Buffer.from(
    `---\nid: ${id}\ntitle: Title ${id}\nteam: edge team\nservice: edge-proxy\n${more}\n---\n${body}\n`,
  ),
})

async function run(
  files: { file: string; bytes: Buffer }[],
  { who = 'ada', ...options }: { who?: Name; [option: string]: unknown } = {},
) {
  const running = importFiles(cast.contextOf(who), files, { options: ImportOptions.parse(options) })
  return ended(running)
}

async function table(kind: TableKind, text: string, options = {}) {
  return ended(importTable(cast.contextOf('ada'), { kind, text }, { options: ImportOptions.parse(options) }))
}

async function ended<Each, Totals>(running: AsyncGenerator<Each, Totals>) {
  const results: Each[] = []
  for (;;) {
    const next = await running.next()
    if (next.done) return { results, totals: next.value }
    results.push(next.value)
  }
}

const count = () => cast.database.asOwner((db) => db.postmortem.count())

describe('postmortems from files', () => {
  test('go in once, however often they come; bad ones hold nothing up', async () => {
    const files = [file('a'), file('b', 'status: perhaps'), file('c', 'ticket: T-1'), file('a')]
    const first = await run(files)
    expect(first.totals).toMatchObject({ created: 2, failed: 2 })
    expect(first.results.flatMap(({ problems }) => problems.map(({ message }) => message)).sort()).toEqual([
      '"perhaps" is not a status known here. Use draft, published or retracted.',
      'The id "a" was used before in this import, by a.md.',
    ])
    const events = (await cast.events()).length
    expect((await run(files)).totals).toMatchObject({ created: 0, updated: 0, unchanged: 2, failed: 2 })
    expect(await count()).toBe(2)
    expect((await cast.events()).length).toBe(events)
    const document = await cast.read('ada', (work) => getDocument(work, 2))
    expect(document).toMatchObject({ id: 'c', status: 'published', extra: { ticket: 'T-1' } })
  })

  test('a changed file renews its document, keeps what stood there, and leaves what people wrote alone otherwise', async () => {
    await run([file('a', 'status: draft')])
    const { sections } = await cast.read('ada', (work) => getWorkingText(work, 1))
    const [{ key = '', version = 0 } = {}] = sections
    await cast.done('ada', editPostmortem, { number: 1, sections: [{ key, version, body: 'Somebody wrote this.' }] })
    expect((await run([file('a', 'status: draft')])).totals).toMatchObject({ unchanged: 1 })
    expect((await run([file('a', 'status: published', 'It broke twice.')])).totals).toMatchObject({ updated: 1 })
    const postmortem = await cast.read('vera', (work) => getPostmortem(work, 1))
    expect(postmortem).toMatchObject({ state: 'published', sections: [{ body: 'It broke twice.' }] })
    const kept = await cast.database.asOwner((db) => db.revision.findMany({ orderBy: { ordinal: 'asc' } }))
    expect(JSON.stringify(kept[0]?.content)).toContain('Somebody wrote this.')
  })

  test('only administrators import, and a dry run writes nothing', async () => {
    const refused = await run([file('a')], { who: 'max' })
    expect(refused.results[0]?.problems[0]?.message).toBe('An administrator can import from files.')
    const looked = await run(
      [file('a', '', 'x'), { ...file('b'), bytes: Buffer.from('---\nid: b\ntitle: B\nteam: New\n---\n') }],
      {
        dryRun: true,
      },
    )
    expect(looked.totals).toMatchObject({ created: 2, teams: ['New'], dryRun: true })
    expect(await run([file('a')], { who: 'max', dryRun: true })).toMatchObject({ totals: { failed: 1 } })
    expect([await count(), await cast.events()]).toEqual([0, []])
  })

  test('never opens what was closed, and says of a hidden id only that it is taken', async () => {
    await run([file('a'), file('s', 'visibility: restricted')])
    await cast.done('ada', changeVisibility, { number: 1, visibility: 'restricted', restrictedReason: 'legal' })
    await run([file('a', 'severity: sev1')])
    const rows = await cast.database.asOwner((db) => db.postmortem.findMany({ select: { visibility: true } }))
    expect(rows).toEqual([{ visibility: 'restricted' }, { visibility: 'restricted' }])
    await cast.database.asOwner((db) => db.grant.deleteMany())
    const again = await run([file('s', '', 'Other text'), file('t')])
    expect(again.totals).toMatchObject({ created: 1, failed: 1 })
    expect(again.results.find(({ outcome }) => outcome === 'failed')?.problems[0]?.message).toMatch(/not open to you/)
    await expect(cast.read('max', (work) => getDocument(work, 2))).rejects.toMatchObject({
      problem: { kind: 'not_found' },
    })
    await expect(
      cast.done('ada', grantAccess, { record: 'postmortem', number: 2, person: cast.personIds.max }),
    ).rejects.toThrow()
  })

  test('names are found by name and by slug, mapped, or made', async () => {
    const text = '---\nid: z\ntitle: Z\nteam: Die Anderen\nservice: [Old Proxy, 缓存]\n---\n'
    const { totals } = await run([{ file: 'z.md', bytes: Buffer.from(text) }], {
      services: { 'Old Proxy': 'edge-proxy' },
    })
    expect(totals).toMatchObject({ created: 1, teams: ['Die Anderen'], services: ['缓存'] })
    const { incident } = await cast.read('ada', (work) => getDocument(work, 1))
    expect(incident?.services.map(({ slug }) => slug).sort()).toEqual(['edge-proxy', 'unnamed'])
  })
})

describe('tables', () => {
  test('incidents go in by row, and come again by id', async () => {
    const text = [
      'id;title;severity;team;services;start_time;detected_at;mood',
      'i1;Slow;sev2;edge;edge-proxy;2026-01-02T10:00:00Z;2026-01-02T10:05:00Z;bad',
      'i2;;sev2;edge;;;;',
      'i1;Again;sev2;edge;;;;',
    ].join('\n')
    const { results, totals } = await table('incidents', text)
    expect(totals).toMatchObject({ created: 1, failed: 2 })
    expect(results.map(({ line, problem, notes }) => [line, problem ?? notes[0] ?? 'in'])).toEqual([
      [1, 'The column "mood" is not known and is left out.'],
      [3, 'The title is missing.'],
      [4, 'The id "i1" stands in line 2 already.'],
      [2, 'in'],
    ])
    const second = await table('incidents', 'id,title,team,severity\ni1,Slower,edge,sev1')
    expect(second.totals).toMatchObject({ updated: 1 })
    const [row] = await cast.database.asOwner((db) => db.incident.findMany())
    expect(row).toMatchObject({ title: 'Slower', severity: 'sev1', detectedAt: new Date('2026-01-02T10:05:00Z') })
  })

  test('action items find their owner and their postmortem', async () => {
    await run([file('a')])
    const text =
      'id,title,team,owner,due_on,postmortem,outcome,closing_note\nt1,Limit it,edge,max@northlight.example,2026-07-01,a,,\nt2,Drop it,edge,,2026-07-01,,dropped,Not worth it\nt3,Who,edge,nobody@x.example,2026-07-01,,,\nt4,When,edge,,soon,,,'
    const { results, totals } = await table('action-items', text)
    expect(totals).toMatchObject({ created: 2, failed: 2 })
    expect(results.flatMap(({ problem }) => (problem ? [problem] : [])).sort()).toEqual([
      'Nobody active here has the address nobody@x.example.',
      'The column "due_on" needs a date like 2026-11-20.',
    ])
    expect((await table('action-items', text)).totals).toMatchObject({ updated: 2, failed: 2 })
    expect(await cast.database.asOwner((db) => db.actionItem.count({ where: { closed: true } }))).toBe(1)
  })
})
