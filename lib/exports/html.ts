import type { Root } from 'hast'
import { placedIn } from '#lib/markdown/embeds.ts'
import type { OwnImage } from '#lib/markdown/own-images.ts'
import { renderMarkdown } from '#lib/markdown/render-pool.ts'
import type { Embedded } from '#lib/postmortems/embedded.ts'
import { visibilities } from '#lib/postmortems/model.ts'
import { formatDay } from '#lib/time.ts'
import { type EmbedsGiven, embedHtml } from './embeds-html.ts'
import { coverHtml, earlierHtml, factTables, itemsHtml, timelineHtml } from './facts-html.ts'
import { escaped, htmlOf } from './hast-html.ts'
import { style } from './html-style.ts'
import { withSources } from './pictures.ts'
import type { PostmortemDocument } from './schema.ts'

export type Around = {
  number: number
  organization: string
  embedded: Embedded | undefined
  /** The pictures themselves, as addresses that need no server. */
  pictures: readonly OwnImage[]
}

/** One file with everything in it: no scripts, no requests, readable in twenty years, and made to be printed. */
export async function writeHtml(document: PostmortemDocument, around: Around): Promise<string> {
  const { title, incident, actionItems } = document
  const written = document.sections.filter(({ body }) => body.trim())
  const rendered = await Promise.all(written.map((section) => render(section, around)))
  const sections = rendered.map((section) => sectionHtml(section, { document, embedded: around.embedded }))
  const placed = rendered.flatMap(({ tree }) => placedIn(tree))
  // The timeline belongs after the impact; without that section, after the first.
  const found = document.sections.filter(({ body }) => body.trim()).findIndex(({ key }) => key === 'impact')
  const after = found >= 0 ? found + 1 : Math.min(1, sections.length)
  const timeline = incident && !placed.includes('timeline') ? timelineHtml(incident) : ''
  const parts = [...sections.slice(0, after), timeline, ...sections.slice(after)]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Firebreak">
<title>PM-${around.number} ${escaped(title)}</title>
<style>${style}
</style>
</head>
<body>
<header class="cover">
<p class="over"><span>${escaped(around.organization)} · Postmortem PM-${around.number}</span><span>${escaped(standing(document))}</span></p>
<h1>${escaped(title)}</h1>
${document.retracted ? `<p class="notice">Retracted: ${escaped(document.retracted.reason)}</p>` : ''}
${incident ? coverHtml(incident) : ''}
</header>
<main>
${parts.join('\n')}
${incident && !placed.includes('facts') ? factTables(incident) : ''}
${placed.includes('action-items') ? '' : itemsHtml(actionItems)}
${earlierHtml(document.earlierItems)}
</main>
<footer>${escaped(document.team.name)} · ${visibilities[document.visibility]} · Written about systems, not about people.</footer>
</body>
</html>
`
}

function standing({ status, published, incident }: PostmortemDocument): string {
  if (status === 'retracted') return 'Retracted'
  const day = published && formatDay(new Date(published), incident?.zone ?? 'UTC')
  return status === 'published' && day ? `Published ${day}` : 'Draft'
}

type Section = PostmortemDocument['sections'][number]
type RenderedSection = Section & { tree: Root }

async function render(section: Section, { number, pictures }: Around): Promise<RenderedSection> {
  const scope = section.key.replaceAll('_', '-').replace(/-+/g, '-').replace(/^-|-$/g, '') || 'part'
  // The renderer is told addresses of ours; the files themselves would be too much for it.
  const images = pictures.map((picture) => ({ ...picture, src: `/postmortems/${number}/images/${picture.id}` }))
  const { tree } = await renderMarkdown(section.body, { headingBase: 3, scope, images, embeds: true })
  const sources = new Map(images.map(({ src, id }) => [src, pictures.find((picture) => picture.id === id)?.src]))
  return { ...section, tree: withSources(tree, sources) }
}

function sectionHtml({ key, heading, tree }: RenderedSection, given: EmbedsGiven): string {
  const body = tree.children.map((child) => embedHtml(child, given) ?? htmlOf(child)).join('')
  return `<section id="${escaped(key)}"><h2>${escaped(heading)}</h2>${body}</section>`
}
