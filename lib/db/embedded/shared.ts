import { Prisma, type PrismaClient } from '#prisma/client/client.ts'
import type { Database, Db } from '../client.ts'
import { APP_ROLE } from '../session.ts'
import { transaction } from '../transaction.ts'

type Settings = Record<string, string>
type Waiting = {
  settings: Settings
  run: (db: Db) => Promise<unknown>
  done: (value: unknown) => void
  failed: (error: unknown) => void
}

/** Far fewer than make a transaction long: the first waits for the last. */
const TOGETHER_MAX = 20

/**
 * There is one session, so whoever writes waits for the commits of all before. What waits at the same time is done one
 * after the other in one transaction, each in its own name, and becomes durable with one commit. When anything in it
 * fails, nothing of it stands, and each is done again in a transaction of its own.
 */
export function shareTransactions(prisma: PrismaClient): Database['shared'] {
  const waiting: Waiting[] = []
  let under = false

  const begin = <T>(settings: Settings, run: (db: Db) => Promise<T>) =>
    transaction(prisma, { role: APP_ROLE, settings }, run)
  const alone = ({ settings, run, done, failed }: Waiting) => begin(settings, run).then(done, failed)

  const together = async (some: readonly Waiting[]) => {
    // What one has and another does not have is not handed on.
    const nobodys = Object.fromEntries(some.flatMap(({ settings }) => Object.keys(settings).map((name) => [name, ''])))
    const all = async (db: Db) => {
      const values: unknown[] = []
      for (const { settings, run } of some) {
        await become(db, { ...nobodys, ...settings, role: APP_ROLE })
        values.push(await run(db))
      }
      return values
    }
    const values = await begin({}, all).catch(() => undefined)
    for (const [index, one] of some.entries()) await (values ? one.done(values[index]) : alone(one))
  }

  const goOn = async () => {
    if (under) return
    under = true
    while (waiting.length > 0) {
      const some = waiting.splice(0, TOGETHER_MAX)
      const [first] = some
      await (first && some.length === 1 ? alone(first) : together(some))
    }
    under = false
  }

  return <T>(settings: Settings, run: (db: Db) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ settings, run, done: (value) => resolve(value as T), failed: reject })
      void goOn()
    })
}

const become = (db: Db, settings: Settings) =>
  db.$queryRaw`select ${Prisma.join(Object.entries(settings).map(([name, value]) => Prisma.sql`set_config(${name}, ${value}, true)`))}`
