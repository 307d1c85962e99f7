import type { Database } from '#lib/db/client.ts'
import type { Env } from '#lib/env.ts'
import { type Consumer, type Dispatcher, startDispatcher, wakeDispatcher } from '#lib/jobs/dispatch.ts'
import { searchConsumers } from '#lib/search/consumer.ts'
import { indexShipped } from '#lib/search/indexer.ts'
import { MIRROR, mirrorChanges, passOn, reconcile } from '#lib/search/mirror.ts'
import { searchServer } from '#lib/search/server.ts'

type SearchWork = {
  consumers: Record<string, Consumer>
  /** What ships with the release. */
  shipped: () => Promise<void>
  /** Whatever the search server missed. */
  caughtUp: () => Promise<void>
  stop: () => Promise<void>
}

/** The built-in index follows every change; a search server, if there is one, follows that index. */
export function startSearchWork({ asOwner }: Database, env: Env): SearchWork {
  const server = searchServer(env)
  let mirroring: Dispatcher | undefined
  if (server) {
    const consumers = { [MIRROR]: mirrorChanges(asOwner, server) }
    mirroring = startDispatcher({ asOwner }, { lane: 'mirror', consumers })
  }
  const onIndexed = async (refs: Parameters<typeof passOn>[1]) => {
    await passOn(asOwner, refs, new Date())
    wakeDispatcher()
  }
  return {
    consumers: searchConsumers({ asOwner, ...(server && { onIndexed }) }),
    shipped: () => indexShipped({ asOwner, ...(server && { onIndexed }) }),
    caughtUp: async () => {
      if (server) await reconcile(asOwner, server)
      // Left by a time when there was one.
      else await asOwner((db) => db.outbox.deleteMany({ where: { topic: MIRROR } }))
    },
    stop: async () => mirroring?.stop(),
  }
}
