import { all, type Decision, when } from '#lib/decision.ts'
import type { Finding } from './check.ts'

/**
 * A customer summary tells customers what happened, from the same facts as its postmortem and in words of its own. Every
 * save is a revision. A check looks for what its readers must not or cannot follow: names of people and hosts, addresses,
 * internal links, ticket numbers, unknowns. Each finding is mended or answered with a reason, and then somebody other than
 * the writer approves exactly that revision. Only what is approved leaves.
 */
export type Standing = { approve: Decision; write: Decision }

export function mayApprove({
  findings,
  byWriter,
  approved,
}: {
  findings: readonly Finding[]
  byWriter: boolean
  approved: boolean
}): Decision {
  const open = findings.filter(({ answer }) => answer === null).length
  return all(
    when(!approved, 'This revision is approved already.'),
    when(!byWriter, 'Whoever wrote it cannot approve it; ask somebody else.'),
    when(open === 0, open === 1 ? 'One finding waits for an answer.' : `${open} findings wait for an answer.`),
  )
}
