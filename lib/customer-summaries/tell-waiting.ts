import type { Work } from '#lib/context.ts'
import { notify } from '#lib/notifications/notify.ts'
import { actorOf } from '#lib/people/model.ts'
import { can } from '#lib/policy/can.ts'
import type { LockedPostmortem } from '#lib/postmortems/queries.ts'
import { findingsOf } from './queries.ts'

/** 100: the largest team of a company this size is a third of it. */
const MEMBERS_MAX = 100

/**
 * Tells its lead and the team that the newest revision waits for somebody to approve it. While the check still finds
 * something nobody can approve it, so nobody is called. Until the next approval, each is told once and not with every save.
 */
export async function tellWaiting(work: Work, postmortem: LockedPostmortem): Promise<void> {
  const { db } = work
  const revisions = await db.summaryRevision.findMany({
    where: { postmortemId: postmortem.id },
    include: { approval: true },
    orderBy: { ordinal: 'desc' },
    take: 100,
  })
  const [newest] = revisions
  if (!newest || newest.approval) return
  const findings = await findingsOf(work, postmortem.id, `${newest.title}\n\n${newest.body}`)
  if (findings.some(({ answer }) => answer === null)) return
  const approved = revisions.find(({ approval }) => approval !== null)?.ordinal ?? 0
  await notify(work, {
    kind: 'summary_waits',
    people: await approversOf(work, postmortem, newest.createdById),
    subject: { kind: 'postmortem', id: postmortem.id },
    facts: { revision: newest.ordinal },
    key: `summary ${postmortem.id} after ${approved}`,
  })
}

/** The lead and the members of its team who may, without the one who wrote it. */
async function approversOf({ db }: Work, postmortem: LockedPostmortem, writerId: string | null): Promise<string[]> {
  const people = await db.person.findMany({
    where: {
      deactivatedAt: null,
      OR: [{ id: postmortem.leadId }, { memberships: { some: { teamId: postmortem.teamId } } }],
    },
    include: { memberships: true },
    orderBy: { id: 'asc' },
    take: MEMBERS_MAX,
  })
  const grants = await db.grant.findMany({ where: { postmortemId: postmortem.id } })
  return people
    .filter(({ id }) => id !== writerId)
    .filter((person) => can(actorOf(person), 'approveSummary', 'postmortem', { ...postmortem, grants }).allowed)
    .map(({ id }) => id)
}
