import { newId } from '#lib/ids.ts'
import type { PolicyRow } from '#lib/policy/facts.ts'
import { type Db, eventRow, FIRST_NUMBER } from './stage-rows.ts'
import { NOW, names, type World } from './world.ts'

/** One guide with everything said of it, and a checklist of each service, the second of which has ended. */
export type StagedGuides = {
  guide: { id: string; slug: string; proposal: number }
  checklists: (PolicyRow & { id: string; number: number })[]
}

const SLUG = 'dns-reliability'

export async function stageGuides(
  db: Db,
  cast: World,
  given: { incidents: readonly { id: string }[]; postmortems: readonly { id: string }[] },
): Promise<StagedGuides> {
  const guide = { id: newId(NOW), slug: SLUG, proposal: FIRST_NUMBER }
  await db.guide.createMany({ data: { id: guide.id, slug: SLUG, title: 'DNS reliability', createdAt: NOW } })
  await stageTalk(db, guide, given)
  const services = await db.service.findMany({ select: { id: true, teamId: true }, orderBy: { slug: 'desc' } })
  const checklists = services.map(({ teamId }, index) => ({
    ...{ id: newId(NOW), number: FIRST_NUMBER + index, teamId },
    createdById: cast.personIds[index ? 'max' : 'vera'],
  }))
  await stageChecklists(db, { guide, services, checklists })
  await db.event.createMany({
    data: checklists.map(({ id }) => eventRow('checklist.started', 'checklist', id)),
  })
  return { guide, checklists }
}

/** A flag for every record there is: each is seen by those who see the record. */
async function stageTalk(
  db: Db,
  guide: StagedGuides['guide'],
  { incidents, postmortems }: { incidents: readonly { id: string }[]; postmortems: readonly { id: string }[] },
): Promise<void> {
  const flags = [
    ...incidents.map(({ id }) => ({ id: newId(NOW), incidentId: id, record: id })),
    ...postmortems.map(({ id }) => ({ id: newId(NOW), postmortemId: id, record: id })),
  ]
  await db.guideFlag.createMany({
    data: flags.map(({ record: _, ...flag }) => ({ ...flag, guideId: guide.id, text: 'It was otherwise.', at: NOW })),
  })
  await db.guideAnswer.createMany({
    data: flags.map(({ id }) => ({
      ...{ id: newId(NOW), guideId: guide.id, flagId: id, verdict: 'stands' as const, reason: 'It was not.', at: NOW },
    })),
  })
  const proposals = [0, 1].map((index) => ({ id: newId(NOW), number: guide.proposal + index }))
  await db.guideProposal.createMany({
    data: proposals.map((row) => ({ ...row, guideId: guide.id, summary: 'Other words', patch: '-a\n+b\n', at: NOW })),
  })
  await db.proposalClosing.createMany({
    data: proposals.slice(1).map(({ id }) => ({ proposalId: id, outcome: 'merged' as const, at: NOW })),
  })
  await db.event.createMany({
    data: flags.map(({ id, record }) =>
      eventRow('guide.flagged', 'guide', guide.id, { flagId: id, text: 'It was otherwise.', otherId: record }),
    ),
  })
  // Named after the record here, so that one can be told from another.
  const people = await db.person.findMany({ where: { name: { in: [...names] } }, select: { id: true } })
  await db.notification.createMany({
    data: flags.flatMap(({ id, record }) =>
      people.map((person) => ({
        ...{ id: newId(NOW), personId: person.id, kind: 'guide_contested', key: `flag ${id}`, createdAt: NOW },
        ...{ subjectKind: 'guide', subjectId: record, data: { flagId: id } },
      })),
    ),
  })
}

async function stageChecklists(db: Db, given: { services: readonly { id: string }[] } & StagedGuides): Promise<void> {
  const { guide, services, checklists } = given
  await db.checklist.createMany({
    data: checklists.map(({ id, number, createdById = null }, index) => ({
      ...{ id, number, createdById, guideId: guide.id, serviceId: services[index]?.id ?? '', createdAt: NOW },
    })),
  })
  const items = checklists.map(({ id }) => ({ id: newId(NOW), checklistId: id, position: 1, text: 'Look twice.' }))
  await db.checklistItem.createMany({ data: items })
  await db.checklistMark.createMany({
    data: items.map(({ id }) => ({ id: newId(NOW), itemId: id, mark: 'done' as const, at: NOW })),
  })
  await db.checklistEnd.createMany({
    data: checklists.slice(1).map(({ id }) => ({ checklistId: id, outcome: 'finished' as const, at: NOW })),
  })
}
