import type { CommitmentKind, ProgressKind } from '#lib/action-items/vocabulary.ts'

/**
 * A fix comes back when the mechanism it removed takes part in an incident of the same service again. Whether it did is
 * for people to say: the same, related, or different, with a reason, and the newest answer counts. "The same" about a fix
 * that was verified when the incident began turns it into one that regressed; that is never taken back by another answer.
 */

/** A fix that held for half a year is not what failed. */
const HELD_DAYS = 180

type Then = { commitment: CommitmentKind; progress: ProgressKind; verifiedAt: Date | null }

/** Duplicates are told by the item that took over, and what was verified long before has held. */
export function isAsked({ commitment, progress, verifiedAt }: Then, began: Date): boolean {
  if (commitment === 'duplicate') return false
  if (progress !== 'verified') return true
  return verifiedAt !== null && began.getTime() - verifiedAt.getTime() <= HELD_DAYS * 86_400_000
}

/** Only a fix that was there when it began can have failed to hold, and only once until it is verified again. */
export const regresses = (now: { progress: ProgressKind }, then: Then): boolean =>
  now.progress === 'verified' && then.progress === 'verified'
