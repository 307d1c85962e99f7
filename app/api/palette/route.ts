import { getTranslations } from 'next-intl/server'
import type { PaletteItem } from '#components/shell/shell-data.ts'
import { visitorContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { complete } from '#lib/search/complete.ts'
import { find } from '#lib/search/find.ts'
import { viewHref } from '#lib/views/model.ts'
import { listViews } from '#lib/views/queries.ts'
import { hrefWith } from '#lib/web/filters.ts'
import { keyOf, spend } from '#lib/web/limits.ts'

/** As many as fit under what the palette knows by itself. */
const MOST = 8
/** Whoever looks for a view types its name, so few are left. */
const VIEWS_MOST = 4

/** Answers the command palette of our own pages, so only a session counts; tokens have /api/v1/search. */
export async function GET(request: Request): Promise<Response> {
  const context = await visitorContext()
  const headers = { 'cache-control': 'no-store' }
  if (context.actor.kind !== 'person') return Response.json([], { status: 401, headers })
  if (!spend('search', keyOf(context.actor)).allowed) return Response.json([], { status: 429, headers })
  const [t, v] = await Promise.all([getTranslations('search'), getTranslations('views')])
  const q = new URL(request.url).searchParams.get('q')?.slice(0, 200) ?? ''
  const { ways, views } = await read(context, async (work) => ({
    ways: await complete(work, q),
    views: await listViews(work, { q: q.trim(), limit: VIEWS_MOST }),
  }))
  const { results } = await find(context, { q, limit: MOST })
  const items: PaletteItem[] = [
    ...ways.map(({ label, detail, q: fill }) => ({
      href: `fill:${fill}`,
      label,
      detail,
      group: t('palette.narrow'),
      fill,
    })),
    ...views.items.map((view) => ({
      href: viewHref(view),
      label: view.name,
      detail: v(`lists.${view.list}`),
      group: v('palette'),
    })),
    ...results.map(({ kind, number, title, url }) => ({
      href: url,
      label: title,
      group: t(`kind.${kind}`),
      ...(number !== null && { detail: `${t(`one.${kind}`)} ${number}` }),
    })),
    ...(results.length > 0
      ? [{ href: hrefWith('/search', { q }), label: t('palette.all'), group: t('palette.group') }]
      : []),
  ]
  return Response.json(items, { headers })
}
