import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Administration } from '#components/accounts/administration.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { Time } from '#components/ui/time.tsx'
import { getPerson, waysIn } from '#lib/accounts/queries.ts'
import { currentContext } from '#lib/auth/current.ts'
import { Id } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { formatClock } from '#lib/time.ts'
import { show } from '#lib/web/show.ts'
import { deactivate, giveRole, offerLink, reactivate } from '../actions.ts'

type Params = Promise<{ id: string }>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') }
}

export default async function PersonPage({ params }: { params: Params }) {
  const [t, context, parsed] = await Promise.all([
    getTranslations('people'),
    currentContext(),
    params.then(({ id }) => Id.safeParse(id)),
  ])
  if (!parsed.success) notFound()
  const { actor, now } = context
  const administers = can(actor, 'administer', 'person', { id: parsed.data }).allowed
  const { person, ways } = await show(context, async (work) => ({
    person: await getPerson(work, parsed.data),
    ways: administers ? await waysIn(work, parsed.data) : null,
  }))
  const facts = [
    { label: t('email'), value: person.email },
    { label: t('roleLabel'), value: t(`role.${person.role}`) },
    {
      label: t('zone'),
      value: t('clock', { zone: person.zone.replaceAll('_', ' '), time: formatClock(now, person.zone) }),
    },
    { label: t('since'), value: <Time value={new Date(person.createdAt)} zone={actor.zone} now={now} /> },
  ]

  return (
    <>
      <PageHeader
        title={
          <span className="flex items-center gap-3">
            <Avatar name={person.name} size="large" />
            {person.name}
          </span>
        }
        description={person.title}
        crumbs={[{ href: '/people', label: t('title') }]}
        eyebrow={person.deactivatedAt && <Badge>{t('isDeactivated')}</Badge>}
        actions={person.id === actor.personId && <LinkButton href="/settings/profile">{t('editOwn')}</LinkButton>}
      />
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex flex-col gap-6">
          {person.about && <p className="max-w-2xl whitespace-pre-line">{person.about}</p>}
          <Panel title={t('teams')}>
            {person.teams.length === 0 ? (
              <p className="text-muted">{t('noTeams')}</p>
            ) : (
              <ul className="flex flex-col gap-1.5">
                {person.teams.map(({ slug, name, role }) => (
                  <li key={slug}>
                    <Link href={`/teams/${slug}`} className="font-medium hover:underline">
                      {name}
                    </Link>{' '}
                    <span className="text-muted">{t(`teamRole.${role}`)}</span>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
        </div>
        <aside className="flex flex-col gap-6">
          <Panel title={t('facts')}>
            <DescriptionList facts={facts} />
          </Panel>
          {ways && (
            <Administration person={person} ways={ways} actions={{ giveRole, offerLink, deactivate, reactivate }} />
          )}
        </aside>
      </div>
    </>
  )
}
