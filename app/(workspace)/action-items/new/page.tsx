import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { titleFrom } from '#components/action-items/from-text.ts'
import { ItemFields } from '#components/action-items/item-fields.tsx'
import { SimilarItems } from '#components/action-items/similar-items.tsx'
import { WhyFromThread } from '#components/action-items/why-from-thread.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { priorities } from '#lib/action-items/model.ts'
import { currentContext } from '#lib/auth/current.ts'
import { findThread } from '#lib/comments/queries.ts'
import { Id, PublicNumber } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { getPostmortem } from '#lib/postmortems/queries.ts'
import { findOwnTeam } from '#lib/teams/queries.ts'
import { addDays, localDate } from '#lib/time.ts'
import { ownAddress } from '#lib/web/own-address.ts'
import { show } from '#lib/web/show.ts'
import { personChoices, teamChoices } from '../../choices.ts'
import { workSource } from '../../work-source.ts'
import { lookForSimilar, propose } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('actionItems.new'))('title') }
}

export default async function NewActionItemPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const [t, context, asked] = await Promise.all([getTranslations('actionItems'), currentContext(), searchParams])
  const number = PublicNumber.safeParse(asked.postmortem)
  const thread = Id.safeParse(asked.thread)
  const { postmortem, why, source, teams, people, ownTeam } = await show(context, async (work) => ({
    postmortem: number.success ? await getPostmortem(work, number.data) : null,
    why: number.success && thread.success ? await findThread(work, number.data, thread.data) : null,
    source: await workSource(work, asked),
    teams: await teamChoices(work),
    people: await personChoices(work),
    ownTeam: await findOwnTeam(work),
  }))
  const may = can(context.actor, 'create', 'actionItem')
  return (
    <>
      <PageHeader
        title={t('new.title')}
        description={t('new.intro')}
        crumbs={[{ href: '/action-items', label: t('title') }]}
      />
      <RecordForm action={propose} may={may} submit={t('new.submit')}>
        {postmortem && (
          <Callout tone="neutral">
            <input type="hidden" name="postmortem" value={postmortem.number} />
            {t('new.from')}{' '}
            <Link href={`/postmortems/${postmortem.number}`} className="font-medium hover:underline">
              PM-{postmortem.number} {postmortem.title}
            </Link>
          </Callout>
        )}
        {source && (
          <Callout tone="neutral">
            <input type="hidden" name={source.name} value={source.id} />
            {t('new.fromSource', { what: source.label })}
          </Callout>
        )}
        {why && postmortem && (
          <WhyFromThread
            quote={why.quote}
            href={`${await ownAddress()}/postmortems/${postmortem.number}/comments#t-${why.id}`}
          />
        )}
        <ItemFields
          {...(why && { title: titleFrom(why.quote) })}
          {...(source && { title: source.title, mechanism: source.mechanism })}
          below={
            <SimilarItems
              look={lookForSimilar}
              joinable={postmortem?.incident != null}
              text={{ title: t('similar.title'), same: t('similar.same'), anyway: t('similar.anyway') }}
            />
          }
          teams={teams}
          people={people}
          team={postmortem?.team.slug ?? source?.team ?? ownTeam}
          dueOn={addDays(localDate(context.now, context.actor.zone), priorities.p2.days)}
        />
      </RecordForm>
    </>
  )
}
