import { DEPENDENTS } from '#lib/dependents.ts'
import type { DocumentRef } from './engine.ts'
import { type IndexerOptions, index } from './indexer.ts'
import { kinds } from './model.ts'
import { sources } from './sources.ts'

type Change = { subjectKind: string; subjectId: string; ids: readonly string[] }
type Consumer = (changes: readonly Change[]) => Promise<void>

/** The consumers of what search follows: records that can be found are indexed again; other subjects concern nobody here. */
export const searchConsumers = (options: IndexerOptions) =>
  ({
    changed: (changes) => index(options, changes.flatMap(refOf)),
    [DEPENDENTS]: (changes) => passOn(options, changes),
  }) satisfies Record<string, Consumer>

function refOf({ subjectKind, subjectId }: Change): DocumentRef[] {
  const kind = kinds.find((each) => each === subjectKind)
  return kind && sources[kind].all ? [{ kind, id: subjectId }] : []
}

/** Each has a turn of its own: a large team is named by thousands. A postmortem follows its incident anyway. */
async function passOn({ asOwner }: IndexerOptions, changes: readonly Change[]): Promise<void> {
  const jobs = changes.flatMap(({ ids }) => ids)
  await asOwner(
    (db) => db.$executeRaw`
    insert into "Outbox" ("id", "topic", "subjectKind", "subjectId", "createdAt", "availableAt")
    select gen_random_uuid(), 'changed', naming."kind", naming."id", o."createdAt", o."createdAt"
    from "Outbox" o join (
      select "teamId" as named, 'incident' as "kind", "id" from "Incident"
      union all select "teamId", 'postmortem', "id" from "Postmortem"
      union all select "teamId", 'action_item', "id" from "ActionItem"
      union all select "teamId", 'risk', "id" from "Risk"
      union all select "teamId", 'exercise', "id" from "Exercise"
      union all select "teamId", 'service', "id" from "Service"
      union all select "teamId", 'program', "programId" from "ProgramTeam"
      union all select "serviceId", 'incident', "incidentId" from "IncidentService"
      union all select "serviceId", 'program', "programId" from "ProgramService"
      union all select "serviceId", 'risk', "riskId" from "RiskService"
      union all select "serviceId", 'exercise', "exerciseId" from "ExerciseService"
    ) naming on naming.named = o."subjectId"
    where o."id" = any (${jobs}::uuid[])`,
  )
}
