import { KEPT_FLAG } from './given.ts'

/** A picture this browser looks after until it stands in the text on the server. */
export type Kept = {
  id: string
  personId: string
  number: number
  section: string
  file: File
  /** Once it has arrived: its name in a text. */
  name?: string
  at: number
}

const STORE = 'pictures'
/** Whoever comes back after a month takes the picture again. */
const KEPT_MS = 30 * 24 * 60 * 60_000

export const keepPicture = (kept: Kept) => run('readwrite', (store) => store.put(kept)).then(flagged)
export const forgetPicture = (id: string) => run('readwrite', (store) => store.delete(id)).then(flagged)

export async function keptPictures(of: Pick<Kept, 'personId' | 'number' | 'section'>): Promise<Kept[]> {
  const all: Kept[] = await run('readonly', (store) => store.getAll())
  const now = Date.now()
  for (const { id, at } of all) if (now - at > KEPT_MS) await forgetPicture(id)
  return all.filter(
    ({ personId, number, section, at }) =>
      personId === of.personId && number === of.number && section === of.section && now - at <= KEPT_MS,
  )
}

async function flagged(): Promise<void> {
  const count: number = await run('readonly', (store) => store.count())
  if (count > 0) localStorage.setItem(KEPT_FLAG, '1')
  else localStorage.removeItem(KEPT_FLAG)
}

let opened: Promise<IDBDatabase> | undefined

async function run<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  opened ??= openStore()
  const request = ask((await opened).transaction(STORE, mode).objectStore(STORE))
  return answered(request)
}

function openStore(): Promise<IDBDatabase> {
  const request = indexedDB.open('firebreak-pictures', 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
  return answered(request)
}

const answered = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
