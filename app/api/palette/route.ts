import { getTranslations } from 'next-intl/server'
import type { PaletteItem } from '#components/shell/shell-data.ts'
import { visitorContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { complete } from '#lib/search/complete.ts'
import { find } from '#lib/search/find.ts'
import { hrefWith } from '#lib/web/filters.ts'
import { keyOf, spend } from '#lib/web/limits.ts'

/** As many as fit under what the palette knows by itself. */
const MOST = 8

/** Answers the command palette of our own pages, so only a session counts; tokens have /api/v1/search. */
export async function GET(request: Request): Promise<Response> {
  const context = await visitorContext()
  const headers = { 'cache-control': 'no-store' }
  if (context.actor.kind !== 'person') return Response.json([], { status: 401, headers })
  if (!spend('search', keyOf(context.actor)).allowed) return Response.json([], { status: 429, headers })
  const t = await getTranslations('search')
  const q = new URL(request.url).searchParams.get('q')?.slice(0, 200) ?? ''
  const ways = await read(context, (work) => complete(work, q))
  const { results } = await find(context, { q, limit: MOST })
  const items: PaletteItem[] = [
    ...ways.map(({ label, detail, q: fill }) => ({
      href: `fill:${fill}`,
      label,
      detail,
      group: t('palette.narrow'),
      fill,
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
