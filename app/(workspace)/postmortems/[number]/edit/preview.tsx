'use server'

import type { ReactNode } from 'react'
import { drawing } from '#components/embeds/drawn.tsx'
import { Markdown } from '#components/markdown.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { findIncidentById } from '#lib/incidents/queries.ts'
import { renderMarkdown } from '#lib/markdown/render-pool.ts'
import { getWorkingText } from '#lib/postmortems/queries.ts'
import { SECTION_MAX } from '#lib/text.ts'
import { limitedFor } from '#lib/web/limits.ts'
import { show } from '#lib/web/show.ts'
import { within } from '../within.ts'

/** A section as its readers will see it, for those who may write it. Elements come back, so no renderer is sent along. */
export async function preview(number: number, body: string, key: string): Promise<ReactNode> {
  const context = await currentContext()
  if (typeof body !== 'string' || typeof key !== 'string' || limitedFor(context.actor)) return null
  const source = body.slice(0, SECTION_MAX)
  const { facts, images, embedded } = await show(context, async (work) => {
    const { row } = await getWorkingText(work, number)
    return {
      ...(await within(work, { number, bodies: [source], published: false })),
      facts: row.incidentId && source.includes('{{') ? await findIncidentById(work, row.incidentId) : null,
    }
  })
  const scope = `preview-${key.replaceAll(/[^a-z]/g, '-').slice(0, 40)}`
  const { tree, degraded } = await renderMarkdown(source, { headingBase: 3, scope, images, embeds: true })
  return <Markdown tree={tree} degraded={degraded} embed={drawing(embedded, facts)} />
}
