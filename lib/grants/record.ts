import type { Actor } from '#lib/actor.ts'
import type { Work } from '#lib/context.ts'
import type { Decision } from '#lib/decision.ts'
import { lockIncident } from '#lib/incidents/queries.ts'
import { can } from '#lib/policy/can.ts'
import { lockPostmortem } from '#lib/postmortems/queries.ts'

export type RecordSubject = Awaited<ReturnType<typeof loadRecord>>

/** A postmortem or an incident, whichever the grant opens. */
export async function loadRecord(
  work: Work,
  { record, number }: { record: 'postmortem' | 'incident'; number: number },
) {
  return record === 'postmortem'
    ? { record, row: await lockPostmortem(work, number) }
    : { record, row: await lockIncident(work, number) }
}

export function mayShare(actor: Actor, { record, row }: RecordSubject): Decision {
  return record === 'postmortem' ? can(actor, 'edit', 'postmortem', row) : can(actor, 'edit', 'incident', row)
}
