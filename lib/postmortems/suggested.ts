import type { Work } from '#lib/context.ts'
import { presentSimilar, similarIncidents } from '#lib/similar/queries.ts'
import { type Subject, subjectFrom, subjectOfText } from '#lib/similar/subject.ts'
import { localFromDate } from '#lib/time.ts'
import { findKnown, type Known } from './known.ts'
import { loadForPolicy } from './queries.ts'
import type { SuggestionsOut } from './schema.ts'
import { preventingItems } from './suggestions.ts'

/** What this actor may see that resembles the document and its incident: beside the text, not in it. */
export async function getSuggestions(work: Work, number: number): Promise<SuggestionsOut> {
  const row = await loadForPolicy(work, number)
  const sections = await work.db.section.findMany({ where: { postmortemId: row.id }, select: { body: true } })
  // The floor keeps the working text, and so its title, from readers of something published.
  const title = sections.length > 0 ? row.workingTitle : row.title
  const text = sections.map(({ body }) => body).join('\n')
  // Who may read a postmortem need not see what it is about.
  const known = row.incidentId ? await findKnown(work, row.incidentId) : null
  const similar = await similarIncidents(work, subjectIn({ title, text, known }))
  const preventing = known ? await preventingItems(work, known) : []
  return {
    incident: known?.number ?? null,
    similar: similar.map(presentSimilar),
    preventing: preventing.map(({ number, title, createdAt, dueOn, closed, because }) => {
      return { number, title, because, closed, createdAt: createdAt.toISOString(), dueOn: localFromDate(dueOn) }
    }),
  }
}

/** What is written counts with what is known, and only what came before the incident was seen before. */
function subjectIn({ title, text, known }: { title: string; text: string; known: Known | null }): Subject {
  if (!known) return subjectOfText({ title, text })
  return subjectFrom(known, { text: `${title}\n${text}`, before: known.occurredAt })
}
