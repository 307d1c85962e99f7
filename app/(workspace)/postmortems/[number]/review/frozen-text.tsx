import { Document } from '#components/postmortems/document.tsx'
import { renderMarkdown } from '#lib/markdown/render-pool.ts'
import type { RevisionContent } from '#lib/postmortems/schema.ts'

/** A frozen text, set as its readers will see it. */
export async function FrozenText({ content }: { content: RevisionContent }) {
  const written = content.sections.filter(({ body }) => body.trim() !== '')
  const sections = await Promise.all(
    written.map(async ({ key, heading, body }) => ({
      key,
      heading,
      rendered: await renderMarkdown(body, { headingBase: 3, scope: key.replaceAll('_', '-') }),
    })),
  )
  return <Document sections={sections} />
}
