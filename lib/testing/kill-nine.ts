import { setTimeout as pause } from 'node:timers/promises'
import { type Database, openDatabase } from '#lib/db/client.ts'
import { startProgram } from './program.ts'

export type KillResult = {
  rounds: number
  acknowledged: number
  lost: number
  /** Rounds after which the database did not open, or held a sum, an index or a sequence that does not add up. */
  damaged: string[]
  reopenMs: { median: number; max: number }
}

/** Kills a writing process again and again, and after each time counts what it had been told was saved. */
export async function killNine(directory: string, rounds: number): Promise<KillResult> {
  const told: number[] = []
  const damaged: string[] = []
  const reopenings: number[] = []
  let lost = 0

  for (let run = 0; run < rounds; run++) {
    told.push(await writeAndKill(directory, run))
    const began = performance.now()
    const database = await openDatabase({ dataDirectory: directory })
    const found = await inspect(database)
    reopenings.push(performance.now() - began)
    await database.close()
    damaged.push(...found.damage.map((what) => `round ${run}: ${what}`))
    lost = told.reduce((sum, last, of) => sum + Math.max(0, last + 1 - (found.written.get(of) ?? 0)), 0)
  }
  reopenings.sort((a, b) => a - b)
  return {
    rounds,
    acknowledged: told.reduce((sum, last) => sum + last + 1, 0),
    lost,
    damaged,
    reopenMs: { median: Math.round(reopenings[rounds >> 1] ?? 0), max: Math.round(reopenings.at(-1) ?? 0) },
  }
}

/** The number of the last transaction the writer was told is saved. */
async function writeAndKill(directory: string, run: number): Promise<number> {
  const writer = await startProgram('write', directory, String(run))
  await writer.said(/COMMITTED 0\n/)
  // At any moment of a commit, a different one each time: that is what is being tested.
  await pause(Math.random() * 1000)
  writer.process.kill('SIGKILL')
  await writer.ended
  return Number([...writer.output().matchAll(/COMMITTED (\d+)\n/g)].at(-1)?.[1])
}

async function inspect(database: Database): Promise<{ written: Map<number, number>; damage: string[] }> {
  return database.withOwnerClient(async (client) => {
    const runs = await client.query<{ run: number; count: number; last: number }>(
      'select run, count(*)::int as count, max(n) as last from written group by run',
    )
    const sum = (await client.query('select sum(amount)::int as sum from account')).rows[0].sum
    const count = async (settings: string) => {
      await client.query(settings)
      const query = `select count(*)::int as count from page where words @@ to_tsquery('english', 'outage')`
      return (await client.query(query)).rows[0].count
    }
    const byIndex = await count('set enable_seqscan to off')
    const byTable = await count('reset all; set enable_bitmapscan to off; set enable_indexscan to off')
    const damage = [
      ...runs.rows.filter(({ count, last }) => count !== last + 1).map(({ run }) => `run ${run} has holes`),
      ...(sum === 50_000 ? [] : [`the accounts hold ${sum} instead of 50000`]),
      ...(byIndex === byTable ? [] : [`the index finds ${byIndex} of ${byTable} pages`]),
    ]
    return { written: new Map(runs.rows.map(({ run, count }) => [run, count])), damage }
  })
}
