import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TeamFields } from '#components/teams/team-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { can } from '#lib/policy/can.ts'
import { getTeam, teamBySlug } from '#lib/teams/queries.ts'
import { show } from '#lib/web/show.ts'
import { update } from '../../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teams'))('edit') }
}

export default async function EditTeamPage({ params }: { params: Promise<{ slug: string }> }) {
  const [t, context, { slug }] = await Promise.all([getTranslations('teams'), currentContext(), params])
  const { team, id } = await show(context, async (work) => ({
    team: await getTeam(work, slug),
    id: (await teamBySlug(work, slug, 'slug')).id,
  }))
  const may = can(context.actor, 'edit', 'team', { id })

  return (
    <>
      <PageHeader
        title={t('edit')}
        crumbs={[
          { href: '/teams', label: t('title') },
          { href: `/teams/${slug}`, label: team.name },
        ]}
      />
      <RecordForm action={update} may={may} submit={t('save')}>
        <input type="hidden" name="slug" value={slug} />
        <TeamFields team={team} />
      </RecordForm>
    </>
  )
}
