import type { Actor, PersonActor, Scope } from '#lib/actor.ts'
import { anonymous } from '#lib/actor.ts'
import { newId } from '#lib/ids.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { type Stage, stageRest, stageSearch } from './stage.ts'
import { stageExercises } from './stage-exercises.ts'
import { stageGuides } from './stage-guides.ts'
import { type IncidentShape, stageIncidents } from './stage-incidents.ts'
import { type ItemShape, stageItems } from './stage-items.ts'
import { stageOrigins } from './stage-origins.ts'
import { type PostmortemShape, stagePostmortems } from './stage-postmortems.ts'
import { everyProgram, stagePrograms } from './stage-programs.ts'
import { stageInboxes } from './stage-reviews.ts'
import { type Name, NOW, names, type World } from './world.ts'

const visibilities = ['company', 'team', 'restricted'] as const
const teams = ['edge', 'control'] as const
const phases = ['written', 'published', 'retracted'] as const
/** In the team, in the other one, and somebody who sees nothing by themselves. */
const leads: readonly Name[] = ['max', 'tom', 'gus']
const nobody: readonly Name[] = []

/** Every way the facts of the policy can stand to each other. */
export const everyPostmortem: PostmortemShape[] = visibilities.flatMap((visibility) =>
  teams.flatMap((team) =>
    phases.flatMap((phase) =>
      leads.flatMap((lead) =>
        [nobody, ['ines', 'tom', 'gus'] as const].flatMap((reviewers) =>
          [nobody, names].map((granted) => ({ visibility, team, phase, lead, reviewers, granted })),
        ),
      ),
    ),
  ),
)

export const everyIncident: IncidentShape[] = visibilities.flatMap((visibility) =>
  teams.flatMap((team) =>
    [...leads, null].flatMap((creator) => [nobody, names].map((granted) => ({ visibility, team, creator, granted }))),
  ),
)

/** Twice each, because every second one is closed. */
export const everyItem: ItemShape[] = teams.flatMap((team) =>
  [...leads, null].flatMap((owner) =>
    [...leads, null].flatMap((creator) => [
      { team, owner, creator },
      { team, owner, creator },
    ]),
  ),
)

/** The whole stage: every record there can be, and an action item of every postmortem. */
export async function stageEverything(db: Prisma.TransactionClient, cast: World): Promise<Stage> {
  const postmortems = await stagePostmortems(db, cast, everyPostmortem)
  await stageOrigins(db, postmortems)
  const incidents = await stageIncidents(db, cast, everyIncident)
  const ofEach = postmortems.map(
    (_, postmortem): ItemShape => ({ team: 'edge', owner: null, creator: null, postmortem }),
  )
  const items = await stageItems(db, cast, { shapes: [...everyItem, ...ofEach], postmortems })
  const programs = await stagePrograms(db, cast, { shapes: everyProgram, postmortems, incidents, items })
  const work = await stageExercises(db, cast, { incidents, items })
  const guides = await stageGuides(db, cast, { incidents, postmortems })
  await stageRest(db, cast)
  await stageInboxes(db, cast, [
    { kind: 'postmortem', rows: postmortems },
    { kind: 'incident', rows: incidents },
    { kind: 'action_item', rows: items },
    { kind: 'risk', rows: work.risks },
    { kind: 'sweep', rows: work.sweeps },
    { kind: 'program', rows: programs },
  ])
  await stageSearch(db, { postmortems, incidents, items, programs })
  // Thousands of rows just written have no statistics yet, and a plan made without them can take a minute.
  await db.$executeRaw`analyze`
  return { postmortems, incidents, items, programs, work, guides }
}

/** The cast, each also through a token without the flag for restricted records, and nobody. */
export function everyActor(cast: World): [string, Actor][] {
  return [
    ['nobody', anonymous],
    ...names.flatMap((name): [string, Actor][] => [
      [name, cast.actor(name)],
      [`${name} through a plain token`, { ...cast.actor(name), seesRestricted: false }],
    ]),
  ]
}

export const withToken = (actor: PersonActor, scopes: readonly Scope[], seesRestricted: boolean): PersonActor => ({
  ...actor,
  via: { kind: 'token', tokenId: newId(NOW), scopes },
  seesRestricted,
})
