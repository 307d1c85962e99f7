import type { Work } from '#lib/context.ts'
import { newId } from '#lib/ids.ts'
import type { Facts, Kind } from './model.ts'

type Told<K extends Kind> = {
  kind: K
  people: readonly (string | null)[]
  subject: {
    kind: 'postmortem' | 'incident' | 'action_item' | 'program' | 'risk' | 'sweep' | 'guide' | 'person'
    id: string
  }
  facts: Facts<K>
  /** The same key is told a person once, whoever tells it and however often. Without one, each is new. */
  key?: string
}

/**
 * Puts it into their inboxes, in the transaction of what happened: no notification without its cause, and none lost.
 * Nobody is told what they did themselves. Whether they may see the record is asked whenever the inbox is read.
 */
export const notify = <K extends Kind>(work: Work, told: Told<K>): Promise<void> => notifyOfAll(work, [told])

/** Many at once, in one statement. */
export async function notifyOfAll({ db, now, actor }: Work, all: readonly Told<Kind>[]): Promise<void> {
  const me = actor.kind === 'person' ? actor.personId : null
  const data = all.flatMap(({ kind, people, subject, facts, key }) =>
    [...new Set(people)].flatMap((personId) => {
      if (personId === null || personId === me) return []
      const id = newId(now)
      const about = { subjectKind: subject.kind, subjectId: subject.id, data: facts }
      return { id, personId, kind, ...about, actorId: me, key: key ?? id, createdAt: now }
    }),
  )
  if (data.length > 0) await db.notification.createMany({ data, skipDuplicates: true })
}
