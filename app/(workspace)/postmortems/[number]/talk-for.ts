import type { Looking, ShownThread } from '#components/comments/talk.ts'
import type { PersonActor } from '#lib/actor.ts'
import { listThreads } from '#lib/comments/queries.ts'
import type { Work } from '#lib/context.ts'
import { renderMarkdown } from '#lib/markdown/render-pool.ts'
import { can } from '#lib/policy/can.ts'
import { loadForPolicy } from '#lib/postmortems/queries.ts'
import { accept, decline, reopen, reply, resolve, reword, takeBack } from './comment-actions.ts'
import { people } from './people.ts'

export type Talk = { threads: ShownThread[]; more: boolean; looking: Looking }

/**
 * The threads of a postmortem with their words rendered, and what whoever looks may do with them. Who looks is handed over:
 * asked for in here, an action would start a second transaction, which the embedded database lets wait for this one.
 */
export async function talkFor(work: Work, { actor, number }: { actor: PersonActor; number: number }): Promise<Talk> {
  const row = await loadForPolicy(work, number)
  const { items, nextCursor } = await listThreads(work, { number, state: 'all', limit: 100 })
  const threads = items.map(async (thread) => ({
    ...thread,
    comments: await Promise.all(
      thread.comments.map(async (comment) => ({
        ...comment,
        rendered:
          comment.text === null ? null : await renderMarkdown(comment.text, { headingBase: 4, scope: comment.id }),
      })),
    ),
  }))
  return {
    threads: await Promise.all(threads),
    more: nextCursor !== null,
    looking: {
      number,
      me: actor.personId,
      zone: actor.zone,
      now: work.now,
      mayComment: can(actor, 'comment', 'postmortem', row).allowed,
      mayEdit: can(actor, 'edit', 'postmortem', row).allowed,
      people: people.bind(null, number),
      actions: {
        reply: (thread) => reply.bind(null, number, thread),
        resolve: (thread) => resolve.bind(null, number, thread),
        reopen: (thread) => reopen.bind(null, number, thread),
        accept: (thread) => accept.bind(null, number, thread),
        decline: (thread) => decline.bind(null, number, thread),
        reword: (comment) => reword.bind(null, number, comment),
        takeBack: (comment) => takeBack.bind(null, number, comment),
      },
    },
  }
}
