import type { z } from 'zod'
import type { PersonActor } from '#lib/actor.ts'
import { answerOf, type Command, carryOut, parse, recordAll, type Told } from '#lib/command.ts'
import type { Db, Work } from '#lib/context.ts'
import type { Cast } from './company.ts'

/** Where the company is told: what is done, and what has happened that is not written into its history yet. */
export type Scene = { db: Db; cast: Cast; today: Date; happened: Told[] }

/** Nobody does anything after today. */
export const workAt = ({ db, today }: Scene, actor: PersonActor, at: Date): Work => ({
  ...{ actor, db, now: at > today ? today : at, requestId: 'sample' },
})

type Doing<Answer> = <I extends z.ZodType, S, V>(
  who: PersonActor,
  at: Date,
  command: Command<I, S, V>,
  input: unknown,
) => Promise<Answer extends 'id' ? string : V>

/** What people do, through the product's own commands. `act` gives the id of what it was done to, `ask` the whole answer. */
export function acting(scene: Scene): { act: Doing<'id'>; ask: Doing<'value'> } {
  const begin = async <I extends z.ZodType, S, V>(work: Work, command: Command<I, S, V>, input: unknown) => {
    const done = await carryOut(work, command, parse(command.input, input))
    const { actor, now, requestId } = work
    scene.happened.push({ actor, now, requestId, events: done.events })
    return done
  }
  return {
    act: async (who, at, command, input) => {
      const [{ subjectId }] = (await begin(workAt(scene, who, at), command, input)).events
      return subjectId
    },
    ask: async (who, at, command, input) => answerOf(await begin(workAt(scene, who, at), command, input)),
  }
}

/** Writes down what happened since it was last called, all at once. */
export async function writeHistory({ db, happened }: Scene): Promise<void> {
  const told = happened.splice(0)
  if (told.length > 0) await recordAll(db, told)
}
