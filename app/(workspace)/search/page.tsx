import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Chips } from '#components/search/chips.tsx'
import { FacetList } from '#components/search/facet-list.tsx'
import { Notes } from '#components/search/notes.tsx'
import { NothingFound, SearchHints } from '#components/search/nothing-found.tsx'
import { ResultList } from '#components/search/result-list.tsx'
import { SearchBox } from '#components/search/search-box.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SaveView } from '#components/views/save-view.tsx'
import { ViewMenu } from '#components/views/view-menu.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { find } from '#lib/search/find.ts'
import { QUERY_MAX } from '#lib/search/model.ts'
import { splitQuery, withAsked } from '#lib/search/query-text.ts'
import { SearchInput } from '#lib/search/schema.ts'
import { tidyQuery } from '#lib/views/model.ts'
import { filtersFrom, hrefWith } from '#lib/web/filters.ts'
import { saveAnotherView, updateListView } from '../view-actions.ts'
import { viewIn, viewsOf } from '../views-of.ts'
import { chipsOf, facetLinks, notesOf } from './links.ts'

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Address): Promise<Metadata> {
  const t = await getTranslations('search')
  const { q } = filtersFrom(SearchInput, await searchParams)
  return { title: q ? `${q.slice(0, 60)} · ${t('title')}` : t('title') }
}

export default async function SearchPage({ searchParams }: Address) {
  const [t, context] = await Promise.all([getTranslations('search'), currentContext()])
  const asked = await searchParams
  const { kind, limit, ...filters } = filtersFrom(SearchInput, asked)
  const given = filters.q.slice(0, QUERY_MAX).trim()
  const q = kind ? withAsked(given, { operator: 'kind', value: kind, negated: false }) : given
  const found = await find(context, { q, limit, facets: true })
  const { results, more } = found
  const views = await read(context, (work) => viewsOf(work, 'search', viewIn(asked)))
  const query = tidyQuery('search', hrefWith('', { q }))
  const facets = facetLinks(q, found.facets, (field) => t(`field.${field}`))
  const words = splitQuery(q).rest
  return (
    <>
      <PageHeader title={t('title')} description={t('intro')} actions={<ViewMenu {...views} query={query} />} />
      <SearchBox q={q} />
      <Notes notes={notesOf(q, found.notes)} />
      <Chips
        chips={chipsOf(q, found.meant, (field) => t(`field.${field}`))}
        clearHref={hrefWith('/search', { q: words })}
      />
      {q !== '' && <SaveView {...views} query={query} save={saveAnotherView} update={updateListView} />}
      {found.engine === 'builtin' && found.fallback && <p className="mb-3 text-sm text-muted">{t('fallback')}</p>}
      <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_13rem] lg:gap-10">
        {facets.length > 0 && (
          <>
            <div className="mb-4 lg:hidden">
              <Disclosure summary={t('narrow')}>
                <FacetList facets={facets} more={more} id="small" />
              </Disclosure>
            </div>
            <div className="order-last max-lg:hidden">
              <FacetList facets={facets} more={more} id="wide" />
            </div>
          </>
        )}
        <div className="min-w-0">
          {results.length > 0 && (
            <>
              <p role="status" className="mb-4 text-sm text-muted">
                {countSentence()}
              </p>
              <ResultList results={results} zone={context.actor.zone} />
            </>
          )}
          {results.length === 0 && q === '' && <SearchHints />}
          {results.length === 0 && q !== '' && (
            <NothingFound
              q={q.slice(0, 100)}
              everywhereHref={words !== q && words !== '' ? hrefWith('/search', { q: words }) : null}
              looseHref={words.includes('"') ? hrefWith('/search', { q: q.replaceAll('"', ' ').trim() }) : null}
            />
          )}
        </div>
      </div>
    </>
  )

  function countSentence(): string {
    const count = results.length
    if (count === limit) return t(words === '' ? 'newest' : 'most', { count })
    return t(words === '' ? 'listed' : 'count', { count })
  }
}
