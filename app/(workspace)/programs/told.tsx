import { Markdown } from '#components/markdown.tsx'
import { renderMarkdown } from '#lib/markdown/render-pool.ts'

/** What somebody wrote, or what was drafted, as elements. */
export async function Told({ source, scope }: { source: string; scope: string }) {
  return <Markdown {...(await renderMarkdown(source, { headingBase: 3, scope }))} />
}
