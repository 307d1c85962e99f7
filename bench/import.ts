import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { openDatabase } from '#lib/db/client.ts'
import { migrate } from '#lib/db/migrate.ts'
import { newId } from '#lib/ids.ts'

/**
 * How fast does a folder of postmortems come in, how much memory does it take, and what is there after it was killed
 * half-way and run again? On PostgreSQL with DATABASE_URL, on the embedded database without. Baseline in the same run:
 * reading and hashing the files alone. Prints one JSON object, and ends with 1 when a document is missing or doubled.
 */
const COUNT = Number(process.env.DOCUMENTS ?? 10_000)
const home = process.env.FIREBREAK_HOME ?? process.cwd()
const url = process.env.DATABASE_URL
const folder = mkdtempSync(path.join(tmpdir(), 'firebreak-bench-import-'))
const where = url ? { url } : { dataDirectory: path.join(folder, 'data') }

try {
  const files = writeFiles()
  const readingMs = timed(() => files.forEach((file) => void readFileSync(file)))
  await prepare()
  const killed = await run({ killAt: COUNT / 2 })
  const half = await counted()
  const rest = await run({})
  const all = await counted()
  const again = await run({})
  await emptied()
  const whole = await run({})
  const exact = all.postmortems === COUNT && all.distinct === COUNT && (await counted()).postmortems === COUNT
  console.log(
    JSON.stringify(
      {
        ...{ database: url ? 'postgresql' : 'embedded', documents: COUNT, readingMs: Math.round(readingMs) },
        whole: figures(whole, COUNT),
        killedHalfWay: { thereAfterwards: half.postmortems, memory: killed.memory },
        runAgain: { thereAfterwards: all.postmortems, ...figures(rest, COUNT) },
        unchanged: figures(again, COUNT),
        exact,
      },
      null,
      1,
    ),
  )
  if (!exact) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

type Run = { ms: number; memory: number[] }

function figures({ ms, memory }: Run, files: number) {
  return {
    seconds: Number((ms / 1000).toFixed(1)),
    filesPerSecond: Math.round((files * 1000) / ms),
    // Flat means the last of them is not much above the second.
    memoryMb: { quarterByQuarter: quarters(memory), most: Math.max(...memory) },
  }
}

function quarters(memory: number[]): number[] {
  return [1, 2, 3, 4].map((quarter) => memory[Math.floor((memory.length * quarter) / 4) - 1] ?? 0)
}

/** The command as people call it, in a process of its own, its memory looked at twice a second. */
function run({ killAt }: { killAt?: number }): Promise<Run> {
  const began = performance.now()
  const words = [path.join(home, 'lib/cli/firebreak.mjs'), 'import', 'postmortems', path.join(folder, 'files')]
  const child = spawn(process.execPath, words, {
    env: {
      ...process.env,
      ...(url ? { DATABASE_URL: url } : { DATABASE_URL: '', DATA_DIR: path.join(folder, 'data') }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const memory: number[] = []
  const timer = setInterval(() => memory.push(residentMb(child)), 500)
  child.stdout.on('data', (piece: Buffer) => {
    const [, done] = /^(\d+) of/m.exec(piece.toString()) ?? []
    if (killAt && Number(done ?? 0) >= killAt) child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    child.once('close', (code, signal) => {
      clearInterval(timer)
      const ms = performance.now() - began
      if (code === 0 || signal === 'SIGKILL') resolve({ ms, memory: memory.filter(Boolean) })
      else reject(new Error(`The import ended with ${code}.`))
    })
  })
}

/** Zero where the system does not tell. */
function residentMb({ pid }: ChildProcess): number {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Math.round(Number(kilobytes ?? 0) / 1024)
  } catch {
    return 0
  }
}

async function prepare(): Promise<void> {
  const database = await openDatabase(where)
  await migrate(database)
  await database.asOwner(async (db) => {
    const createdAt = new Date()
    await db.organization.create({ data: { id: 1, name: 'Bench', zone: 'UTC', createdAt } })
    await db.person.create({
      data: {
        id: newId(createdAt),
        email: 'ada@bench.example',
        name: 'Ada',
        role: 'administrator',
        zone: 'UTC',
        createdAt,
      },
    })
  })
  await database.close()
}

async function counted(): Promise<{ postmortems: number; distinct: number }> {
  const database = await openDatabase(where)
  const [row] = await database.asOwner(
    (db) => db.$queryRaw<{ postmortems: number; distinct: number }[]>`
      select count(*)::int as "postmortems", count(distinct "externalId")::int as "distinct" from "Postmortem"`,
    { timeoutMs: 60_000 },
  )
  await database.close()
  return row ?? { postmortems: 0, distinct: 0 }
}

async function emptied(): Promise<void> {
  const database = await openDatabase(where)
  await database.asOwner((db) => db.$executeRaw`truncate "Postmortem", "Incident", "Outbox", "Event" cascade`, {
    timeoutMs: 60_000,
  })
  await database.close()
}

function writeFiles(): string[] {
  const into = path.join(folder, 'files')
  mkdirSync(into)
  return Array.from({ length: COUNT }, (_, index) => {
    const file = path.join(into, `${String(index).padStart(6, '0')}.md`)
    writeFileSync(file, documentAt(index))
    return file
  })
}

/** 5 KB in five sections, with 40 teams and 200 services, as a company of some thousand people might have. */
function documentAt(index: number): string {
  const at = new Date(Date.UTC(2016, 0, 1) + index * 6 * 3_600_000)
  const facts = [
    ...[`id: bench-${index}`, `title: "Retries piled up behind queue ${index}"`, `service: Service ${index % 200}`],
    ...[`team: Team ${index % 40}`, `severity: sev${(index % 4) + 1}`, `start_time: ${at.toISOString()}`],
    ...[
      `end_time: ${new Date(at.getTime() + 3_000_000).toISOString()}`,
      'mechanisms: [cap.exhaustion]',
      `ticket: T-${index}`,
    ],
  ]
  const sections = ['Summary', 'Impact', 'Trigger', 'Response', 'Lessons'].map(
    (heading, section) => `## ${heading}\n\n${paragraph(index * 5 + section)}\n`,
  )
  return `---\n${facts.join('\n')}\n---\n\n${sections.join('\n')}`
}

function paragraph(seed: number): string {
  const words = [
    'queue',
    'retry',
    'timeout',
    'resolver',
    'cache',
    'deploy',
    'shard',
    'lease',
    'quorum',
    'drain',
    'probe',
  ]
  return Array.from({ length: 150 }, (_, index) => words[(seed * 7 + index * index) % words.length]).join(' ')
}

function timed(run: () => void): number {
  const began = performance.now()
  run()
  return performance.now() - began
}
