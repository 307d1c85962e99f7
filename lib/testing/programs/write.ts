import fs from 'node:fs'
import { openDatabase } from '#lib/db/client.ts'

// Writes transactions without end, and says so after each commit. `run` tells one life of the writer from the next.
const [directory, run] = [process.argv[2], Number(process.argv[3])]
const database = await openDatabase({ ...(directory && { dataDirectory: directory }) })
await database.withOwnerClient((client) =>
  client.query(`
    create table if not exists written (run int, n int, body text, primary key (run, n));
    create table if not exists account (id int primary key, amount bigint not null);
    insert into account select id, 1000 from generate_series(1, 50) id on conflict do nothing;
    create table if not exists page (id int primary key, body text,
      words tsvector generated always as (to_tsvector('english', body)) stored);
    create index if not exists page_words on page using gin (words)`),
)
say('READY')

const words =
  'incident outage latency rollback deploy network retry queue cache shard leader failover pager impact'.split(' ')
const below = (limit: number) => Math.floor(Math.random() * limit)
const text = (length: number) => Array.from({ length }, () => words[below(words.length)]).join(' ')

for (let n = 0; ; n++) {
  const amount = below(10)
  await database.asOwner(async (db) => {
    await db.$executeRaw`insert into written values (${run}, ${n}, ${text(60)})`
    await db.$executeRaw`update account set amount = amount - ${amount} where id = ${1 + below(50)}`
    await db.$executeRaw`update account set amount = amount + ${amount} where id = ${1 + below(50)}`
    await db.$executeRaw`insert into page values (${below(500)}, ${text(300)})
      on conflict (id) do update set body = excluded.body`
  })
  say(`COMMITTED ${n}`)
}

// Straight to the descriptor: what was said before a kill has to be heard after it.
function say(line: string) {
  fs.writeSync(1, `${line}\n`)
}
