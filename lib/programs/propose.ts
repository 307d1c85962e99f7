import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { newId, slugOf } from '#lib/ids.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { dateFromLocal } from '#lib/time.ts'
import { activePerson, setServices, setTeams } from './parts.ts'
import { programById } from './queries.ts'
import { ProgramOut, ProposeProgramInput } from './schema.ts'

export const proposeProgram = command({
  name: 'program.propose',
  summary: 'Proposes a stability program.',
  scope: 'programs:write',
  input: ProposeProgramInput,
  output: ProgramOut,
  subject: async () => null,
  may: (actor) => can(actor, 'create', 'program'),
  async run(work, { input }) {
    const { db, now, actor } = work
    const { name, kind, objective, why = '', scopeIn = '', scopeOut = '', exitCriteria = [], mechanism } = input
    if (input.endOn <= input.startOn) refuse(invalid('endOn', 'It ends after it starts.'))
    const id = newId(now)
    const me = actor.kind === 'person' ? actor.personId : null
    const leadId = (await activePerson(work, input.lead, 'lead')) ?? me
    if (!leadId) refuse(invalid('lead', 'Name who leads it.'))
    const zone = input.zone ?? (await zoneOf(work, leadId))
    await db.program.create({
      data: {
        id,
        name,
        kind,
        objective,
        why,
        scopeIn,
        scopeOut,
        exitCriteria,
        leadId,
        zone,
        key: await freeKey(work, input.key ?? slugOf(name), input.key !== undefined),
        sponsorId: await activePerson(work, input.sponsor, 'sponsor'),
        startOn: dateFromLocal(input.startOn),
        endOn: dateFromLocal(input.endOn),
        cadence: input.cadence ?? 'monthly',
        createdById: me,
        createdAt: now,
        updatedAt: now,
      },
    })
    if (input.teams) await setTeams(work, id, input.teams)
    if (input.services) await setServices(work, id, input.services)
    if (mechanism) {
      if (!findMechanism(mechanism)) refuse(invalid('mechanism', 'Choose a mechanism from the list.'))
      await db.watch.create({ data: { id: newId(now), programId: id, mechanism, byId: me, at: now } })
    }
    return { read: () => programById(work, id), events: [happened('program.proposed', id, { name, kind })] }
  },
})

async function zoneOf({ db }: Work, personId: string): Promise<string> {
  return (await db.person.findUniqueOrThrow({ where: { id: personId }, select: { zone: true } })).zone
}

/** One that was typed has to be free; one that follows from the name gets a number where it is not. */
async function freeKey({ db }: Work, wanted: string, typed: boolean): Promise<string> {
  const rows = await db.program.findMany({ where: { key: { startsWith: wanted } }, select: { key: true } })
  const taken = new Set(rows.map(({ key }) => key))
  if (!taken.has(wanted)) return wanted
  if (typed) refuse(invalid('key', 'Another program has this short name.'))
  let counter = 2
  while (taken.has(`${wanted}-${counter}`)) counter += 1
  return `${wanted}-${counter}`
}
