import { z } from 'zod'
import { command } from '#lib/command.ts'
import { type Happening, happened } from '#lib/events.ts'
import { Facts } from '#lib/exports/schema.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { settleNames } from './names.ts'
import { renewIncident } from './renew-incident.ts'
import { BATCH_MAX, ImportedOut } from './schema.ts'
import { knownIncidents, settleFacts } from './store-incidents.ts'

/** Rows of a table of incidents. What a row does not say of an incident that is here stays as it is. */
export const importIncidents = command({
  name: 'import.incidents',
  summary: 'Records incidents read from a table, and renews those that came before.',
  scope: 'admin:write',
  input: z.strictObject({ incidents: z.array(Facts).min(1, 'Give at least one incident.').max(BATCH_MAX) }),
  output: ImportedOut,
  subject: (work, { incidents }) =>
    knownIncidents(
      work,
      incidents.map(({ id }) => id),
    ),
  may: (actor) => can(actor, 'import', 'organization'),
  async run(work, { input: { incidents: given }, subject: known }) {
    const wanted = {
      teams: given.map(({ team }) => team),
      services: given.flatMap(({ team, services }) => services.map(({ slug, name }) => ({ slug, name, team }))),
    }
    const { names, made, events: naming } = await settleNames(work, wanted)
    const events: Happening[] = [...naming]
    for (const facts of given) {
      const row = known.get(facts.id)
      if (!row) continue
      const standing = await work.db.incident.findUniqueOrThrow({ where: { id: row.id } })
      const decision = can(work.actor, 'edit', 'incident', standing)
      if (!decision.allowed) refuse({ kind: 'forbidden', reason: decision.reason })
      await renewIncident(work, row.id, { facts, origin: 'foreign', names })
      events.push(happened('incident.updated', row.id, { changed: ['title', 'services', 'milestones'] }))
    }
    const { incidents, events: recording } = await settleFacts(work, given, names)
    events.push(...recording)
    const results = given.map(({ id }) => ({
      id,
      number: incidents.get(id)?.number ?? 0,
      outcome: known.has(id) ? ('updated' as const) : ('created' as const),
    }))
    return { value: { results, ...made }, events: events as [Happening, ...Happening[]] }
  },
})
