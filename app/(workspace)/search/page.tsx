import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NothingFound, SearchHints } from '#components/search/nothing-found.tsx'
import { ResultList } from '#components/search/result-list.tsx'
import { SearchBox } from '#components/search/search-box.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { TabsNav } from '#components/ui/tabs-nav.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { kinds, QUERY_MAX } from '#lib/search/model.ts'
import { SearchInput } from '#lib/search/schema.ts'
import { search } from '#lib/search/search.ts'
import { filtersFrom, hrefWith } from '#lib/web/filters.ts'

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Address): Promise<Metadata> {
  const t = await getTranslations('search')
  const { q } = filtersFrom(SearchInput, await searchParams)
  return { title: q ? `${q.slice(0, 60)} · ${t('title')}` : t('title') }
}

export default async function SearchPage({ searchParams }: Address) {
  const [t, context] = await Promise.all([getTranslations('search'), currentContext()])
  const { kind, limit, ...filters } = filtersFrom(SearchInput, await searchParams)
  const q = filters.q.slice(0, QUERY_MAX).trim()
  const results = await read(context, (work) => search(work, { q, limit, ...(kind && { kind }) }))
  const tabs = [undefined, ...kinds].map((each) => ({
    href: hrefWith('/search', { q, kind: each }),
    label: t(`kind.${each ?? 'all'}`),
    current: each === kind,
  }))
  return (
    <>
      <PageHeader title={t('title')} description={t('intro')} />
      <SearchBox q={q} kind={kind} />
      <TabsNav label={t('kindsLabel')} tabs={tabs} />
      {results.length > 0 && (
        <>
          <p role="status" className="mb-4 text-sm text-muted">
            {results.length < limit ? t('count', { count: results.length }) : t('most', { count: results.length })}
          </p>
          <ResultList results={results} zone={context.actor.zone} />
        </>
      )}
      {results.length === 0 && q === '' && <SearchHints />}
      {results.length === 0 && q !== '' && (
        <NothingFound
          q={q.slice(0, 100)}
          everywhereHref={kind ? hrefWith('/search', { q }) : null}
          looseHref={q.includes('"') ? hrefWith('/search', { q: q.replaceAll('"', ' ').trim(), kind }) : null}
        />
      )}
    </>
  )
}
