import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OwnedGuides } from '#components/guides/owned-guides.tsx'
import { AddMember, Members } from '#components/teams/members.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { listPeople } from '#lib/accounts/queries.ts'
import { currentContext } from '#lib/auth/current.ts'
import { guidesOf } from '#lib/guides/owners.ts'
import { whatWasSaid } from '#lib/guides/standings.ts'
import { can } from '#lib/policy/can.ts'
import { listServices } from '#lib/services/queries.ts'
import { getTeam, teamBySlug } from '#lib/teams/queries.ts'
import { formatClock, localDate } from '#lib/time.ts'
import { show } from '#lib/web/show.ts'
import { setMember } from '../actions.ts'

type Params = Promise<{ slug: string }>

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const [context, { slug }] = await Promise.all([currentContext(), params])
  return { title: (await show(context, (work) => getTeam(work, slug))).name }
}

export default async function TeamPage({ params }: { params: Params }) {
  const [t, g, context, { slug }] = await Promise.all([
    getTranslations('teams'),
    getTranslations('guides'),
    currentContext(),
    params,
  ])
  const { team, id, services, people, guides, said } = await show(context, async (work) => ({
    team: await getTeam(work, slug),
    id: (await teamBySlug(work, slug, 'slug')).id,
    services: (await listServices(work, { limit: 100, team: slug })).items,
    people: (await listPeople(work, { limit: 100 })).items,
    guides: await guidesOf(slug),
    said: await whatWasSaid(work),
  }))
  const decision = can(context.actor, 'edit', 'team', { id })
  const outside = people.filter((person) => !team.members.some((member) => member.id === person.id))

  return (
    <>
      <PageHeader
        title={team.name}
        description={team.description}
        crumbs={[{ href: '/teams', label: t('title') }]}
        eyebrow={t('clock', { zone: team.zone.replaceAll('_', ' '), time: formatClock(context.now, team.zone) })}
        actions={decision.allowed && <LinkButton href={`/teams/${slug}/edit`}>{t('edit')}</LinkButton>}
      />
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex flex-col gap-6">
          <Members team={team} action={decision.allowed ? setMember : null} />
          <p>
            <Link href={`/postmortems?team=${slug}`} className="text-accent underline underline-offset-2">
              {t('postmortems')}
            </Link>
          </p>
        </div>
        <aside className="flex flex-col gap-6">
          <Panel title={t('services')}>
            {services.length === 0 ? (
              <p className="text-muted">{t('noServices')}</p>
            ) : (
              <ul className="flex flex-col gap-1.5">
                {services.map((service) => (
                  <li key={service.slug} className="flex justify-between gap-3">
                    <Link href={`/services/${service.slug}`} className="hover:underline">
                      {service.name}
                    </Link>
                    <span className="text-muted">{t('tier', { tier: service.tier })}</span>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          <Panel title={g('onTeam.title')}>
            <OwnedGuides guides={guides} said={said} today={localDate(context.now, context.actor.zone)} />
          </Panel>
          <Panel title={t('addMember')}>
            {decision.allowed ? (
              <AddMember slug={slug} people={outside} action={setMember} />
            ) : (
              <p className="text-muted">{decision.reason}</p>
            )}
          </Panel>
        </aside>
      </div>
    </>
  )
}
