import { prepareDataDirectory } from './data-directory.ts'
import { type Launched, launch } from './host.ts'
import { acquireOwnership, type Ownership } from './owner-lock.ts'

/** A data directory that is this process's own, and the thread that opens the database in it. */
type Claimed = { ownership: Ownership; directory: string; launched: Launched }

/**
 * Begins to open a database that `openDatabase` will be asked for, so that it opens while the rest of the server is being
 * loaded. That another process has it is said at once; what else goes wrong is told to whoever asks.
 */
export async function openAhead(dataDirectory: string): Promise<void> {
  const owned = acquireOwnership(dataDirectory)
  const claimed = owned.then((ownership) => prepare(dataDirectory, ownership))
  claimed.catch(() => undefined)
  shared[KEY] = { dataDirectory, claimed }
  await owned
}

/** Makes the data directory ready and this process's own. */
export async function claim(dataDirectory: string): Promise<Claimed> {
  const ahead = shared[KEY]
  delete shared[KEY]
  if (ahead?.dataDirectory === dataDirectory) return ahead.claimed
  return prepare(dataDirectory, await acquireOwnership(dataDirectory))
}

async function prepare(dataDirectory: string, ownership: Ownership): Promise<Claimed> {
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
