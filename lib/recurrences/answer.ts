import { lockActionItem } from '#lib/action-items/queries.ts'
import type { Actor } from '#lib/actor.ts'
import { command } from '#lib/command.ts'
import type { Decision } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { lockIncident } from '#lib/incidents/queries.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { earlierItems } from './earlier.ts'
import { regresses } from './model.ts'
import { listRecurrences } from './queries.ts'
import { AnswerRecurrenceInput, RecurrencesOut } from './schema.ts'

/** Whether an earlier item should have ended this incident. A newer answer replaces an older one; all of them stay. */
export const answerRecurrence = command({
  name: 'recurrence.answer',
  summary:
    'Says whether an incident is one that an earlier action item should have ended: the same, related or different.',
  scope: 'incidents:write',
  input: AnswerRecurrenceInput,
  output: RecurrencesOut,
  async subject(work, { number, item }) {
    const incident = await lockIncident(work, number)
    const locked = await lockActionItem(work, item)
    const { actor, db } = work
    const leadId = actor.kind === 'person' ? actor.personId : null
    const leads = leadId ? await db.postmortem.count({ where: { incidentId: incident.id, leadId } }) : 0
    return { incident, item: locked, leads: leads > 0 }
  },
  may: (actor, { incident, leads }) => mayAnswer(actor, incident, leads),
  async run(work, { input: { number, answer, reason, because }, subject: { incident, item } }) {
    const { db, now, actor } = work
    const then = (await earlierItems(work, incident.id)).find(({ row }) => row.id === item.id)
    if (!then)
      return refuse(invalid('item', 'This item was not there to end an incident of this mechanism and service.'))
    const back = answer === 'same' && regresses(item, then)
    if (back && !because) refuse(invalid('because', 'It was verified. Choose why it came back.'))
    const byId = actor.kind === 'person' ? actor.personId : null
    const row = { actionItemId: item.id, byId, at: now }
    await db.recurrence.createMany({
      data: { ...row, id: newId(now), incidentId: incident.id, answer, reason },
    })
    // Who reads the item need not be able to read what happened.
    const note = incident.visibility === 'company' ? reason : 'The same happened again.'
    if (back)
      await db.progress.createMany({
        data: { ...row, id: newId(now), kind: 'regressed', note, because: because ?? null },
      })
    return {
      read: () => listRecurrences(work, number),
      events: [
        happened('incident.recurrence_answered', incident.id, { answer }),
        happened('action_item.recurrence_answered', item.id, { answer }),
        ...(back ? [happened('action_item.advanced', item.id, { from: 'verified', to: 'regressed', note })] : []),
      ],
    }
  },
})

type Incident = Awaited<ReturnType<typeof lockIncident>>

/** Whoever may change the incident, and whoever leads its postmortem: they are the ones who are asked. */
const mayAnswer = (actor: Actor, incident: Incident, leads: boolean): Decision =>
  leads ? can(actor, 'create', 'postmortem') : can(actor, 'edit', 'incident', incident)
