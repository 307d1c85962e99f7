import { z } from 'zod'
import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import type { Happening } from '#lib/events.ts'
import { ExportedItem } from '#lib/exports/schema.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { settleNames } from './names.ts'
import { BATCH_MAX, ImportedOut } from './schema.ts'
import { knownItems, settleItems } from './store-items.ts'

const Row = z.strictObject({
  item: ExportedItem,
  /** An address of somebody here, or nothing: a team may hold an item before a person does. */
  owner: z.string().max(254),
  /** The number of a postmortem here, or the id it was imported with. */
  postmortem: z.string().max(200),
})

export const importActionItems = command({
  name: 'import.action_items',
  summary: 'Adds action items read from a table, and renews those that came before.',
  scope: 'admin:write',
  input: z.strictObject({ rows: z.array(Row).min(1, 'Give at least one action item.').max(BATCH_MAX) }),
  output: ImportedOut,
  subject: (work, { rows }) => knownItems(work, rows),
  may: (actor) => can(actor, 'import', 'organization'),
  async run(work, { input: { rows }, subject: known }) {
    const {
      names,
      made,
      events: naming,
    } = await settleNames(work, { teams: rows.map(({ item }) => item.team), services: [] })
    const owners = await ownersOf(work, rows)
    const postmortems = await postmortemsOf(work, rows)
    const given = rows.map(({ item, owner, postmortem }) => ({
      item,
      ownerId: owner
        ? (owners.get(owner.toLowerCase()) ?? refuse(invalid('owner', `Nobody active here has the address ${owner}.`)))
        : null,
      postmortemId: postmortem
        ? (postmortems.get(postmortem) ??
          refuse(invalid('postmortem', `There is no postmortem "${postmortem}" that you can see.`)))
        : null,
    }))
    const events: Happening[] = [...naming, ...(await settleItems(work, given, names))]
    const stored = await knownItems(work, rows)
    const results = rows.map(({ item: { id } }) => ({
      id,
      number: stored.get(id)?.number ?? 0,
      outcome: known.has(id) ? ('updated' as const) : ('created' as const),
    }))
    return { value: { results, ...made }, events: events as [Happening, ...Happening[]] }
  },
})

type Rows = readonly z.output<typeof Row>[]

async function ownersOf({ db }: Work, rows: Rows): Promise<Map<string, string>> {
  const emails = rows.map(({ owner }) => owner.toLowerCase()).filter(Boolean)
  const people = await db.person.findMany({
    where: { email: { in: emails }, deactivatedAt: null },
    select: { id: true, email: true },
  })
  return new Map(people.map(({ id, email }) => [email, id]))
}

async function postmortemsOf({ db }: Work, rows: Rows): Promise<Map<string, string>> {
  const names = rows.map(({ postmortem }) => postmortem).filter(Boolean)
  const numbers = names.filter((name) => /^\d{1,9}$/.test(name)).map(Number)
  const found = await db.postmortem.findMany({
    where: { OR: [{ externalId: { in: names } }, { number: { in: numbers } }] },
    select: { id: true, number: true, externalId: true },
  })
  return new Map(
    found.flatMap(
      ({ id, number, externalId }) =>
        [[String(number), id], ...(externalId ? [[externalId, id] as const] : [])] as const,
    ),
  )
}
