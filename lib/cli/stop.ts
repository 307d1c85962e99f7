import type http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { currentServer } from '#lib/server.ts'

/** A save that is under way is finished; a download that is not done by then is cut. */
const GRACE_MS = 10_000
/** A database that does not close has nothing left to lose: what was acknowledged is on disk. */
const CLOSING_MS = 10_000

/** Stops taking requests, finishes those that came, closes the database, ends with 0. A second signal ends it at once. */
export function stopOnSignal(server: http.Server, say: (line: string) => void): void {
  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) process.exit(signal === 'SIGINT' ? 130 : 143)
    stopping = true
    say('Stopping: finishing what was begun.')
    await stopServer(server)
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

async function stopServer(server: http.Server): Promise<void> {
  const running = currentServer()
  if (running) running.state = 'stopping'
  const closed = new Promise((resolve) => server.close(resolve))
  void running?.hangUp()
  // Closing hangs up on those that wait at that moment; a connection whose request is answered later waits again.
  const hangUp = setInterval(() => server.closeIdleConnections(), 100)
  await Promise.race([closed, pause(GRACE_MS)])
  clearInterval(hangUp)
  server.closeAllConnections()
  await Promise.race([running?.stop(), pause(CLOSING_MS)]).catch((error: unknown) => {
    console.error('The database did not close cleanly. It will recover at the next start.', error)
  })
}
