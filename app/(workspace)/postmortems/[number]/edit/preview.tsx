'use server'

import type { ReactNode } from 'react'
import { Markdown } from '#components/markdown.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { renderMarkdown } from '#lib/markdown/render-pool.ts'
import { getWorkingText } from '#lib/postmortems/queries.ts'
import { SECTION_MAX } from '#lib/text.ts'
import { limitedFor } from '#lib/web/limits.ts'
import { show } from '#lib/web/show.ts'

/** A section as its readers will see it, for those who may write it. Elements come back, so no renderer is sent along. */
export async function preview(number: number, body: string, key: string): Promise<ReactNode> {
  const context = await currentContext()
  if (typeof body !== 'string' || typeof key !== 'string' || limitedFor(context.actor)) return null
  await show(context, (work) => getWorkingText(work, number))
  const scope = `preview-${key.replaceAll(/[^a-z]/g, '-').slice(0, 40)}`
  const { tree, degraded } = await renderMarkdown(body.slice(0, SECTION_MAX), { headingBase: 3, scope })
  return <Markdown tree={tree} degraded={degraded} />
}
