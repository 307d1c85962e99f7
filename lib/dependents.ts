import type { Work } from './context.ts'
import { newId } from './ids.ts'

export const DEPENDENTS = 'dependents'

/** What a team or a service is called changed, or when its days end: so did what is found of everything that names it. */
export async function dependentsChanged(
  { db, now }: Work,
  subject: { subjectKind: 'team' | 'service'; subjectId: string },
): Promise<void> {
  const data = { id: newId(now), topic: DEPENDENTS, ...subject, createdAt: now, availableAt: now }
  await db.outbox.createMany({ data })
}
