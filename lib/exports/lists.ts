import { listActionItems } from '#lib/action-items/queries.ts'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import { ListActionItemsInput } from '#lib/action-items/schema.ts'
import { type Context, read, type Work } from '#lib/context.ts'
import { listIncidents } from '#lib/incidents/queries.ts'
import { type IncidentListed, ListIncidentsInput } from '#lib/incidents/schema.ts'
import { PAGE_MAX, type Page } from '#lib/page.ts'
import { listPostmortems } from '#lib/postmortems/queries.ts'
import { ListPostmortemsInput, type PostmortemListed } from '#lib/postmortems/schema.ts'
import { csvLine } from './csv.ts'

type Cell = string | number | null
type Columns<Item> = Record<string, (item: Item) => Cell>

/** A list as a file: its filters, page after page of it, and its columns. */
export type Listing<Item> = {
  columns: Columns<Item>
  pages: (work: Work, filters: Record<string, unknown>) => Promise<Page<Item>>
}

const incidentColumns: Columns<IncidentListed> = {
  number: ({ number }) => number,
  title: ({ title }) => title,
  severity: ({ severity }) => severity,
  kind: ({ kind }) => kind,
  visibility: ({ visibility }) => visibility,
  occurred_at: ({ occurredAt }) => occurredAt,
  zone: ({ zone }) => zone,
  team: ({ team }) => team.slug,
  services: ({ services }) => services.map(({ slug }) => slug).join('; '),
}

const postmortemColumns: Columns<PostmortemListed> = {
  number: ({ number }) => number,
  title: ({ title }) => title,
  state: ({ state }) => state,
  visibility: ({ visibility }) => visibility,
  template: ({ template }) => template,
  team: ({ team }) => team.slug,
  created_at: ({ createdAt }) => createdAt,
  published_at: ({ publishedAt }) => publishedAt,
  incident: ({ incident }) => incident?.number ?? null,
  severity: ({ incident }) => incident?.severity ?? null,
  occurred_at: ({ incident }) => incident?.occurredAt ?? null,
  services: ({ incident }) => incident?.services.map(({ slug }) => slug).join('; ') ?? null,
}

const itemColumns: Columns<ActionItemOut> = {
  number: ({ number }) => number,
  id: ({ externalId }) => externalId,
  title: ({ title }) => title,
  done_when: ({ doneWhen }) => doneWhen,
  priority: ({ priority }) => priority,
  team: ({ team }) => team.slug,
  owner: ({ owner }) => owner?.name ?? null,
  due_on: ({ dueOn }) => dueOn,
  first_due_on: ({ originalDueOn }) => originalDueOn,
  overdue: ({ overdue }) => (overdue ? 'yes' : 'no'),
  postmortem: ({ postmortem }) => postmortem?.number ?? null,
  commitment: ({ commitment }) => commitment.kind,
  decided_because: ({ commitment }) => commitment.reason,
  risk_until: ({ commitment }) => commitment.until,
  progress: ({ progress }) => progress.kind,
  purpose: ({ purpose }) => purpose,
  domain: ({ domain }) => domain,
  strength: ({ strength }) => strength,
  mechanism: ({ mechanism }) => mechanism,
  rescheduled: ({ rescheduleCount }) => rescheduleCount,
  outcome: ({ progress }) => outcomeOf(progress.kind),
  closed_at: ({ progress }) => (outcomeOf(progress.kind) ? progress.at : null),
  closing_note: ({ progress }) => (outcomeOf(progress.kind) ? progress.note : null),
}

/** The words an import reads. */
const outcomeOf = (kind: string) => (kind === 'verified' ? 'done' : kind === 'dropped' ? 'dropped' : null)

const page = { limit: PAGE_MAX }

export const listings = {
  incidents: {
    columns: incidentColumns,
    pages: (work, filters) => listIncidents(work, ListIncidentsInput.parse({ ...filters, ...page })),
  } satisfies Listing<IncidentListed>,
  postmortems: {
    columns: postmortemColumns,
    pages: (work, filters) => listPostmortems(work, ListPostmortemsInput.parse({ ...filters, ...page })),
  } satisfies Listing<PostmortemListed>,
  'action-items': {
    columns: itemColumns,
    pages: (work, filters) => listActionItems(work, ListActionItemsInput.parse({ ...filters, ...page })),
  } satisfies Listing<ActionItemOut>,
}

type Asked<Item> = { listing: Listing<Item>; filters: Record<string, unknown>; format: 'csv' | 'json' }

/** Page after page, each in a transaction of its own: a list of any length in little memory, and nobody waits for it. */
export async function* exportList<Item>(
  context: Context,
  { listing, filters, format }: Asked<Item>,
): AsyncGenerator<string> {
  // With its mark, since spreadsheets otherwise read UTF-8 as the alphabet of the machine.
  yield format === 'csv' ? `\ufeff${csvLine(Object.keys(listing.columns))}` : '{"items":['
  let cursor: string | undefined
  let first = true
  do {
    const at = cursor
    const { items, nextCursor } = await read(context, (work) =>
      listing.pages(work, { ...filters, ...(at && { cursor: at }) }),
    )
    if (format === 'csv')
      yield items.map((item) => csvLine(Object.values(listing.columns).map((cell) => cell(item)))).join('')
    else yield items.map((item, index) => `${first && index === 0 ? '' : ',\n'}${JSON.stringify(item)}`).join('')
    if (items.length > 0) first = false
    cursor = nextCursor ?? undefined
  } while (cursor)
  if (format === 'json') yield ']}\n'
}
