import { FileText } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Still } from '#app/still.tsx'
import { ExportMenu } from '#components/exports/export-menu.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSelect } from '#components/ui/filter-bar.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { SaveView } from '#components/views/save-view.tsx'
import { ViewMenu } from '#components/views/view-menu.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read, type Work } from '#lib/context.ts'
import { severities } from '#lib/incidents/model.ts'
import { optionsOf, slugOptions } from '#lib/options.ts'
import type { Page } from '#lib/page.ts'
import { dueOf, lateNumbers } from '#lib/postmortems/due.ts'
import { states } from '#lib/postmortems/model.ts'
import { listPostmortems } from '#lib/postmortems/queries.ts'
import { ListPostmortemsInput, type PostmortemListed } from '#lib/postmortems/schema.ts'
import { listServices } from '#lib/services/queries.ts'
import { listTeamOptions } from '#lib/teams/queries.ts'
import { tidyQuery } from '#lib/views/model.ts'
import { countUnwritten } from '#lib/waivers/queries.ts'
import { filtersFrom, hrefWith } from '#lib/web/filters.ts'
import { showKept } from '#lib/web/show.ts'
import { saveAnotherView, updateListView } from '../view-actions.ts'
import { viewIn, viewsOf } from '../views-of.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('postmortems'))('heading') }
}

export default async function PostmortemsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const [t, d, context] = await Promise.all([getTranslations('postmortems'), getTranslations('due'), currentContext()])
  const asked = await searchParams
  const filters = filtersFrom(ListPostmortemsInput, asked)
  const { page, due, late, unwritten, teams, services } = await showKept(
    context,
    ['postmortems', JSON.stringify(filters)],
    async (work) => ({
      ...(await withDue(work, await listPostmortems(work, filters))),
      late: (await lateNumbers(work)).length,
      unwritten: await countUnwritten(work),
      teams: await listTeamOptions(work),
      services: (await listServices(work, { limit: 100 })).items,
    }),
  )
  const team = slugOptions(teams)
  const service = slugOptions(services)
  const given = { ...filters, cursor: undefined, limit: undefined }
  const views = await read(context, (work) => viewsOf(work, 'postmortems', viewIn(asked)))
  const query = tidyQuery('postmortems', hrefWith('', given))
  const filtered = Object.values(given).some(Boolean)
  const without = (key: keyof typeof given) => hrefWith('/postmortems', { ...given, [key]: undefined })
  const labelOf = (choices: { value: string; label: string }[], value: string) =>
    choices.find((choice) => choice.value === value)?.label ?? value
  const chips = [
    filters.q && { label: t('title'), value: filters.q, removeHref: without('q') },
    filters.state?.[0] && {
      label: t('state'),
      value: filters.state.map((state) => states[state]).join(', '),
      removeHref: without('state'),
    },
    filters.severity?.[0] && {
      label: t('severity'),
      value: filters.severity.map((severity) => severities[severity]).join(', '),
      removeHref: without('severity'),
    },
    filters.team && { label: t('team'), value: labelOf(team, filters.team), removeHref: without('team') },
    filters.service && {
      label: t('service'),
      value: labelOf(service, filters.service),
      removeHref: without('service'),
    },
    filters.late && { label: d('chip'), value: d('filter'), removeHref: without('late') },
    filters.mechanism && { label: t('mechanism'), value: filters.mechanism, removeHref: without('mechanism') },
  ].filter((chip) => typeof chip === 'object')

  return (
    <>
      <PageHeader
        title={t('heading')}
        description={t('intro')}
        actions={
          <>
            <ViewMenu {...views} query={query} />
            <ExportMenu kind="postmortems" query={hrefWith('', given).slice(1)} />
            <LinkButton href="/postmortems/new" tone="primary">
              {t('new')}
            </LinkButton>
          </>
        }
      />
      <FilterBar
        action="/postmortems"
        query={filters.q}
        placeholder={t('filter')}
        chips={chips}
        clearHref="/postmortems"
      >
        <FilterSelect name="state" label={t('anyState')} value={filters.state?.[0]} options={optionsOf(states)} />
        <FilterSelect
          name="severity"
          label={t('anySeverity')}
          value={filters.severity?.[0]}
          options={optionsOf(severities)}
        />
        <FilterSelect name="team" label={t('anyTeam')} value={filters.team} options={team} />
        <FilterSelect name="service" label={t('anyService')} value={filters.service} options={service} />
      </FilterBar>
      {filtered && <SaveView {...views} query={query} save={saveAnotherView} update={updateListView} />}
      <Waiting late={late} {...unwritten} />
      {page.items.length > 0 ? (
        <>
          <Still of="PostmortemTable" rows={page.items} zone={context.actor.zone} due={Object.fromEntries(due)} />
          <Pagination
            nextHref={page.nextCursor && hrefWith('/postmortems', { ...given, cursor: page.nextCursor })}
            firstHref={filters.cursor ? hrefWith('/postmortems', given) : null}
          />
        </>
      ) : filtered ? (
        <EmptyState
          icon={FileText}
          title={t('empty.none')}
          actions={
            <>
              <LinkButton href="/postmortems">{t('empty.clear')}</LinkButton>
              <LinkButton href={hrefWith('/search', { q: filters.q })} tone="quiet">
                {t('empty.search')}
              </LinkButton>
            </>
          }
        >
          {t('empty.noneText')}
        </EmptyState>
      ) : (
        <EmptyState
          icon={FileText}
          title={t('empty.title')}
          actions={<LinkButton href="/incidents/new">{t('empty.record')}</LinkButton>}
        >
          {t('empty.text')}
        </EmptyState>
      )}
    </>
  )
}

async function withDue(work: Work, page: Page<PostmortemListed>) {
  return {
    page,
    due: await dueOf(
      work,
      page.items.map(({ number }) => number),
    ),
  }
}

/** What is missing from the list stands above it: what is late, what was never begun, and what was decided not to be. */
async function Waiting({ late, needed, waived }: { late: number; needed: number; waived: number }) {
  const d = await getTranslations('due')
  const links = [
    late > 0 && { href: '/postmortems?late=true', label: d('late_count', { count: late }) },
    needed > 0 && { href: '/incidents?postmortem=needed', label: d('needed', { count: needed }) },
    waived > 0 && { href: '/incidents?postmortem=waived', label: d('waived', { count: waived }) },
  ].filter((link) => link !== false)
  return (
    <p className="mb-4 flex flex-wrap gap-x-5 gap-y-1 text-sm empty:hidden print:hidden">
      {links.map(({ href, label }) => (
        <Link key={href} href={href} className="text-accent hover:underline">
          {label}
        </Link>
      ))}
    </p>
  )
}
