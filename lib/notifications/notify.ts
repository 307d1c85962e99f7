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
export async function notify<K extends Kind>({ db, now, actor }: Work, told: Told<K>): Promise<void> {
  const me = actor.kind === 'person' ? actor.personId : null
  const people = [...new Set(told.people)].filter((person) => person !== null && person !== me) as string[]
  if (people.length === 0) return
  await db.notification.createMany({
    data: people.map((personId) => {
      const id = newId(now)
      return {
        id,
        personId,
        kind: told.kind,
        subjectKind: told.subject.kind,
        subjectId: told.subject.id,
        actorId: me,
        key: told.key ?? id,
        data: told.facts,
        createdAt: now,
      }
    }),
    skipDuplicates: true,
  })
}
