import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, notFound, refuse } from '#lib/problem.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { dateFromLocal } from '#lib/time.ts'
import { linkIncidents, setLinks } from './parts.ts'
import { actionItemById } from './queries.ts'
import { ActionItemOut, ProposeInput } from './schema.ts'
import { linkSource } from './sources.ts'

export const proposeActionItem = command({
  name: 'action_item.propose',
  summary: 'Adds an action item, on its own or from a postmortem.',
  scope: 'action-items:write',
  input: ProposeInput,
  output: ActionItemOut,
  subject: async (work, input) => {
    const [team, postmortem] = await Promise.all([
      teamBySlug(work, input.team, 'team'),
      input.postmortem === undefined ? null : postmortemByNumber(work, input.postmortem),
    ])
    return { team, postmortem }
  },
  may: (actor) => can(actor, 'create', 'actionItem'),
  async run(work, { input, subject: { team, postmortem } }) {
    const { db, now, actor } = work
    const { title, doneWhen, priority, shownBy } = input
    const id = newId(now)
    const dueOn = dateFromLocal(input.dueOn)
    const ownerId = await activeOwner(work, input.owner)
    const createdById = actor.kind === 'person' ? actor.personId : null
    await db.actionItem.createMany({
      data: {
        id,
        title,
        doneWhen,
        priority,
        shownBy,
        teamId: team.id,
        ownerId,
        dueOn,
        originalDueOn: dueOn,
        createdById,
        createdAt: now,
        updatedAt: now,
        postmortemId: postmortem?.id ?? null,
        externalId: input.externalId ?? null,
        purpose: input.purpose ?? null,
        domain: input.domain ?? null,
        strength: input.strength ?? null,
        effort: input.effort ?? null,
        mechanism: input.mechanism ?? null,
      },
    })
    const also = postmortem?.incident ? [postmortem.incident.id] : []
    await linkIncidents(work, id, { numbers: input.incidents ?? [], also })
    if (input.links) await setLinks(work, id, input.links)
    await linkSource(work, id, input)
    return {
      read: () => actionItemById(work, id),
      events: [happened('action_item.proposed', id, { title, dueOn: input.dueOn })],
    }
  },
})

/** It may be open to somebody to whom its incident is not: then it comes without. */
async function postmortemByNumber({ db }: Work, number: number) {
  const select = { id: true, incident: { select: { id: true } } } as const
  return (await db.postmortem.findUnique({ where: { number }, select })) ?? refuse(notFound)
}

/** Null stays null: a team may hold an item before a person does. */
export async function activeOwner({ db }: Work, owner: string | null | undefined): Promise<string | null> {
  if (!owner) return null
  const person = await db.person.findUnique({ where: { id: owner }, select: { deactivatedAt: true } })
  return person && !person.deactivatedAt ? owner : refuse(invalid('owner', 'Choose somebody who is active here.'))
}
