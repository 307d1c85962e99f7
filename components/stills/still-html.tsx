'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useMemo } from 'react'
import { keptStills, placeOf } from '#lib/kept-stills.ts'

/**
 * The HTML of a still. In a page that arrives as a document it is on the wire once: the server puts it in its place when
 * the page is whole, the browser takes it from where it already stands. A move without a page load brings it along as `html`. Where the framework
 * sent an empty document, as it does when there is no such page, the stills are asked for once more.
 */
export function StillHtml({ id, html }: { id: string; html?: string }) {
  const router = useRouter()
  // The id is a hash of what is shown. Setting the same HTML again would close an open menu in it.
  const standing = useMemo(() => kept(id), [id])
  const __html = standing ?? html
  const isMissing = __html === undefined
  useEffect(() => {
    if (isMissing) router.refresh()
  }, [isMissing, router])
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React made this string from elements, escaping every text in it.
  return <div id={id} className="contents" dangerouslySetInnerHTML={{ __html: __html ?? '' }} />
}

/** Kept in the browser: coming back to the first page shows it again from what it brought, and by then it is gone. */
function kept(id: string): string | undefined {
  const { document } = globalThis
  if (!document) return placeOf(id)
  const stills = keptStills(() => new Map<string, string>())
  const html = stills.get(id) ?? document.getElementById(id)?.innerHTML
  if (html === undefined || html === placeOf(id)) return undefined
  stills.set(id, html)
  return html
}
