import type { Work } from '#lib/context.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { dateFromLocal, localDate } from '#lib/time.ts'

type Risk = { teamId: string; ownerId: string | null }
type Wish = { until?: string | null | undefined; approver?: string | null | undefined }

/**
 * A risk is carried until a day, on the clock of its team, by somebody who is named. `weighty` says what is too heavy to
 * be accepted by its owner, and completes "… is accepted by somebody else"; null is light enough for anybody.
 */
export async function acceptanceOf(
  { db, now }: Work,
  risk: Risk,
  { until, approver, weighty }: Wish & { weighty: string | null },
) {
  const team = await db.team.findUniqueOrThrow({ where: { id: risk.teamId }, select: { zone: true } })
  if (!until || until <= localDate(now, team.zone))
    refuse(invalid('until', 'Choose a day to come: then it is asked again.'))
  if (!approver) refuse(invalid('approver', 'Name who accepts the risk.'))
  const person = await db.person.findUnique({
    where: { id: approver },
    select: { role: true, deactivatedAt: true, memberships: { where: { teamId: risk.teamId, role: 'owner' } } },
  })
  if (!person || person.deactivatedAt) refuse(invalid('approver', 'Choose somebody who is active here.'))
  const answers = person.memberships.length > 0 || ['administrator', 'program_manager'].includes(person.role)
  if (weighty && (!answers || approver === risk.ownerId))
    refuse(
      invalid(
        'approver',
        `${weighty} is accepted by somebody else than its owner: an owner of the team, a program manager or an administrator.`,
      ),
    )
  return { until: dateFromLocal(until), approverId: approver }
}
