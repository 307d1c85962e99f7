import { z } from 'zod'
import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { PublicNumber } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { mayUpdate } from './model.ts'
import { linkIncidents } from './parts.ts'
import { actionItemById, lockActionItem } from './queries.ts'
import { ActionItemOut } from './schema.ts'

const JoinInput = z.strictObject({
  number: PublicNumber,
  incident: PublicNumber.optional(),
  /** Whose incident it is. */
  postmortem: PublicNumber.optional(),
})

/** Instead of a second item that asks for the same: the one there is answers another incident too. */
export const joinActionItem = command({
  name: 'action_item.join',
  summary: 'Says that an action item answers another incident too, in place of adding a second one.',
  scope: 'action-items:write',
  input: JoinInput,
  output: ActionItemOut,
  subject: (work, { number }) => lockActionItem(work, number),
  may: (actor, item) => all(can(actor, 'create', 'actionItem'), mayUpdate(item)),
  async run(work, { input: { incident, postmortem }, subject: item }) {
    const from = postmortem
      ? await work.db.postmortem.findUnique({
          where: { number: postmortem },
          select: { incident: { select: { number: true } } },
        })
      : null
    const number = incident ?? from?.incident?.number
    if (number === undefined) return refuse(invalid('incident', 'Choose an incident that you can see.'))
    await linkIncidents(work, item.id, { numbers: [number] })
    return { read: () => actionItemById(work, item.id), events: [happened('action_item.joined', item.id, {})] }
  },
})
