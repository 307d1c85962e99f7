import type { FormAction } from '#components/ui/form-state.ts'
import type { CommentOut, ThreadOut } from '#lib/comments/schema.ts'
import type { Rendered } from '#lib/markdown/rendered.ts'
import type { LookForPeople } from './mention-area.tsx'

export type ShownComment = CommentOut & { rendered: Rendered | null }
export type ShownThread = Omit<ThreadOut, 'comments'> & { comments: ShownComment[] }

type Of = (id: string) => FormAction
export type TalkActions = Record<'reply' | 'resolve' | 'reopen' | 'accept' | 'decline' | 'reword' | 'takeBack', Of>

/** Who looks at the threads, and what they may do. */
export type Looking = {
  number: number
  me: string
  mayComment: boolean
  mayEdit: boolean
  zone: string
  now: Date
  /** Whom an @ offers. */
  people: LookForPeople
  actions: TalkActions
}
