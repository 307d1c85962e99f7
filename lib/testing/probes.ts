import type { Probe } from './probe.ts'
import { ofViews, unprobedBoard } from './probes-board.ts'
import { ofCompany } from './probes-company.ts'
import { ofExercises, unprobedExercises } from './probes-exercises.ts'
import { ofFiles } from './probes-files.ts'
import { ofGuides, unprobedGuides } from './probes-guides.ts'
import { ofIncident, unprobedIncidents } from './probes-incidents.ts'
import { ofItem, unprobedItems } from './probes-items.ts'
import { ofPeople } from './probes-people.ts'
import { ofPostmortem } from './probes-postmortems.ts'
import { ofAssignment, ofProgram, ofPrograms, unprobedPrograms } from './probes-programs.ts'
import { ofReview, ofRules, ofWaiver, unprobedReviews } from './probes-reviews.ts'
import { ofTalk } from './probes-talk.ts'
import { ofHints, ofTemplates, unprobedWords } from './probes-words.ts'
import type { Stage } from './stage.ts'
import type { World } from './world.ts'

export function everyProbe(cast: World, stage: Stage): Probe[] {
  return [
    ...stage.postmortems.flatMap((row) => [...ofPostmortem(cast, row), ...ofReview(cast, row), ...ofTalk(cast, row)]),
    ...stage.incidents.flatMap((row) => [...ofIncident(cast, row), ...ofWaiver(row)]),
    ...stage.items.flatMap((row) => [...ofItem(row), ...ofAssignment(row)]),
    ...(stage.programs ?? []).flatMap(ofProgram),
    ...ofPrograms(),
    ...(stage.work ? ofExercises(stage.work) : []),
    ...(stage.guides ? ofGuides(stage.guides) : []),
    ...ofCompany(cast),
    ...ofTemplates(),
    ...ofRules(),
    ...ofHints(),
    ...ofViews(),
    ...ofFiles(),
    ...ofPeople(cast),
  ]
}

/** What has no cell of its own; each part says why. */
export const unprobed = [
  ...unprobedReviews,
  ...unprobedBoard,
  ...unprobedPrograms,
  ...unprobedExercises,
  ...unprobedGuides,
  ...unprobedIncidents,
  ...unprobedItems,
  ...unprobedWords,
]
