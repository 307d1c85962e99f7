import type { Root } from 'hast'
import { commitments, progresses } from '#lib/action-items/vocabulary.ts'
import { severities } from '#lib/incidents/model.ts'
import type { Embedded } from '#lib/postmortems/embedded.ts'
import { formatDate, formatDay } from '#lib/time.ts'
import { factTables, table, timelineHtml } from './facts-html.ts'
import { escaped } from './hast-html.ts'
import type { PostmortemDocument } from './schema.ts'

export type EmbedsGiven = { document: PostmortemDocument; embedded: Embedded | undefined }

/** What stands in the place of a marked line; undefined for everything else, which is written as it is. */
export function embedHtml(node: Root['children'][number], given: EmbedsGiven): string | undefined {
  if (node.type !== 'element' || !node.properties.dataEmbed || !given.embedded) return undefined
  const { document, embedded } = given
  const of = String(node.properties.dataOf ?? '')
  switch (node.properties.dataEmbed) {
    case 'timeline':
      return document.incident ? timelineHtml(document.incident) : ''
    case 'facts':
      return document.incident ? factTables(document.incident) : ''
    case 'action-items':
      return itemsTable(embedded.items)
    case 'mechanism': {
      const known = embedded.mechanisms[of]
      if (!known) return undefined
      return `<p><strong>${escaped(known.name)}</strong> (${escaped(of)}): ${escaped(known.definition)}</p>`
    }
    case 'incident':
      return incidentLine(of, embedded.incidents[of] ?? null)
  }
  return undefined
}

function incidentLine(of: string, seen: Embedded['incidents'][string]): string {
  if (!seen) return `<p>INC-${escaped(of)} is not available to whoever made this file.</p>`
  const { number, title, severity, occurredAt, zone } = seen
  const day = formatDay(new Date(occurredAt), zone)
  return `<p><strong>INC-${number} ${escaped(title)}</strong> (${severities[severity]}, ${escaped(day)})</p>`
}

const itemsTable = (items: Embedded['items']) =>
  table(
    'Action items',
    ['Action item', 'Done when', 'Priority', 'Team', 'Due', 'State'],
    items.map(({ title, doneWhen, priority, team, dueOn, commitment, progress }) => [
      ...[title, doneWhen, priority.toUpperCase(), team, formatDate(dueOn)],
      commitment === 'accepted' ? progresses[progress] : commitments[commitment],
    ]),
  )
