import type { Work } from '#lib/context.ts'
import { mentionedIn, withMentions } from '#lib/mentions.ts'
import { notify } from '#lib/notifications/notify.ts'

/** Names typed with an @ become mentions. */
export async function resolveMentions({ db }: Work, text: string): Promise<string> {
  if (!text.includes('@')) return text
  const people = await db.$queryRaw<{ id: string; name: string }[]>`
    select "id"::text, "name" from "Person" where "deactivatedAt" is null and strpos(${text}, '@' || "name") > 0 limit 50`
  return withMentions(text, people)
}

type Told = { postmortemId: string; commentId: string; text: string; people?: readonly (string | null)[] }

/**
 * Whoever is mentioned is told so once for each comment, however often it is reworded; others who take part are told of
 * the comment. Somebody who cannot read the document finds nothing in their inbox.
 */
export async function tellOfComment(work: Work, { postmortemId, commentId, text, people = [] }: Told): Promise<void> {
  const subject = { kind: 'postmortem', id: postmortemId } as const
  const named = mentionedIn(text)
  const known = await work.db.person.findMany({ where: { id: { in: named } }, select: { id: true } })
  const mentioned = known.map(({ id }) => id)
  const facts = { comment: commentId }
  await notify(work, { kind: 'mentioned', people: mentioned, subject, facts, key: `mention ${commentId}` })
  const others = people.filter((person) => person !== null && !mentioned.includes(person))
  await notify(work, { kind: 'commented', people: others, subject, facts, key: `comment ${commentId}` })
}
