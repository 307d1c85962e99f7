import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ChecklistList } from '#components/checklists/checklist-list.tsx'
import { ExposureHere } from '#components/exposure/exposure-here.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { listChecklists } from '#lib/checklists/queries.ts'
import { listExposure } from '#lib/exposure/cells.ts'
import { can } from '#lib/policy/can.ts'
import { getService } from '#lib/services/queries.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { show } from '#lib/web/show.ts'

type Params = Promise<{ slug: string }>

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const [context, { slug }] = await Promise.all([currentContext(), params])
  return { title: (await show(context, (work) => getService(work, slug))).name }
}

export default async function ServicePage({ params }: { params: Params }) {
  const [t, c, context, { slug }] = await Promise.all([
    getTranslations('services'),
    getTranslations('checklists'),
    currentContext(),
    params,
  ])
  const { service, teamId, cells, checklists } = await show(context, async (work) => {
    const found = await getService(work, slug)
    return {
      service: found,
      teamId: (await teamBySlug(work, found.team.slug, 'team')).id,
      cells: await listExposure(work, { service: slug }),
      checklists: (await listChecklists(work, { service: slug, state: 'all', limit: 50 })).items,
    }
  })
  const decision = can(context.actor, 'edit', 'service', { teamId })
  const team = (
    <Link href={`/teams/${service.team.slug}`} className="text-accent underline underline-offset-2">
      {service.team.name}
    </Link>
  )

  return (
    <>
      <PageHeader
        title={service.name}
        description={service.description}
        crumbs={[{ href: '/services', label: t('title') }]}
        eyebrow={<Badge tone={service.tier === 0 ? 'accent' : 'neutral'}>{t('tier', { tier: service.tier })}</Badge>}
        actions={decision.allowed && <LinkButton href={`/services/${slug}/edit`}>{t('edit')}</LinkButton>}
      />
      <div className="flex max-w-2xl flex-col gap-5">
        <Panel title={t('facts')}>
          <DescriptionList
            facts={[
              { label: t('team'), value: team },
              { label: t('tierLabel'), value: t(`tierText.${String(service.tier) as '0'}`) },
              { label: t('slug'), value: <code className="font-mono text-sm">{service.slug}</code> },
            ]}
          />
        </Panel>
        <ExposureHere cells={cells} service={slug} />
        <Panel title={c('ofService')} actions={<LinkButton href="/guides">{c('more')}</LinkButton>}>
          <ChecklistList checklists={checklists} by="guide" none={c('noneOfService')} />
        </Panel>
        <p className="flex flex-wrap gap-2">
          <LinkButton href={`/incidents?service=${slug}`}>{t('incidents')}</LinkButton>
          <LinkButton href={`/postmortems?service=${slug}`}>{t('postmortems')}</LinkButton>
          <LinkButton href={`/risks?service=${slug}`}>{t('risks')}</LinkButton>
          <LinkButton href={`/exercises?service=${slug}`}>{t('exercises')}</LinkButton>
        </p>
        {!decision.allowed && <p className="text-sm text-muted">{decision.reason}</p>}
      </div>
    </>
  )
}
