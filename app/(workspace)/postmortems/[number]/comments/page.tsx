import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StartForm } from '#components/comments/start-form.tsx'
import { ThreadList } from '#components/comments/thread-list.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { listCommentable } from '#lib/comments/queries.ts'
import { getPostmortem } from '#lib/postmortems/queries.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { start } from '../comment-actions.ts'
import { talkFor } from '../talk-for.ts'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await getTranslations('comments'))('heading')} PM-${await numberIn(params)}` }
}

/** Everything said about a text, section by section. It works without scripts, and for those who may not edit. */
export default async function CommentsPage({ params }: Props) {
  const [t, list, context, number] = await Promise.all([
    getTranslations('comments'),
    getTranslations('postmortems'),
    currentContext(),
    numberIn(params),
  ])
  const { postmortem, sections, talk } = await show(context, async (work) => ({
    postmortem: await getPostmortem(work, number),
    sections: await listCommentable(work, number),
    talk: await talkFor(work, { actor: context.actor, number }),
  }))
  const known = new Set(sections.map(({ key }) => key))
  const elsewhere = talk.threads.filter(({ section }) => !known.has(section))
  return (
    <>
      <PageHeader
        title={t('heading')}
        description={postmortem.title}
        crumbs={[
          { href: '/postmortems', label: list('heading') },
          { href: `/postmortems/${number}`, label: `PM-${number}` },
        ]}
      />
      <div className="flex max-w-3xl flex-col gap-8">
        {sections.length === 0 && <Callout tone="info">{t('closed')}</Callout>}
        {talk.more && <Callout tone="info">{t('more')}</Callout>}
        {sections.map(({ key, heading, body }) => (
          <section key={key} aria-labelledby={`${key}-heading`} className="flex flex-col gap-3">
            <h2 id={`${key}-heading`} className="text-lg font-semibold">
              {heading}
            </h2>
            {body.trim() !== '' && (
              <Disclosure summary={t('showText')}>
                <p className="max-h-96 overflow-y-auto whitespace-pre-wrap text-sm text-muted">{body}</p>
              </Disclosure>
            )}
            <ThreadList threads={talk.threads.filter(({ section }) => section === key)} looking={talk.looking} />
            {talk.looking.mayComment && (
              <StartForm section={key} action={start.bind(null, number)} people={talk.looking.people} />
            )}
          </section>
        ))}
        {elsewhere.length > 0 && (
          <section aria-labelledby="elsewhere-heading" className="flex flex-col gap-3">
            <h2 id="elsewhere-heading" className="text-lg font-semibold">
              {t('elsewhere')}
            </h2>
            <ThreadList threads={elsewhere} looking={talk.looking} />
          </section>
        )}
      </div>
    </>
  )
}
