import { deliverDigest, type Post } from '#lib/digests/deliver.ts'
import type { Consumer } from './dispatch.ts'

type Given = Parameters<typeof deliverDigest>[0] & { post: Post; now?: () => Date }

/** The consumer of `mail`: one digest after the other, so that a slow mail server is asked for one thing at a time. */
export const deliverMail =
  ({ now = () => new Date(), ...given }: Given): Consumer =>
  async (jobs) => {
    for (const { subjectId } of jobs) await deliverDigest(given, { digestId: subjectId, now: now() })
  }
