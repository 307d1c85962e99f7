import type { Metadata } from 'next'
import { getMessages, getTranslations } from 'next-intl/server'
import { TalkPanel } from '#components/comments/talk-panel.tsx'
import { EditAside } from '#components/postmortems/edit-aside.tsx'
import { KeptFresh } from '#components/postmortems/kept-fresh.tsx'
import { SectionEditor } from '#components/postmortems/section-editor.tsx'
import { TitleEditor } from '#components/postmortems/title-editor.tsx'
import { UnsentOffers } from '#components/postmortems/unsent-offers.tsx'
import { WorkingTitle } from '#components/postmortems/working-title.tsx'
import { WritingRoom } from '#components/postmortems/writing.tsx'
import { WritingBar } from '#components/postmortems/writing-bar.tsx'
import { RecurrenceList } from '#components/recurrences/recurrence-list.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { listMentionable } from '#lib/comments/queries.ts'
import { getMissing } from '#lib/postmortems/picture.ts'
import { getWorkingText } from '#lib/postmortems/queries.ts'
import { recurrenceStanding } from '#lib/recurrences/standing.ts'
import { sectionsFor } from '#lib/templates/model.ts'
import { pinnedTemplate } from '#lib/templates/queries.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { answer } from '../../../recurrence-actions.ts'
import { edit } from '../actions.ts'
import { start } from '../comment-actions.ts'
import { earlierFor } from '../earlier-for.ts'
import { hintsFor } from '../hints-for.ts'
import { itemsFor } from '../items-for.ts'
import { talkFor } from '../talk-for.ts'
import { earlier } from './earlier.tsx'
import { exchange } from './exchange.ts'
import { look } from './look.tsx'
import { preview } from './preview.tsx'
import { marks, talkPanel } from './talk.tsx'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await getTranslations('postmortems.edit'))('heading')} PM-${await numberIn(params)}` }
}

export default async function EditPage({ params }: Props) {
  const [t, list, messages, context, number] = await Promise.all([
    getTranslations('postmortems.edit'),
    getTranslations('postmortems'),
    getMessages(),
    currentContext(),
    numberIn(params),
  ])
  const { row, sections, template, missing, given, hints, recurrences, talk, people, items } = await show(
    context,
    async (work) => {
      const working = await getWorkingText(work, number)
      return {
        ...working,
        template: await pinnedTemplate(work, working.row),
        missing: await getMissing(work, number),
        given: await earlierFor(work, number),
        hints: await hintsFor(work, number),
        items: await itemsFor(work, working.row, messages.itemFromText),
        recurrences: working.row.incident ? await recurrenceStanding(work, working.row.incident.number) : null,
        talk: await talkFor(work, { actor: context.actor, number }),
        people: await listMentionable(work, number),
      }
    },
  )
  const asked = new Map(sectionsFor(template, row.incident?.severity ?? null).map((section) => [section.key, section]))
  const labels = { question: t('question'), required: t('required'), theirs: t('theirs'), theirsWhy: t('theirsWhy') }
  const headings = Object.fromEntries(sections.map(({ key, heading }) => [key, heading]))
  return (
    <WritingRoom
      number={number}
      personId={context.actor.personId}
      text={messages.editor}
      preview={preview.bind(null, number)}
      exchange={exchange.bind(null, number)}
      given={{
        hints,
        items,
        images: { text: messages.images, personId: context.actor.personId },
        talk: {
          text: messages.comments.editor,
          people,
          mayComment: talk.looking.mayComment,
          look: marks.bind(null, number),
          start: start.bind(null, number),
        },
      }}
      sections={sections.map(({ key, heading, body, version }) => ({
        key,
        heading,
        body,
        version,
        prompt: asked.get(key)?.prompt ?? '',
      }))}
    >
      <PageHeader
        title={<WorkingTitle title={row.workingTitle} />}
        description={t('markdown')}
        crumbs={[
          { href: '/postmortems', label: list('heading') },
          { href: `/postmortems/${number}`, label: `PM-${number}` },
        ]}
      />
      {row.state === 'published' && <Callout tone="info">{t('published')}</Callout>}
      {(row.state === 'in_review' || row.state === 'approved') && <Callout tone="info">{t('reviewed')}</Callout>}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <Form action={edit.bind(null, number)} className="mt-6 flex max-w-3xl flex-col gap-8">
          <UnsentOffers headings={headings} />
          <TitleEditor number={number} personId={context.actor.personId} label={t('title')} title={row.workingTitle} />
          {sections.map(({ key, heading, body, version }, index) => (
            <SectionEditor
              key={key}
              labels={labels}
              section={{
                index,
                key,
                heading,
                body,
                version,
                prompt: asked.get(key)?.prompt ?? '',
                required: asked.get(key)?.need === 'review',
              }}
            />
          ))}
          <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-canvas/95 px-4 py-3">
            <WritingBar save={t('save')} headings={headings} />
            <LinkButton href={`/postmortems/${number}`} tone="quiet">
              {t('back')}
            </LinkButton>
          </div>
        </Form>
        <EditAside
          {...{ number, missing, zone: context.actor.zone, earlier: given }}
          look={look.bind(null, number)}
          lookBack={earlier.bind(null, number)}
          talk={
            <>
              <RecurrenceList
                items={recurrences?.items ?? []}
                answer={recurrences?.mayAnswer ? answer.bind(null, recurrences.number) : null}
                zone={context.actor.zone}
                now={context.now}
              />
              <KeptFresh look={talkPanel.bind(null, number)}>
                <TalkPanel threads={talk.threads} headings={headings} looking={talk.looking} />
              </KeptFresh>
            </>
          }
        />
      </div>
    </WritingRoom>
  )
}
