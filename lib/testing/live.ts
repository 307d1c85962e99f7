import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { EditorState, type Extension, type Text } from '@codemirror/state'
import { WebSocket } from 'ws'
import { type Device, memoryDevice } from '#components/postmortems/editor/device.ts'
import { type OpenDocument, openDocument, type SectionStart } from '#components/postmortems/editor/document.ts'
import { type Dial, overSocket } from '#components/postmortems/editor/line.ts'
import type { Status } from '#components/postmortems/editor/status.ts'
import { startSession } from '#lib/auth/sessions.ts'
import { execute } from '#lib/command.ts'
import type { Database } from '#lib/db/client.ts'
import { readEnv } from '#lib/env.ts'
import { contextOn } from '#lib/server.ts'
import { LOOK_AGAIN } from '#lib/web/live/connection.ts'
import { startLive } from '#lib/web/live/live.ts'

/** A process that only has sockets, on the loopback. */
export async function liveServer(database: Database, lookAgain = LOOK_AGAIN) {
  const server = http.createServer((_, response) => response.writeHead(404).end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const live = await startLive(database, readEnv({ PORT: String(port) }), lookAgain)
  server.on('upgrade', live.upgrade)
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      await live.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The cookie of somebody who signed in. */
export async function signIn(database: Database, personId: string): Promise<string> {
  const context = contextOn(database, { kind: 'anonymous' })
  const doorstep = { ...context, transaction: database.asOwner }
  const input = { personId, method: 'sample', userAgent: 'test', network: '' }
  const outcome = await execute(doorstep, startSession, input)
  if (!outcome.ok) throw new Error('The session could not be started.')
  return `firebreak.session=${outcome.value.token}`
}

export type Headers = { cookie?: string; origin?: string | null }

/** A socket as a browser opens it: with its cookie and its origin. */
export function socketTo(
  port: number,
  path: string,
  { cookie, origin = `http://127.0.0.1:${port}` }: Headers,
): WebSocket {
  return new WebSocket(`ws://127.0.0.1:${port}${path}`, {
    headers: { ...(cookie && { cookie }), ...(origin && { origin }) },
  })
}

type Given = {
  server: { port: number }
  cookie: string
  number: number
  sections: SectionStart[]
  personId: string
  device?: Device
}

/** The editor of the page without the page: everything but what is drawn. */
export function writer({ server, cookie, number, sections, personId, device = memoryDevice('tab') }: Given) {
  const to = { port: server.port }
  const dial: Dial = (events) =>
    overSocket(socketTo(to.port, `/live/postmortems/${number}`, { cookie }) as unknown as globalThis.WebSocket, events)
  const make = () => (doc: Text, extensions: Extension) => EditorState.create({ doc, extensions })
  const document = openDocument({ ...{ number, personId, sections, device, dial }, make, probe: async () => undefined })
  return {
    document,
    /** Where the next connection goes: the same server, or another process. */
    moveTo: ({ port }: { port: number }) => {
      to.port = port
    },
    text: (key: string) => document.section(key)?.host.state.doc.toString() ?? '',
    type: (key: string, from: number, insert: string, to = from) => {
      const section = document.section(key)
      if (!section) throw new Error(`There is no section ${key}.`)
      section.host.dispatch(section.host.state.update({ changes: { from, to, insert } }))
      document.changed()
    },
    until: (holds: (status: Status) => boolean) => until(document, holds),
  }
}

/** Resolves when the document says so, without looking at a clock. */
export function until(document: OpenDocument, holds: (status: Status) => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (holds(document.status())) return resolve()
    const stop = document.subscribe(() => {
      if (!holds(document.status())) return
      stop()
      resolve()
    })
  })
}
