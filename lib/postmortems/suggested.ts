import type { Work } from '#lib/context.ts'
import { localFromDate } from '#lib/time.ts'
import { knownOf } from './known.ts'
import { loadForPolicy } from './queries.ts'
import type { SuggestionsOut } from './schema.ts'
import { preventingItems, similarIncidents } from './suggestions.ts'

/** What this actor may see that resembles the incident of the document: beside the text, not in it. */
export async function getSuggestions(work: Work, number: number): Promise<SuggestionsOut> {
  const { incidentId } = await loadForPolicy(work, number)
  if (!incidentId) return { similar: [], preventing: [] }
  const known = await knownOf(work, incidentId)
  const similar = await similarIncidents(work, known)
  const preventing = await preventingItems(work, known)
  return {
    similar: similar.map(({ number, title, severity, occurredAt, because, postmortem }) => {
      return { number, title, severity, occurredAt: occurredAt.toISOString(), because, postmortem }
    }),
    preventing: preventing.map(({ number, title, createdAt, dueOn, closed, because }) => {
      return { number, title, because, closed, createdAt: createdAt.toISOString(), dueOn: localFromDate(dueOn) }
    }),
  }
}
