import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ServiceFields } from '#components/services/service-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { can } from '#lib/policy/can.ts'
import { getService } from '#lib/services/queries.ts'
import { listTeamOptions } from '#lib/teams/queries.ts'
import { show } from '#lib/web/show.ts'
import { update } from '../../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('services'))('edit') }
}

export default async function EditServicePage({ params }: { params: Promise<{ slug: string }> }) {
  const [t, context, { slug }] = await Promise.all([getTranslations('services'), currentContext(), params])
  const { service, teams } = await show(context, async (work) => ({
    service: await getService(work, slug),
    teams: await listTeamOptions(work),
  }))
  const teamId = teams.find((team) => team.slug === service.team.slug)?.id
  const may = can(context.actor, 'edit', 'service', { teamId })

  return (
    <>
      <PageHeader
        title={t('edit')}
        crumbs={[
          { href: '/services', label: t('title') },
          { href: `/services/${slug}`, label: service.name },
        ]}
      />
      <RecordForm action={update} may={may} submit={t('save')}>
        <input type="hidden" name="slug" value={slug} />
        <ServiceFields service={{ ...service, team: service.team.slug }} teams={teams} />
      </RecordForm>
    </>
  )
}
