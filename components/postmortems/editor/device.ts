/** What somebody typed that the server has not confirmed, with all that is needed to bring it home later. */
export type Unsent = {
  /** The editor it was typed in; the server knows by it what has arrived already. */
  client: string
  /** The tab that looks after it, while it lives. */
  tab: string
  number: number
  key: string
  personId: string
  /** The confirmed text, its version, and the changes made since. */
  version: number
  base: string
  updates: unknown[]
  at: number
  /** It could not be merged and is shown to its writer. */
  offered?: boolean
}

export type Device = {
  tab: string
  keep: (unsent: Unsent) => Promise<void>
  /** Without waiting for anything: the page is about to go. */
  keepNow: (unsent: Unsent) => void
  forget: (client: string) => Promise<void>
  /** What was left behind: by tabs that are gone, and by this one. */
  left: (number: number, personId: string) => Promise<Unsent[]>
}

const NAME = 'firebreak'
const STORE = 'unsent'
const URGENT = 'firebreak.unsent.'
/** A tab without the Locks API keeps its own fresh by writing again; three times that is gone for good. */
export const BEAT_MS = 5_000
const GONE_MS = 15_000
/** Whoever comes back after a quarter has read about the incident elsewhere. */
const KEPT_MS = 90 * 24 * 60 * 60_000

/** This browser's own storage. It belongs to the browser profile and outlives a sign-out, so each record names its person. */
export function browserDevice(tab: string): Device {
  // Held for as long as the tab lives, however it ends. Browsers give it to secure addresses only.
  void navigator.locks?.request(lockOf(tab), () => new Promise<void>(() => undefined))
  let opened: Promise<IDBDatabase> | undefined
  const database = () => {
    opened ??= openStore()
    return opened
  }
  const run = async <T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const transaction = (await database()).transaction(STORE, mode)
    return answered(ask(transaction.objectStore(STORE)))
  }
  const alive = async (): Promise<Set<string> | undefined> => {
    const held = (await navigator.locks?.query())?.held
    return held && new Set(held.map(({ name = '' }) => name))
  }
  return {
    tab,
    keep: async (unsent) => {
      await run('readwrite', (store) => store.put(unsent))
      localStorage.removeItem(URGENT + unsent.client)
    },
    keepNow: (unsent) => {
      try {
        localStorage.setItem(URGENT + unsent.client, JSON.stringify(unsent))
      } catch {
        // Full or forbidden. What was typed more than a moment ago is in the other store.
      }
    },
    forget: async (client) => {
      localStorage.removeItem(URGENT + client)
      await run('readwrite', (store) => store.delete(client))
    },
    left: async (number, personId) => {
      const all = new Map((await run<Unsent[]>('readonly', (store) => store.getAll())).map((one) => [one.client, one]))
      for (const one of urgent()) if ((all.get(one.client)?.at ?? 0) <= one.at) all.set(one.client, one)
      const living = await alive()
      const now = Date.now()
      for (const { client, at } of all.values())
        if (now - at > KEPT_MS) void run('readwrite', (store) => store.delete(client))
      return [...all.values()].filter(
        (one) =>
          one.number === number &&
          one.personId === personId &&
          (one.tab === tab || (living ? !living.has(lockOf(one.tab)) : now - one.at > GONE_MS)),
      )
    },
  }
}

const lockOf = (tab: string) => `firebreak.tab.${tab}`

function urgent(): Unsent[] {
  return Object.keys(localStorage).flatMap((name) => {
    if (!name.startsWith(URGENT)) return []
    try {
      return [JSON.parse(localStorage.getItem(name) ?? '') as Unsent]
    } catch {
      return []
    }
  })
}

function openStore(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'client' })
  return answered(request)
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** For programs without a browser, and for private windows that refuse to store. */
export function memoryDevice(tab: string, all = new Map<string, Unsent>()): Device {
  return {
    tab,
    keep: async (unsent) => void all.set(unsent.client, unsent),
    keepNow: (unsent) => void all.set(unsent.client, unsent),
    forget: async (client) => void all.delete(client),
    left: async (number, personId) =>
      [...all.values()].filter((one) => one.number === number && one.personId === personId),
  }
}
