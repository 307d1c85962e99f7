import type { Work } from '#lib/context.ts'
import { actorOf } from '#lib/people/model.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import type { LockedPostmortem } from './queries.ts'

/** People as the policy sees them, refused where one is gone or could not read what they are asked about. */
export async function readersNamed(
  { db }: Work,
  postmortem: LockedPostmortem,
  { people: ids, field }: { people: readonly string[]; field: string },
) {
  const wanted = [...new Set(ids)]
  const [people, grants] = await Promise.all([
    db.person.findMany({ where: { id: { in: wanted }, deactivatedAt: null }, include: { memberships: true } }),
    db.grant.findMany({ where: { postmortemId: postmortem.id } }),
  ])
  if (people.length < wanted.length) refuse(invalid(field, 'Choose people who are active here.'))
  const shut = people.find((person) => !can(actorOf(person), 'read', 'postmortem', { ...postmortem, grants }).allowed)
  if (shut) refuse(invalid(field, `${shut.name} cannot read this postmortem. Give them access first.`))
  return people
}
