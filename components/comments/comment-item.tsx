import { useTranslations } from 'next-intl'
import { Markdown } from '#components/markdown.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { Time } from '#components/ui/time.tsx'
import { MentionArea } from './mention-area.tsx'
import type { Looking, ShownComment } from './talk.ts'

export function CommentItem({ comment, looking }: { comment: ShownComment; looking: Looking }) {
  const t = useTranslations('comments')
  const { id, person, text, rendered, writtenAt, editedAt, earlier } = comment
  const { zone, now, number } = looking
  return (
    <li id={`c-${id}`} className="flex scroll-mt-20 flex-col gap-1 py-2.5 first:pt-0 last:pb-0 target:bg-accent-soft">
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
        <Avatar name={person.name} size="small" />
        <span className="font-medium text-ink">{person.name}</span>
        <a href={`/postmortems/${number}/comments#c-${id}`} className="text-muted hover:underline">
          <Time value={new Date(writtenAt)} zone={zone} now={now} />
        </a>
        {text !== null && editedAt && <span>{t('edited')}</span>}
      </p>
      {rendered ? (
        <Markdown tree={rendered.tree} degraded={rendered.degraded} />
      ) : (
        <p className="text-muted italic">{t('takenBack')}</p>
      )}
      {earlier.length > 0 && (
        <Disclosure summary={t('earlier')}>
          <ol className="flex flex-col gap-1 text-sm text-muted">
            {earlier.map(({ text, writtenAt }) => (
              <li key={writtenAt} className="whitespace-pre-wrap">
                {text}
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
      {text !== null && person.id === looking.me && looking.mayComment && <Change {...{ id, text, looking }} />}
    </li>
  )
}

function Change({ id, text, looking: { actions, people } }: { id: string; text: string; looking: Looking }) {
  const t = useTranslations('comments')
  return (
    <div className="print:hidden">
      <Disclosure summary={t('change')}>
        <Form action={actions.reword(id)} className="flex flex-col gap-3">
          <MentionArea
            {...{ people, words: { people: t('people'), cannotOpen: t('editor.cannotOpen') } }}
            {...{ name: 'text', rows: 3, maxLength: 4000, required: true }}
            label={t('text')}
            defaultValue={text}
          />
          <div>
            <SubmitButton tone="plain" size="small">
              {t('save')}
            </SubmitButton>
          </div>
        </Form>
        <Form action={actions.takeBack(id)} className="mt-2">
          <SubmitButton tone="quiet" size="small">
            {t('takeBack')}
          </SubmitButton>
        </Form>
      </Disclosure>
    </div>
  )
}
