import { prepareDataDirectory } from './data-directory.ts'
import { type Launched, launch } from './host.ts'
import { acquireOwnership, type Ownership } from './owner-lock.ts'

/** A data directory that is this process's own, and the thread that opens the database in it. */
type Claimed = { ownership: Ownership; directory: string; launched: Launched }

/**
 * Begins to open a database that `openDatabase` will be asked for, so that it opens while the rest of the server is being
 * loaded. What goes wrong is told to whoever asks.
 */
export function openAhead(dataDirectory: string): void {
  const claimed = claimNow(dataDirectory)
  claimed.catch(() => undefined)
  shared[KEY] = { dataDirectory, claimed }
}

/** Makes the data directory ready and this process's own. */
export function claim(dataDirectory: string): Promise<Claimed> {
  const ahead = shared[KEY]
  delete shared[KEY]
  return ahead?.dataDirectory === dataDirectory ? ahead.claimed : claimNow(dataDirectory)
}

async function claimNow(dataDirectory: string): Promise<Claimed> {
  const ownership = await acquireOwnership(dataDirectory)
  try {
    const directory = await prepareDataDirectory(dataDirectory)
    return { ownership, directory, launched: launch(directory) }
  } catch (error) {
    await ownership.release()
    throw error
  }
}

// The command line and the server are compiled separately, each with its own modules; only this is shared.
const KEY = Symbol.for('firebreak.database.ahead')
const shared = globalThis as { [KEY]?: { dataDirectory: string; claimed: Promise<Claimed> } }
