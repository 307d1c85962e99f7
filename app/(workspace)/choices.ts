import type { Work } from '#lib/context.ts'
import { listExerciseOptions } from '#lib/exercises/queries.ts'
import { type Option, personOptions, slugOptions } from '#lib/options.ts'
import { listActivePeople } from '#lib/people/queries.ts'
import { listProgramOptions } from '#lib/programs/queries.ts'
import { listRiskOptions } from '#lib/risks/queries.ts'
import { listServiceOptions } from '#lib/services/queries.ts'
import { listTeamOptions } from '#lib/teams/queries.ts'

// What forms and filters let one choose from.

export const teamChoices = async (work: Work) => slugOptions(await listTeamOptions(work))
export const serviceChoices = async (work: Work) => slugOptions(await listServiceOptions(work))
export const personChoices = async (work: Work) => personOptions(await listActivePeople(work))

export const programChoices = async (work: Work) =>
  (await listProgramOptions(work)).map(({ number, name }) => numbered('PRG', number, name))

const riskChoices = async (work: Work) =>
  (await listRiskOptions(work)).map(({ number, component }) => numbered('RSK', number, component))

export const exerciseChoices = async (work: Work) =>
  (await listExerciseOptions(work)).map(({ number, title }) => numbered('EXE', number, title))

/** For the forms of the register and of exercises. */
export const workChoices = async (work: Work) => ({
  teams: await teamChoices(work),
  people: await personChoices(work),
  services: await serviceChoices(work),
  programs: await programChoices(work),
  risks: await riskChoices(work),
})

const numbered = (kind: string, number: number, name: string): Option => ({
  value: String(number),
  label: `${kind}-${number} ${name}`,
})
