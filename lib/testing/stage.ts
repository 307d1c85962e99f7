import { newId } from '#lib/ids.ts'
import { stageViews } from './stage-board.ts'
import type { StagedExercises } from './stage-exercises.ts'
import type { StagedGuides } from './stage-guides.ts'
import type { StagedIncident } from './stage-incidents.ts'
import type { StagedItem } from './stage-items.ts'
import type { StagedPostmortem } from './stage-postmortems.ts'
import type { StagedProgram } from './stage-programs.ts'
import { type Db, eventRow, type Staged } from './stage-rows.ts'
import { NOW, names, type World } from './world.ts'

export type Stage = {
  postmortems: StagedPostmortem[]
  incidents: StagedIncident[]
  items: StagedItem[]
  programs?: StagedProgram[]
  work?: StagedExercises
  guides?: StagedGuides
}

/** What is nobody's record: accounts, keys, what waits to leave. */
export async function stageRest(db: Db, cast: World): Promise<void> {
  await db.reviewRule.create({
    data: {
      ...{ place: 'sev1', severity: 'sev1', approvals: 1, fromEach: [], draftDays: 3, publishDays: 7 },
      ...{ businessDays: false, setAt: NOW },
    },
  })
  await stageViews(db, cast)
  await db.holiday.create({ data: { id: newId(NOW), on: NOW, name: 'Portugal Day' } })
  await db.event.createMany({
    data: names.flatMap((name) => [
      eventRow('person.signed_in', 'person', cast.personIds[name]),
      { ...eventRow('organization.updated', 'organization', newId(NOW)), actorId: cast.personIds[name] },
    ]),
  })
  await db.event.createMany({
    data: [eventRow('team.created', 'team', cast.teamIds.edge), eventRow('service.created', 'service', newId(NOW))],
  })
  await db.idempotencyKey.createMany({
    data: names.map((name) => ({
      ...{ actorId: cast.personIds[name], key: 'staged', route: '/', bodyHash: '', createdAt: NOW },
    })),
  })
  await db.outbox.create({
    data: {
      ...{ id: newId(NOW), topic: 'changed', subjectKind: 'person', subjectId: cast.personIds.ada },
      ...{ createdAt: NOW, availableAt: NOW },
    },
  })
}

/** What a search engine would hold of them, under one word that stands in all. */
export async function stageSearch(db: Db, { postmortems, incidents, items, programs = [] }: Stage): Promise<void> {
  const document = (kind: string, { id, number }: Pick<Staged, 'id' | 'number'>) => ({
    ...{
      kind,
      id,
      number,
      externalId: null,
      title: 'Staged',
      summary: '',
      body: '',
      timeline: '',
      url: '/',
      open: true,
    },
  })
  const documents = [
    ...postmortems.map((row) => document('postmortem', row)),
    ...incidents.map((row) => document('incident', row)),
    ...items.map((row) => document('action_item', row)),
    ...programs.map((row) => document('program', row)),
  ]
  await db.$executeRaw`select firebreak_index(${JSON.stringify(documents)}::jsonb, ${NOW})`
}
