import { FileText } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Still } from '#app/still.tsx'
import { ExportMenu } from '#components/exports/export-menu.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Link } from '#components/ui/link.tsx'
import { ListFilters } from '#components/ui/list-filters.tsx'
import { ListPage } from '#components/ui/list-page.tsx'
import { SaveView } from '#components/views/save-view.tsx'
import { ViewMenu } from '#components/views/view-menu.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read, type Work } from '#lib/context.ts'
import { severities } from '#lib/incidents/model.ts'
import { mechanismOptions } from '#lib/mechanisms/options.ts'
import { optionsOf } from '#lib/options.ts'
import type { Page } from '#lib/page.ts'
import { dueOf, lateNumbers } from '#lib/postmortems/due.ts'
import { states } from '#lib/postmortems/model.ts'
import { listPostmortems } from '#lib/postmortems/queries.ts'
import { ListPostmortemsInput, type PostmortemListed } from '#lib/postmortems/schema.ts'
import { tidyQuery } from '#lib/views/model.ts'
import { countUnwritten } from '#lib/waivers/queries.ts'
import { type Asked, hrefWith, listAt } from '#lib/web/filters.ts'
import { showKept } from '#lib/web/show.ts'
import { serviceChoices, teamChoices } from '../choices.ts'
import { saveAnotherView, updateListView } from '../view-actions.ts'
import { viewIn, viewsOf } from '../views-of.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('postmortems'))('heading') }
}

export default async function PostmortemsPage({ searchParams }: Asked) {
  const [t, d, context] = await Promise.all([getTranslations('postmortems'), getTranslations('due'), currentContext()])
  const asked = await searchParams
  const list = listAt('/postmortems', ListPostmortemsInput, asked)
  const { page, due, late, unwritten, teams, services } = await showKept(
    context,
    ['postmortems', JSON.stringify(list.filters)],
    async (work) => ({
      ...(await withDue(work, await listPostmortems(work, list.filters))),
      late: (await lateNumbers(work)).length,
      unwritten: await countUnwritten(work),
      teams: await teamChoices(work),
      services: await serviceChoices(work),
    }),
  )
  const views = await read(context, (work) => viewsOf(work, 'postmortems', viewIn(asked)))
  const query = tidyQuery('postmortems', list.query)
  const any = { state: t('anyState'), severity: t('anySeverity'), team: t('anyTeam'), service: t('anyService') }
  return (
    <ListPage
      title={t('heading')}
      description={t('intro')}
      actions={
        <>
          <ViewMenu {...views} query={query} />
          <ExportMenu kind="postmortems" query={list.query} />
        </>
      }
      create={{ href: '/postmortems/new', label: t('new') }}
      filters={
        <>
          <ListFilters
            list={list}
            label={(name) => (name === 'late' ? d('chip') : t(name))}
            any={(name) => any[name]}
            choices={{ state: optionsOf(states), severity: optionsOf(severities), team: teams, service: services }}
            told={{ mechanism: mechanismOptions, late: [{ value: 'true', label: d('filter') }] }}
            search={{ label: t('title'), placeholder: t('filter') }}
          />
          {list.isNarrowed && <SaveView {...views} query={query} save={saveAnotherView} update={updateListView} />}
          <Waiting late={late} {...unwritten} />
        </>
      }
      none={page.items.length === 0 && (await none(list))}
      pages={list.pages(page)}
    >
      <Still of="PostmortemTable" rows={page.items} zone={context.actor.zone} due={Object.fromEntries(due)} />
    </ListPage>
  )
}

async function none({ path, isNarrowed, filters }: { path: string; isNarrowed: boolean; filters: { q?: string } }) {
  const t = await getTranslations('postmortems.empty')
  if (!isNarrowed)
    return {
      icon: FileText,
      title: t('title'),
      children: t('text'),
      actions: <LinkButton href="/incidents/new">{t('record')}</LinkButton>,
    }
  return {
    icon: FileText,
    title: t('none'),
    children: t('noneText'),
    actions: (
      <>
        <LinkButton href={path}>{t('clear')}</LinkButton>
        <LinkButton href={hrefWith('/search', { q: filters.q })} tone="quiet">
          {t('search')}
        </LinkButton>
      </>
    ),
  }
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
