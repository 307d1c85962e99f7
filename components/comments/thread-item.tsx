import { CircleCheck, CircleDashed, CircleSlash } from 'lucide'
import { useTranslations } from 'next-intl'
import { Status } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { OpeningForm } from '#components/ui/opening-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { CommentItem } from './comment-item.tsx'
import { MentionArea } from './mention-area.tsx'
import { SuggestedChange } from './suggested-change.tsx'
import type { Looking, ShownThread } from './talk.ts'

const looks = {
  open: { tone: 'warn', icon: CircleDashed },
  resolved: { tone: 'ok', icon: CircleCheck },
  accepted: { tone: 'ok', icon: CircleCheck },
  declined: { tone: 'neutral', icon: CircleSlash },
} as const

/** One thread: the words it is about, what was said, and what may be done. */
export function ThreadItem({ thread, looking }: { thread: ShownThread; looking: Looking }) {
  const t = useTranslations('comments')
  const { id, quote, gone, state, replacement, resolution, comments } = thread
  return (
    <li
      id={`t-${id}`}
      className="flex scroll-mt-20 flex-col gap-2.5 rounded-lg border border-line bg-raised p-3 text-base target:border-accent"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-3 text-sm text-muted">
        <Status tone={looks[state].tone} icon={looks[state].icon}>
          {t(`states.${state}`)}
        </Status>
        {resolution?.person && <span>{t('by', { name: resolution.person.name })}</span>}
      </div>
      {replacement !== null ? (
        <SuggestedChange before={quote} after={replacement} />
      ) : (
        quote && (
          <blockquote className="whitespace-pre-wrap border-l-2 border-warn-edge pl-2.5 text-sm text-muted [overflow-wrap:anywhere]">
            {quote}
          </blockquote>
        )
      )}
      {gone && <p className="text-sm text-warn">{t('gone')}</p>}
      {resolution?.note && <p className="text-sm">{resolution.note}</p>}
      <ol className="flex flex-col divide-y divide-line">
        {comments.map((comment) => (
          <CommentItem key={comment.id} comment={comment} looking={looking} />
        ))}
      </ol>
      {looking.mayComment && <Doing thread={thread} looking={looking} />}
    </li>
  )
}

/** What this person may do with it just now. */
function Doing({ thread: { id, state, replacement, comments }, looking }: { thread: ShownThread; looking: Looking }) {
  const t = useTranslations('comments')
  const { actions, mayEdit, me, people, number } = looking
  const decides = state === 'open' && replacement !== null
  return (
    <div className="flex flex-col gap-1.5 print:hidden">
      <div className="flex flex-wrap items-center gap-1.5">
        {state === 'open' && replacement === null && <Press action={actions.resolve(id)} label={t('resolve')} />}
        {(state === 'resolved' || state === 'declined') && <Press action={actions.reopen(id)} label={t('reopen')} />}
        {decides && mayEdit && <Press action={actions.accept(id)} label={t('accept')} />}
        <LinkButton href={`/action-items/new?postmortem=${number}&thread=${id}`} tone="quiet" size="small">
          {t('makeItem')}
        </LinkButton>
      </div>
      {decides && (mayEdit || comments[0]?.person.id === me) && (
        <OpeningForm
          summary={t(mayEdit ? 'decline' : 'withdraw')}
          action={actions.decline(id)}
          submit={t(mayEdit ? 'decline' : 'withdraw')}
          tone="plain"
          size="small"
        >
          <TextArea name="note" label={t('declineNote')} rows={2} maxLength={2000} />
        </OpeningForm>
      )}
      <OpeningForm summary={t('reply')} action={actions.reply(id)} submit={t('reply')} tone="plain" size="small">
        <MentionArea
          {...{ people, words: { people: t('people'), cannotOpen: t('editor.cannotOpen') } }}
          {...{ name: 'text', rows: 3, maxLength: 4000, required: true }}
          label={t('replyText')}
          hint={t('mentionHint')}
        />
      </OpeningForm>
    </div>
  )
}

function Press({ action, label }: { action: FormAction; label: string }) {
  return (
    <Form action={action} className="contents">
      <SubmitButton tone="plain" size="small">
        {label}
      </SubmitButton>
    </Form>
  )
}
