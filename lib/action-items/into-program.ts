import type { Actor } from '#lib/actor.ts'
import type { Work } from '#lib/context.ts'
import type { Option } from '#lib/options.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import type { Prisma } from '#prisma/client/client.ts'

const running: Prisma.ProgramWhereInput = { state: { notIn: ['closed', 'stopped'] } }
const newest = { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 } satisfies Prisma.MilestonePlanFindManyArgs
const parts = { teams: { select: { contactId: true } } } as const

export async function openProgram({ db }: Work, number: number | null) {
  const program = number && (await db.program.findFirst({ where: { number, ...running }, include: parts }))
  return program ? withContacts(program) : refuse(invalid('program', 'Choose a program that has not ended.'))
}

/** A milestone says which program it is of. */
export async function openMilestone({ db }: Work, id: string) {
  const row = await db.milestone.findFirst({
    where: { id, program: running },
    include: { program: { include: parts } },
  })
  return row
    ? { ...row, program: withContacts(row.program) }
    : refuse(invalid('milestone', 'Choose a milestone of a program that has not ended.'))
}

/** Programs this actor decides about, with their milestones: what many items can be put into at once. */
export async function listTargets({ db, actor }: Work): Promise<Targets> {
  const rows = await db.program.findMany({
    where: running,
    include: { ...parts, milestones: { orderBy: { position: 'asc' }, include: { plans: newest } } },
    orderBy: { name: 'asc' },
  })
  const open = rows.filter((row) => mayPutInto(actor, withContacts(row)))
  return {
    programs: open.map(({ number, name }) => ({ value: String(number), label: name })),
    milestones: open.flatMap(({ name, milestones }) =>
      milestones
        .filter(({ plans }) => !plans[0]?.dropped)
        .map(({ id, title }) => ({ value: id, label: `${name}: ${title}` })),
    ),
  }
}
export type Targets = { programs: Option[]; milestones: Option[] }

const mayPutInto = (actor: Actor, program: ReturnType<typeof withContacts>) =>
  can(actor, 'edit', 'program', program).allowed

const withContacts = <Row extends { teams: { contactId: string | null }[] }>(row: Row) => ({
  ...row,
  contactIds: row.teams.flatMap(({ contactId }) => contactId ?? []),
})
