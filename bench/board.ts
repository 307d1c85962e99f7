import { editManyActionItems } from '#lib/action-items/edit-many.ts'
import { countFacets } from '#lib/action-items/facets.ts'
import { listGroupedItems } from '#lib/action-items/queries.ts'
import { ListActionItemsInput } from '#lib/action-items/schema.ts'
import { type PersonActor, settingsOf } from '#lib/actor.ts'
import { execute } from '#lib/command.ts'
import { type Context, read } from '#lib/context.ts'
import { type Database, openDatabase } from '#lib/db/client.ts'
import { migrate } from '#lib/db/migrate.ts'
import { newId } from '#lib/ids.ts'
import { startPostgres, statement, withDatabase } from '#lib/testing/postgres.ts'
import { bareAnswer } from './board-baseline.ts'
import { MANAGER, MEMBER, MEMBER_TEAMS, seedLarge } from './large.ts'

// How long does the board take among 100,000 items, its first page with all counts, under the policy of whoever asks?
// Against the bare SQL for the same answer, written by hand and run as the owner, in turns on the same server.
const ROUNDS = Number(process.env.ROUNDS ?? 25)
const NOW = new Date()

type Shape = Record<string, unknown>

const shapes: Record<string, Shape> = {
  'everything open': {},
  'late P0 and P1': { status: 'overdue', priority: ['p0', 'p1'] },
  'blocked, of three teams': { state: ['blocked'], team: ['team-3', 'team-4', 'team-5'] },
  'all there ever were': { status: 'all' },
  'by words': { q: 'edge caches', status: 'all' },
  'late P0 by words': { q: 'edge caches', status: 'overdue', priority: ['p0'] },
}

const postgres = await startPostgres()
try {
  await statement(postgres.url, 'create database board')
  const database = await openDatabase({ url: withDatabase(postgres.url, 'board') })
  await migrate(database)
  await seedLarge(database, NOW)
  const people = [person(MANAGER, 'program_manager', {}), person(MEMBER, 'member', teamsOfMember())]
  const results: Record<string, unknown> = {}
  for (const actor of people)
    for (const [name, given] of Object.entries(shapes))
      results[`${actor.role}, ${name}`] = await compared(database, { actor, given })
  const bulk = await bulkEdits(database, people[0] as PersonActor)
  console.log(JSON.stringify({ bench: 'board', items: 100_000, rounds: ROUNDS, results, bulk }, null, 1))
  await database.close()
} finally {
  await postgres.stop()
}

async function compared(database: Database, { actor, given }: { actor: PersonActor; given: Shape }) {
  const filter = ListActionItemsInput.parse(given)
  const context = contextOf(database, actor)
  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round < ROUNDS + 2; round += 1) {
    let started = performance.now()
    const answer = await read(context, async (work) => ({
      page: await listGroupedItems(work, filter),
      counts: await countFacets(work, filter),
    }))
    ours.push(performance.now() - started)
    started = performance.now()
    const expected = await bareAnswer(database, { actor, filter, now: NOW })
    bare.push(performance.now() - started)
    same(
      answer.page.items.map(({ number }) => number),
      expected.numbers,
    )
    same(answer.counts.status, expected.status)
  }
  const [firebreak, sql] = [quantiles(ours.slice(2)), quantiles(bare.slice(2))]
  return { firebreak, bareSql: sql, ratio: Number((firebreak.p95 / sql.p95).toFixed(2)) }
}

function same(one: unknown, other: unknown) {
  const sorted = (value: unknown) =>
    JSON.stringify(Array.isArray(value) ? value : Object.entries(value as object).sort())
  if (sorted(one) !== sorted(other)) throw new Error(`Different answers: ${sorted(one)} and ${sorted(other)}`)
}

/** 200 open items at once, again and again, each time to another day. */
async function bulkEdits(database: Database, actor: PersonActor) {
  const context = contextOf(database, actor)
  const filter = ListActionItemsInput.parse({ limit: 100 })
  const first = await read(context, (work) => listGroupedItems(work, filter))
  const second = await read(context, (work) =>
    listGroupedItems(work, { ...filter, ...(first.nextCursor && { cursor: first.nextCursor }) }),
  )
  const numbers = [...first.items, ...second.items].map(({ number }) => number)
  const times: number[] = []
  for (let round = 0; round < 12; round += 1) {
    const dueOn = `2027-01-${String(10 + round)}`
    const started = performance.now()
    const outcome = await execute(context, editManyActionItems, {
      numbers,
      dueOn,
      reason: 'The vendor delivers later.',
    })
    times.push(performance.now() - started)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  }
  return { items: numbers.length, ...quantiles(times.slice(2)) }
}

function contextOf(database: Database, actor: PersonActor): Context {
  return { actor, now: NOW, requestId: 'bench', transaction: (run) => database.transaction(settingsOf(actor), run) }
}

function person(personId: string, role: 'program_manager' | 'member', teams: PersonActor['teams']): PersonActor {
  const via = { kind: 'session' as const, sessionId: newId(NOW) }
  return { kind: 'person', personId, name: role, role, zone: 'UTC', teams, via, seesRestricted: true }
}

function teamsOfMember(): PersonActor['teams'] {
  return Object.fromEntries(MEMBER_TEAMS.map((team) => [team, 'editor' as const]))
}

function quantiles(times: number[]) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Number((sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1))
  return { p50: at(0.5), p95: at(0.95), max: at(1) }
}
