import type { EarlierPanel } from '#components/postmortems/suggestions-panel.tsx'
import type { Work } from '#lib/context.ts'
import { linkStanding } from '#lib/incidents/link-standing.ts'
import { getSuggestions } from '#lib/postmortems/suggested.ts'
import { answersFor } from '../../answers-for.ts'

/** What the panel beside the text shows of the past, with what its reader can say of it. */
export async function earlierFor(work: Work, number: number): Promise<Omit<EarlierPanel, 'zone'>> {
  const suggestions = await getSuggestions(work, number)
  const links = suggestions.incident === null ? null : await linkStanding(work, suggestions.incident)
  return { suggestions, proposals: links?.proposals ?? [], answers: links && answersFor(links) }
}
