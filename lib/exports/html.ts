import { renderMarkdown } from '#lib/markdown/render-pool.ts'
import { visibilities } from '#lib/postmortems/model.ts'
import { formatDay } from '#lib/time.ts'
import { coverHtml, factTables, itemsHtml, timelineHtml } from './facts-html.ts'
import { escaped, htmlOf } from './hast-html.ts'
import { style } from './html-style.ts'
import type { PostmortemDocument } from './schema.ts'

type Around = { number: number; organization: string }

/** One file with everything in it: no scripts, no requests, readable in twenty years, and made to be printed. */
export async function writeHtml(document: PostmortemDocument, around: Around): Promise<string> {
  const { title, incident, actionItems } = document
  const sections = await Promise.all(document.sections.filter(({ body }) => body.trim()).map(sectionHtml))
  // The timeline belongs after the impact; without that section, after the first.
  const found = document.sections.filter(({ body }) => body.trim()).findIndex(({ key }) => key === 'impact')
  const after = found >= 0 ? found + 1 : Math.min(1, sections.length)
  const parts = [...sections.slice(0, after), incident ? timelineHtml(incident) : '', ...sections.slice(after)]
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
${incident ? factTables(incident) : ''}
${itemsHtml(actionItems)}
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

async function sectionHtml({ key, heading, body }: PostmortemDocument['sections'][number]): Promise<string> {
  const { tree } = await renderMarkdown(body, {
    headingBase: 3,
    scope: key.replaceAll('_', '-').replace(/-+/g, '-').replace(/^-|-$/g, '') || 'part',
  })
  return `<section id="${escaped(key)}"><h2>${escaped(heading)}</h2>${htmlOf(tree)}</section>`
}
