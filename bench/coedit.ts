import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { EditorState, type Extension, type Text } from '@codemirror/state'
import { WebSocket, WebSocketServer } from 'ws'
import { memoryDevice } from '#components/postmortems/editor/device.ts'
import { type OpenDocument, openDocument } from '#components/postmortems/editor/document.ts'
import { overSocket } from '#components/postmortems/editor/line.ts'
import { findPostgres, startPostgres, statement, withDatabase } from '#lib/testing/postgres.ts'
import { median, type Running, startFirebreak, temporaryFolder } from './servers.ts'
import { draft, settled, visit } from './visitor.ts'

// How long until colleagues see what somebody typed? Four editors in one section, and twenty on five documents, against a
// bare socket server that only passes messages on. With PostgreSQL on this machine it is done again with two processes, the
// editors split between them.
const GROUPS = [
  { editors: 4, documents: 1 },
  { editors: 20, documents: 5 },
]
const EDITS = 40
/** All of them typing fast and without a pause: some seven changes a second each, sent as they come. */
const PAUSE_MS = 140
const PORTS = [4230, 4231] as const
const BARE_PORT = 4232

if (process.argv[2] === 'bare') serveBare()
else await measure()

async function measure(): Promise<void> {
  const bareMs = new Map<Group, number>()
  for (const group of GROUPS) bareMs.set(group, await bare(group))
  const on = (database: string, ports: number[], settings: Record<string, string>) =>
    firebreak(ports, settings).then((rows) => rows.map((row) => ({ database, processes: ports.length, ...row })))
  const results = await on('embedded', [PORTS[0]], {})
  const postgres = findPostgres() ? await startPostgres() : undefined
  if (postgres) {
    await statement(postgres.url, 'create database firebreak_coedit')
    const DATABASE_URL = withDatabase(postgres.url, 'firebreak_coedit')
    results.push(...(await on('postgresql', [...PORTS], { DATABASE_URL })))
    await postgres.stop()
  } else console.error('There is no PostgreSQL on this machine, so two processes were not measured.')
  for (const { group, ...result } of results) {
    const plain = bareMs.get(group) ?? 0
    const ratio = Number((result.medianMs / plain).toFixed(1))
    // The editors, the servers and the database share the machine with whatever else runs there.
    console.log(
      JSON.stringify({ bench: 'coedit', ...group, ...result, bareMs: plain, ratio, load: rounded(loadavg()[0] ?? 0) }),
    )
  }
}

type Group = (typeof GROUPS)[number]
type Result = { changes: number; seen: number; medianMs: number; p95Ms: number; converged: boolean }

async function firebreak(ports: number[], settings: Record<string, string>): Promise<(Result & { group: Group })[]> {
  const folder = temporaryFolder('coedit')
  const servers: Running[] = []
  for (const port of ports)
    servers.push(await startFirebreak(port, { DATA_DIR: folder, FIREBREAK_SAMPLE: '1', ...settings }))
  try {
    const url = servers[0]?.url ?? ''
    const { cookie } = await visit(url)
    await settled(url, cookie)
    const results = []
    for (const group of GROUPS) {
      const numbers: number[] = []
      for (let count = 0; count < group.documents; count++) numbers.push(await draft(url, cookie))
      const editors = Array.from({ length: group.editors }, (_, index) =>
        editor({
          url: servers[index % servers.length]?.url ?? '',
          cookie,
          number: numbers[index % group.documents] ?? 0,
        }),
      )
      await Promise.all(editors.map(({ document }) => until(document, () => document.status().standing === 'open')))
      results.push({ group, ...(await type(editors)) })
    }
    return results
  } finally {
    for (const server of servers) await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Editor = ReturnType<typeof editor>

function editor({ url, cookie, number }: { url: string; cookie: string; number: number }) {
  const address = `${url.replace('http', 'ws')}/live/postmortems/${number}`
  const document = openDocument({
    ...{ number, personId: 'bench', device: memoryDevice('bench'), probe: async () => undefined },
    sections: [{ key: 'what', body: '', version: 1 }],
    make: () => (doc: Text, extensions: Extension) => EditorState.create({ doc, extensions }),
    dial: (events) =>
      overSocket(
        new WebSocket(address, { headers: { cookie, origin: url } }) as unknown as globalThis.WebSocket,
        events,
      ),
  })
  const section = document.section('what')
  if (!section) throw new Error('There is no section to write in.')
  return { document, number, section, text: () => section.host.state.doc.toString() }
}

async function type(editors: readonly Editor[]): Promise<Result> {
  const typed = new Map<string, number>()
  const latencies: number[] = []
  for (const one of editors) {
    const seen = new Set<string>()
    one.document.subscribe(() => {
      const now = performance.now()
      for (const [mark] of one.text().matchAll(/<\d+>/g)) {
        if (seen.has(mark)) continue
        seen.add(mark)
        const at = typed.get(mark)
        if (at !== undefined) latencies.push(now - at)
      }
    })
  }
  let ordinal = 0
  await Promise.all(
    editors.map(async ({ section, document }) => {
      for (let count = 0; count < EDITS; count++) {
        await pause(PAUSE_MS * (0.5 + Math.random()))
        const mark = `<${++ordinal}>`
        const { state } = section.host
        // At the ends, so that no mark is written into the middle of another.
        const from = Math.random() < 0.5 ? 0 : state.doc.length
        section.host.dispatch(state.update({ changes: { from, insert: mark } }))
        typed.set(mark, performance.now())
        document.changed()
      }
    }),
  )
  await Promise.all(editors.map(({ document }) => until(document, () => !document.status().unsent)))
  const byDocument = (number: number) => editors.filter((one) => one.number === number)
  const length = (group: readonly Editor[]) => new Set(group.map((one) => one.text())).size
  const groups = [...new Set(editors.map(({ number }) => number))].map(byDocument)
  await Promise.all(groups.flatMap((group) => group.map((one) => until(one.document, () => length(group) === 1))))
  for (const { document } of editors) await document.close()
  // Its own writer sees a change at once; only the others are counted.
  const others = latencies.filter((latency) => latency > 0.2).sort((a, b) => a - b)
  return {
    changes: typed.size,
    seen: others.length,
    medianMs: rounded(median(others)),
    p95Ms: rounded(others[Math.floor(others.length * 0.95)] ?? 0),
    converged: groups.every((group) => length(group) === 1),
  }
}

/** The least a server can do: pass each message on to the others of the same document, as many and as often. */
async function bare({ editors, documents }: Group): Promise<number> {
  const child = fork(process.argv[1] ?? '', ['bare'], { stdio: 'inherit' })
  await once(child, 'message')
  const latencies: number[] = []
  const sockets = await Promise.all(
    Array.from({ length: editors }, async (_, index) => {
      const socket = new WebSocket(`ws://127.0.0.1:${BARE_PORT}/${index % documents}`)
      socket.on('message', (data) => latencies.push(performance.now() - Number(JSON.parse(String(data)).at)))
      await once(socket, 'open')
      return socket
    }),
  )
  await Promise.all(
    sockets.map(async (socket) => {
      for (let count = 0; count < EDITS; count++) {
        await pause(PAUSE_MS * (0.5 + Math.random()))
        socket.send(JSON.stringify({ at: performance.now(), changes: [0, [0, 'x']] }))
      }
    }),
  )
  await pause(200)
  for (const socket of sockets) socket.close()
  child.kill()
  return rounded(median(latencies))
}

function serveBare(): void {
  const server = new WebSocketServer({ port: BARE_PORT, host: '127.0.0.1' })
  const rooms = new Map<string, Set<WebSocket>>()
  server.on('connection', (socket, { url = '' }) => {
    const room = rooms.get(url) ?? new Set()
    rooms.set(url, room.add(socket))
    socket.on('message', (data) => {
      for (const other of room) if (other !== socket) other.send(String(data))
    })
  })
  server.on('listening', () => process.send?.('ready'))
}

function until(document: OpenDocument, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (holds()) return resolve()
    const timer = setInterval(() => holds() && done(), 50)
    const stop = document.subscribe(() => holds() && done())
    const done = () => {
      clearInterval(timer)
      stop()
      resolve()
    }
  })
}

// A declaration: it is called from the top of the file.
function rounded(value: number): number {
  return Number(value.toFixed(1))
}
