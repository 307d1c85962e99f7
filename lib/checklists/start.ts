import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { lockGuide } from '#lib/guides/owners.ts'
import { getGuideItems } from '#lib/guides/queries.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, notFound, refuse } from '#lib/problem.ts'
import { lockService } from '#lib/services/queries.ts'
import { getChecklist } from './queries.ts'
import { ChecklistOut, StartChecklistInput } from './schema.ts'

export const startChecklist = command({
  name: 'checklist.start',
  summary: 'Starts the checklist of a guide for a service, with the items the guide has now.',
  scope: 'guides:write',
  input: StartChecklistInput,
  output: ChecklistOut,
  subject: async (work, { guide, service }) => ({
    service: await lockService(work, service),
    guide: await lockGuide(work, guide),
  }),
  may: (actor) => can(actor, 'create', 'checklist'),
  async run(work, { input, subject: { service, guide } }) {
    const { db, now, actor } = work
    const items = (await getGuideItems(guide.slug)) ?? refuse(notFound)
    if (items.length === 0) refuse(conflict('This guide has no checklist.'))
    await refuseSecond(work, { serviceId: service.id, guideId: guide.id })
    const { id, number } = await db.checklist.create({
      data: {
        id: newId(now),
        guideId: guide.id,
        serviceId: service.id,
        createdAt: now,
        createdById: actor.kind === 'person' ? actor.personId : null,
      },
      select: { id: true, number: true },
    })
    await db.checklistItem.createMany({
      data: items.map((text, index) => ({ id: newId(now), checklistId: id, position: index + 1, text })),
    })
    return {
      read: () => getChecklist(work, number),
      events: [happened('checklist.started', id, { service: input.service, items: items.length })],
    }
  },
})

/** Two at once would each be ticked off half. */
async function refuseSecond({ db }: Work, which: { serviceId: string; guideId: string }): Promise<void> {
  const open = await db.checklist.findFirst({ where: { ...which, end: null }, select: { number: true } })
  if (open) refuse(conflict(`Checklist ${open.number} is open for this service: finish or abandon it first.`))
}
