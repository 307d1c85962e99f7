import type { Work } from '#lib/context.ts'
import { mentionedIn } from '#lib/mentions.ts'
import { notify } from '#lib/notifications/notify.ts'

type Changed = { postmortemId: string; before: string; after: string }

/** Whoever is named in the text for the first time finds it in their inbox, once for a document. */
export async function tellMentioned(work: Work, { postmortemId, before, after }: Changed): Promise<void> {
  const known = new Set(mentionedIn(before))
  const named = mentionedIn(after).filter((id) => !known.has(id))
  if (named.length === 0) return
  const people = await work.db.person.findMany({ where: { id: { in: named } }, select: { id: true } })
  await notify(work, {
    kind: 'mentioned',
    people: people.map(({ id }) => id),
    subject: { kind: 'postmortem', id: postmortemId },
    facts: {},
    key: `mention ${postmortemId}`,
  })
}
