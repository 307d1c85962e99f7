import { Flame } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Still } from '#app/still.tsx'
import { ExportMenu } from '#components/exports/export-menu.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { ListFilters } from '#components/ui/list-filters.tsx'
import { ListPage } from '#components/ui/list-page.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { severities } from '#lib/incidents/model.ts'
import { listIncidents } from '#lib/incidents/queries.ts'
import { ListIncidentsInput } from '#lib/incidents/schema.ts'
import { mechanismOptions } from '#lib/mechanisms/options.ts'
import { optionsOf } from '#lib/options.ts'
import { can } from '#lib/policy/can.ts'
import { startOfMinute } from '#lib/time.ts'
import { ListUnwrittenInput } from '#lib/waivers/schema.ts'
import { type Asked, listAt } from '#lib/web/filters.ts'
import { showKept } from '#lib/web/show.ts'
import { serviceChoices, teamChoices } from '../choices.ts'
import { Unwritten } from './unwritten.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('incidents'))('title') }
}

export default async function IncidentsPage({ searchParams }: Asked) {
  const [t, w, n, context] = await Promise.all([
    getTranslations('incidents'),
    getTranslations('waivers'),
    getTranslations('nearMiss'),
    currentContext(),
  ])
  const asked = await searchParams
  const unwritten = ListUnwrittenInput.shape.postmortem.safeParse(asked.postmortem || undefined)
  if (asked.postmortem && unwritten.success) return <Unwritten postmortem={unwritten.data} />
  const list = listAt('/incidents', ListIncidentsInput, asked)
  const { page, teams, services } = await showKept(
    context,
    ['incidents', JSON.stringify(list.filters)],
    async (work) => ({
      page: await listIncidents(work, list.filters),
      teams: await teamChoices(work),
      services: await serviceChoices(work),
    }),
  )
  const create = can(context.actor, 'create', 'incident')
  const any = {
    severity: t('list.anySeverity'),
    team: t('list.anyTeam'),
    service: t('list.anyService'),
    postmortem: w('filter'),
    mechanism: t('list.anyMechanism'),
  }
  return (
    <ListPage
      title={t('title')}
      description={t('list.intro')}
      actions={
        <>
          <ExportMenu kind="incidents" query={list.query} />
          {create.allowed && <LinkButton href="/near-misses/new">{n('record')}</LinkButton>}
        </>
      }
      create={create.allowed && { href: '/incidents/new', label: t('list.record') }}
      filters={
        <ListFilters
          list={list}
          label={(name) => (name === 'postmortem' ? w('filter') : t(`filters.${name}`))}
          any={(name) => any[name]}
          choices={{
            severity: optionsOf(severities),
            team: teams,
            service: services,
            postmortem: [
              { value: 'needed', label: w('filterNeeded') },
              { value: 'waived', label: w('filterWaived') },
            ],
            mechanism: mechanismOptions,
          }}
          search={{ label: t('filters.q'), placeholder: t('list.filter') }}
        />
      }
      none={page.items.length === 0 && (await none(list))}
      pages={list.pages(page)}
    >
      <Still of="IncidentTable" rows={page.items} zone={context.actor.zone} now={startOfMinute(context.now)} />
    </ListPage>
  )
}

async function none({ path, isNarrowed }: { path: string; isNarrowed: boolean }) {
  const t = await getTranslations('incidents.list')
  const [href, says] = isNarrowed ? [path, t('clear')] : ['/incidents/new', t('record')]
  return {
    icon: Flame,
    title: t(isNarrowed ? 'noneFound' : 'none'),
    children: t(isNarrowed ? 'noneFoundText' : 'noneText'),
    actions: <LinkButton href={href}>{says}</LinkButton>,
  }
}
