import type { Work } from '#lib/context.ts'
import { refuse } from '#lib/problem.ts'
import { dateFromLocal } from '#lib/time.ts'
import { acceptGaps } from './model.ts'
import { activeOwner } from './propose.ts'
import type { lockActionItem } from './queries.ts'

type Item = Awaited<ReturnType<typeof lockActionItem>>
type Given = { owner?: string | null | undefined; dueOn?: string | null | undefined; doneWhen?: string | undefined }

/** Fills in what a promise needs, with what was given beside the decision. */
export async function completed(work: Work, item: Item, { owner, dueOn, doneWhen }: Given): Promise<void> {
  const ownerId = owner ? await activeOwner(work, owner) : item.ownerId
  const criterion = doneWhen || item.doneWhen
  const fields = acceptGaps({ ownerId, doneWhen: criterion })
  if (fields.length > 0) refuse({ kind: 'invalid', fields })
  // Until it is accepted its date is an idea; the promise begins with the date it is accepted with.
  const due = dueOn && !item.acceptedAt ? { dueOn: dateFromLocal(dueOn), originalDueOn: dateFromLocal(dueOn) } : {}
  await work.db.actionItem.update({
    where: { id: item.id },
    data: { ownerId, doneWhen: criterion, ...due, version: { increment: 1 }, updatedAt: work.now },
    select: { id: true },
  })
}
