import { z } from 'zod'
import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { all, when } from '#lib/decision.ts'
import { type Happening, happened } from '#lib/events.ts'
import { Id, newId, PublicNumber, Slug } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { type FieldProblem, invalid, refuse } from '#lib/problem.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { NOTE_MAX, optionalLine } from '#lib/text.ts'
import { dateFromLocal, LocalDate, localFromDate } from '#lib/time.ts'
import { keepBefore } from './before.ts'
import { assignAll } from './hand-over.ts'
import { openMilestone, openProgram } from './into-program.ts'
import { lockMany } from './lock-many.ts'
import { mayBeAssigned, mayUpdate, needsReasonToMove } from './model.ts'
import { activeOwner } from './propose.ts'
import { Priority } from './schema.ts'

/** What somebody can select by hand on a few pages, and what one transaction changes well within a second. */
const MANY_MAX = 200

const left = <T extends z.ZodType>(schema: T) => z.union([z.literal(''), schema]).optional()

const EditManyInput = z.strictObject({
  numbers: z
    .array(PublicNumber)
    .min(1, 'Select at least one item.')
    .max(MANY_MAX, `Change at most ${MANY_MAX} items at once.`),
  /** What is left out stays as it is. "none" gives them to their teams. */
  owner: left(z.union([z.literal('none'), Id])),
  team: left(Slug),
  dueOn: left(LocalDate),
  priority: left(Priority),
  /** "none" takes them out of theirs. */
  program: left(z.union([z.literal('none'), PublicNumber])),
  /** Names its program too. */
  milestone: left(Id),
  reason: optionalLine({ what: 'The reason', max: NOTE_MAX }).optional(),
})
export const ManyOut = z.strictObject({ edit: z.string(), items: z.number() })

type Input = z.output<typeof EditManyInput>
type Item = Awaited<ReturnType<typeof lockMany>>[number]

/** All of them or none: whoever may not be changed is named, each with why. What was there before is kept to be put back. */
export const editManyActionItems = command({
  name: 'action_item.edit_many',
  summary:
    'Changes owner, team, due date, priority or program of up to 200 action items at once: all of them, or none.',
  scope: 'action-items:write',
  input: EditManyInput,
  output: ManyOut,
  subject: (work, { numbers }) => lockMany(work, numbers),
  may: (actor) => can(actor, 'create', 'actionItem'),
  async run(work, { input, subject: items }) {
    const { db, now, actor } = work
    const wish = await wishOf(work, input)
    const place = await placeOf(work, input)
    if (Object.keys(wish).length === 0 && !place) refuse(invalid('owner', 'Choose what to change.'))
    const refused = [
      ...missing(input.numbers, items),
      ...items.flatMap((item) => {
        const decision = all(
          ...[can(actor, 'edit', 'actionItem', item), mayUpdate(item), movable(item, input)],
          ...(place ? [mayBeAssigned(item, place.to.programId !== null)] : []),
        )
        return decision.allowed ? [] : [named(item.number, decision.reason)]
      }),
    ]
    if (refused.length > 0) refuse({ kind: 'invalid', fields: refused })
    const ids = items.map(({ id }) => id)
    const slipping = items.filter((item) => item.commitment === 'accepted' && moves(item, input))
    await db.actionItem.updateMany({
      where: { id: { in: ids } },
      data: { ...wish, version: { increment: 1 }, updatedAt: now },
    })
    await db.actionItem.updateMany({
      where: { id: { in: slipping.map(({ id }) => id) } },
      data: { rescheduleCount: { increment: 1 } },
    })
    const edit = newId(now)
    await keepBefore(work, { edit, items })
    const reason = input.reason ?? ''
    if (place)
      await assignAll(
        work,
        ids.map((id) => ({ ...place.to, actionItemId: id, reason })),
      )
    const [first, ...rest] = items.flatMap((item) => [
      ...(Object.keys(wish).length > 0 ? [changeOf(item, wish, input)] : []),
      ...(place ? [happened('action_item.assigned', item.id, { ...place.told, reason })] : []),
    ])
    if (!first) return refuse(invalid('numbers', 'Select at least one item.'))
    return { value: { edit, items: items.length }, events: [first, ...rest] }
  },
})

async function wishOf(work: Work, { owner, team, dueOn, priority }: Input) {
  return {
    ...(owner && { ownerId: await activeOwner(work, owner === 'none' ? null : owner) }),
    ...(team && { teamId: (await teamBySlug(work, team, 'team')).id }),
    ...(dueOn && { dueOn: dateFromLocal(dueOn) }),
    ...(priority && { priority }),
  }
}

/** Whoever decides about a program decides what is put into it; out of it, whoever may change the item. */
async function placeOf(work: Work, { program, milestone }: Input) {
  if (!program && !milestone) return null
  if (program === 'none')
    return { to: { programId: null, milestoneId: null }, told: { program: null, name: '', milestone: '' } }
  const into = milestone ? await openMilestone(work, milestone) : null
  const found = into?.program ?? (await openProgram(work, program || null))
  if (program && found.number !== program) refuse(invalid('milestone', 'Choose a milestone of this program.'))
  const decision = can(work.actor, 'edit', 'program', found)
  if (!decision.allowed) refuse(invalid('program', decision.reason))
  const told = { program: found.number, name: found.name, milestone: into?.title ?? '' }
  return { to: { programId: found.id, milestoneId: into?.id ?? null }, told }
}

const moves = (item: Item, { dueOn }: Input) => Boolean(dueOn) && dueOn !== localFromDate(item.dueOn)

const movable = (item: Item, input: Input) =>
  when(
    !(moves(item, input) && needsReasonToMove(item) && !input.reason),
    'Its date moved before. Say why it moves again.',
  )

const missing = (numbers: readonly number[], items: readonly Item[]): FieldProblem[] => {
  const found = new Set(items.map(({ number }) => number))
  return numbers
    .filter((number) => !found.has(number))
    .map((number) => named(number, 'There is nothing here that you can see.'))
}

export const named = (number: number, reason: string): FieldProblem => ({
  field: `numbers.${number}`,
  message: `AI-${number}: ${reason}`,
})

function changeOf(item: Item, wish: Awaited<ReturnType<typeof wishOf>>, { dueOn, reason }: Input): Happening {
  const changed = [
    ...(wish.ownerId !== undefined && wish.ownerId !== item.ownerId ? ['owner'] : []),
    ...(wish.teamId !== undefined && wish.teamId !== item.teamId ? ['team'] : []),
    ...(wish.dueOn !== undefined && dueOn !== localFromDate(item.dueOn) ? ['dueOn'] : []),
    ...(wish.priority !== undefined && wish.priority !== item.priority ? ['priority'] : []),
  ]
  return happened('action_item.updated', item.id, {
    changed,
    ...(dueOn && changed.includes('dueOn') && { dueOn: { from: localFromDate(item.dueOn), to: dueOn } }),
    ...(reason && { reason }),
  })
}
