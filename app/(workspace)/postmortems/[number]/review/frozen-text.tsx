import { Document } from '#components/postmortems/document.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { renderMarkdown } from '#lib/markdown/render-pool.ts'
import type { RevisionContent } from '#lib/postmortems/schema.ts'
import { show } from '#lib/web/show.ts'
import { within } from '../within.ts'

/** A frozen text, set as its readers will see it. */
export async function FrozenText({ number, content }: { number: number; content: RevisionContent }) {
  const written = content.sections.filter(({ body }) => body.trim() !== '')
  const bodies = written.map(({ body }) => body)
  const { images, embedded } = await show(await currentContext(), (work) =>
    within(work, { number, bodies, published: false }),
  )
  const sections = await Promise.all(
    written.map(async ({ key, heading, body }) => ({
      key,
      heading,
      rendered: await renderMarkdown(body, { headingBase: 3, scope: key.replaceAll('_', '-'), images, embeds: true }),
    })),
  )
  return <Document {...{ sections, embedded }} facts={content.incident} />
}
