import type { Db } from '#lib/context.ts'
import { commentSources } from './comment-sources.ts'
import { itemSources } from './item-sources.ts'
import type { Kind } from './model.ts'
import { programSources } from './program-sources.ts'
import { incidentSources, postmortemSources } from './record-sources.ts'
import { exerciseSources, riskSources } from './register-sources.ts'
import { serviceSources } from './service-sources.ts'
import { guideSources, mechanismSources } from './shipped-sources.ts'
import type { Source } from './source.ts'

type Reading = {
  /** Those of them that the transaction sees. */
  read: (db: Db, ids: readonly string[]) => Promise<Source[]>
  /** All there are; null for what ships with the release, which no change tells of. */
  all: ((db: Db) => Promise<{ id: string }[]>) | null
}

const select = { select: { id: true } } as const

/** Of every kind that is found: how it is read for the index and, as the person who asks, for the answer. */
export const sources: Record<Kind, Reading> = {
  postmortem: { read: postmortemSources, all: (db) => db.postmortem.findMany(select) },
  incident: { read: incidentSources, all: (db) => db.incident.findMany(select) },
  action_item: { read: itemSources, all: (db) => db.actionItem.findMany(select) },
  program: { read: programSources, all: (db) => db.program.findMany(select) },
  risk: { read: riskSources, all: (db) => db.risk.findMany(select) },
  exercise: { read: exerciseSources, all: (db) => db.exercise.findMany(select) },
  comment: { read: commentSources, all: (db) => db.thread.findMany(select) },
  service: { read: serviceSources, all: (db) => db.service.findMany(select) },
  mechanism: { read: shipped(async () => mechanismSources()), all: null },
  guide: { read: shipped(guideSources), all: null },
}

/** What ships is for everyone who is signed in; the policy of the index says so. */
function shipped(read: () => Promise<Source[]>): Reading['read'] {
  return async (_, ids) => (ids.length > 0 ? (await read()).filter(({ id }) => ids.includes(id)) : [])
}

export const shippedSources = { mechanism: async () => mechanismSources(), guide: () => guideSources() }
