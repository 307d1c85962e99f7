import { all, type Decision, when } from '#lib/decision.ts'
import type { CommitmentKind, Priority, ProgressKind } from './vocabulary.ts'

export { type Priority, priorities } from './vocabulary.ts'

/**
 * An action item is a promise: one person and one team will make something true by a date, and say how anybody can
 * tell. Two things are known of it. Its commitment is what was decided: proposed, accepted, a risk accepted until a
 * date by a named approver, declined with a reason, handed to a
 * program whose lead answers, or a duplicate of another. Its progress is how far it is: open,
 * in progress, blocked, in verification, verified, regressed or dropped. Both are rows that are only ever added, so
 * the item's history keeps every time it came back. The first due date is kept beside the current one, because moving
 * a date is a decision and not a correction.
 */
export type ItemState = { commitment: CommitmentKind; progress: ProgressKind; closed: boolean; priority: Priority }

/** From where each decision can be taken. */
const decidedFrom: Record<CommitmentKind, readonly CommitmentKind[]> = {
  proposed: ['risk_accepted', 'declined', 'duplicate', 'handed'],
  accepted: ['proposed', 'risk_accepted', 'declined'],
  risk_accepted: ['proposed', 'accepted', 'risk_accepted'],
  declined: ['proposed'],
  duplicate: ['proposed', 'accepted'],
  handed: ['proposed'],
}

/** From where each step can be taken. */
const movedFrom: Record<ProgressKind, readonly ProgressKind[]> = {
  open: ['dropped'],
  in_progress: ['open', 'blocked', 'in_verification', 'regressed'],
  blocked: ['open', 'in_progress', 'regressed'],
  in_verification: ['open', 'in_progress', 'regressed'],
  verified: ['open', 'in_progress', 'in_verification', 'regressed'],
  regressed: ['verified'],
  dropped: ['open', 'in_progress', 'blocked', 'in_verification', 'regressed'],
}

const commitmentWords: Record<CommitmentKind, string> = {
  proposed: 'It is only proposed.',
  accepted: 'It is accepted already.',
  risk_accepted: 'Its risk was accepted.',
  declined: 'It was declined.',
  duplicate: 'It is a duplicate of another item.',
  handed: 'It was handed to a program, whose lead answers. Take it back first.',
}

const progressWords: Record<ProgressKind, string> = {
  open: 'Nobody has begun it.',
  in_progress: 'It is in progress.',
  blocked: 'It is blocked. Start it again first.',
  in_verification: 'It waits for verification.',
  verified: 'It is verified already. If it did not hold, say that it came back.',
  regressed: 'It came back and is open again.',
  dropped: 'It was dropped. Open it again first.',
}

/** Weighty ones need evidence, a second person, and no quiet end. */
export const weighty = ({ priority }: { priority: Priority }): boolean => priority === 'p0' || priority === 'p1'

const ended = ({ progress }: ItemState): boolean => progress === 'verified' || progress === 'dropped'

export const mayDecide = (item: ItemState, to: CommitmentKind): Decision =>
  all(
    when(!ended(item), progressWords[item.progress]),
    when(decidedFrom[to].includes(item.commitment), commitmentWords[item.commitment]),
  )

/** The lead of the program it was handed to takes it in, or gives it back. */
export const mayAnswer = (item: ItemState): Decision =>
  all(
    when(!ended(item), progressWords[item.progress]),
    when(item.commitment === 'handed', 'It does not wait for the answer of a program.'),
  )

export const mayMove = (item: ItemState, to: ProgressKind): Decision =>
  all(
    when(
      item.commitment === 'accepted',
      item.commitment === 'proposed' ? 'It is only proposed. Accept it first.' : commitmentWords[item.commitment],
    ),
    when(movedFrom[to].includes(item.progress), progressWords[item.progress]),
    when(
      !(to === 'verified' && weighty(item) && item.progress !== 'in_verification'),
      'A P0 or P1 is verified by somebody else than its owner: ask for verification first.',
    ),
    when(
      !(to === 'dropped' && weighty(item)),
      'A P0 or P1 is not dropped: accept its risk until a date, with an approver.',
    ),
  )

export const mayVerify = (
  item: ItemState & { ownerId: string | null },
  { verifier, evidence }: { verifier: string | null; evidence: number },
): Decision =>
  weighty(item)
    ? all(
        when(item.ownerId === null || verifier !== item.ownerId, 'Somebody else than its owner verifies a P0 or P1.'),
        when(evidence > 0, 'A P0 or P1 is not done without evidence. Add what shows it.'),
      )
    : { allowed: true }

/** Into a program goes what was accepted; what is only proposed is handed over instead, so that its lead is asked. */
export const mayBeAssigned = ({ commitment }: { commitment: CommitmentKind }, into: boolean): Decision =>
  all(
    when(commitment !== 'handed', 'It was handed to a program, whose lead answers.'),
    when(commitment !== 'proposed' || !into, 'It is only proposed: hand it to the program.'),
  )

export const mayUpdate = ({ closed }: { closed: boolean }): Decision =>
  when(!closed, 'It is closed. Open it again to change it.')

/** What an accepted item cannot do without. */
export function acceptGaps(item: { ownerId: string | null; doneWhen: string }): { field: string; message: string }[] {
  return [
    ...(item.ownerId ? [] : [{ field: 'owner', message: 'An accepted item has one person who owns it.' }]),
    ...(item.doneWhen ? [] : [{ field: 'doneWhen', message: 'Say how anybody can tell that it is done.' }]),
  ]
}

/** From a promise’s second new date on, each is a decision with a reason. */
export const needsReasonToMove = ({ commitment, rescheduleCount }: { commitment: string; rescheduleCount: number }) =>
  commitment === 'accepted' && rescheduleCount >= 1

export const nextSteps = (item: ItemState): ProgressKind[] =>
  (Object.keys(movedFrom) as ProgressKind[]).filter((to) => mayMove(item, to).allowed)

export const nextDecisions = (item: ItemState): CommitmentKind[] =>
  (Object.keys(decidedFrom) as CommitmentKind[]).filter((to) => mayDecide(item, to).allowed)
