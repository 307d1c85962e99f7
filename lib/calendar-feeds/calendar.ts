import { listActionItems } from '#lib/action-items/queries.ts'
import { type ActionItemOut, type ItemFilter, ListActionItemsInput } from '#lib/action-items/schema.ts'
import { commitments, priorities, progresses } from '#lib/action-items/vocabulary.ts'
import { type Context, read } from '#lib/context.ts'
import { icalDay, icalLine, icalText, icalUtc } from '#lib/ical.ts'
import { PAGE_MAX } from '#lib/page.ts'
import { addDays } from '#lib/time.ts'

/** Two thousand days to keep are more than a calendar is good for, and a file of half a megabyte. */
const ITEMS_MAX = 2_000

type Given = { name: string; filter: Partial<ItemFilter>; url: string }

/** What is due, as days: an item belongs to its date in the team’s zone, which no reader’s zone may move. */
export async function calendarOf(context: Context, { name, filter, url }: Given): Promise<string> {
  const lines = [
    icalLine('BEGIN', 'VCALENDAR'),
    icalLine('VERSION', '2.0'),
    icalLine('PRODID', '-//Firebreak//Action items//EN'),
    icalLine('METHOD', 'PUBLISH'),
    icalText('X-WR-CALNAME', name),
    icalLine('REFRESH-INTERVAL;VALUE=DURATION', 'PT1H'),
    icalLine('X-PUBLISHED-TTL', 'PT1H'),
  ]
  let cursor: string | null = null
  let left = ITEMS_MAX
  do {
    const input: ItemFilter = ListActionItemsInput.parse({ ...filter, limit: PAGE_MAX, ...(cursor && { cursor }) })
    const page = await read(context, (work) => listActionItems(work, input))
    lines.push(...page.items.slice(0, left).map((item) => eventOf(item, { url, now: context.now })))
    left -= page.items.length
    cursor = left > 0 ? page.nextCursor : null
  } while (cursor)
  return [...lines, icalLine('END', 'VCALENDAR')].join('')
}

function eventOf(item: ActionItemOut, { url, now }: { url: string; now: Date }): string {
  const address = `${url}/action-items/${item.number}`
  const stands =
    item.commitment.kind === 'accepted' ? progresses[item.progress.kind] : commitments[item.commitment.kind]
  const told = [
    `${priorities[item.priority].label}, ${stands}`,
    `${item.team.name}${item.owner ? `, ${item.owner.name}` : ''}`,
    ...(item.doneWhen ? [`Done when: ${item.doneWhen}`] : []),
    address,
  ]
  return [
    icalLine('BEGIN', 'VEVENT'),
    icalLine('UID', `action-item-${item.number}@${new URL(url).hostname}`),
    icalLine('DTSTAMP', icalUtc(now)),
    icalLine('SEQUENCE', String(item.version)),
    icalLine('DTSTART;VALUE=DATE', icalDay(item.dueOn)),
    icalLine('DTEND;VALUE=DATE', icalDay(addDays(item.dueOn, 1))),
    icalText('SUMMARY', `AI-${item.number} ${item.title}`),
    icalText('DESCRIPTION', told.join('\n')),
    icalLine('URL', address),
    icalLine('TRANSP', 'TRANSPARENT'),
    icalLine('END', 'VEVENT'),
  ].join('')
}
