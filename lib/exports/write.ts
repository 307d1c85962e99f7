import type { z } from 'zod'
import { type Context, read, type Work } from '#lib/context.ts'
import { embeddedIn } from '#lib/postmortems/embedded.ts'
import { getDocument } from './document.ts'
import { filenameFor } from './filename.ts'
import { type Around, writeHtml } from './html.ts'
import { writeMarkdown } from './markdown.ts'
import { picturesIn } from './pictures.ts'
import type { ExportPostmortemInput, Format, PostmortemDocument } from './schema.ts'

export type Written = { text: string; filename: string; type: string }

export const types: Record<Format, string> = {
  markdown: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** One postmortem as a file of that form. Rendering waits outside the transaction. */
export async function exportPostmortem(
  context: Context,
  { number, format, text }: z.output<typeof ExportPostmortemInput>,
): Promise<Written> {
  const { document, around } = await read(context, async (work) => {
    const document = await getDocument(work, number, text)
    return { document, around: format === 'html' ? await aroundOf(work, number, document) : undefined }
  })
  const written = {
    markdown: () => writeMarkdown(document),
    json: () => `${JSON.stringify(document, null, 2)}\n`,
    html: async () => (around ? writeHtml(document, around) : ''),
  }
  return { text: await written[format](), filename: filenameFor(number, document.title, format), type: types[format] }
}

/** What an HTML file needs beside the document: it shows pictures and live parts, and can ask nobody for them. */
async function aroundOf(work: Work, number: number, { sections, status }: PostmortemDocument): Promise<Around> {
  const bodies = sections.map(({ body }) => body)
  return {
    number,
    organization: (await work.db.organization.findUnique({ where: { id: 1 } }))?.name ?? '',
    embedded: await embeddedIn(work, { number, bodies, published: status === 'published' }),
    pictures: await picturesIn(work, number, bodies),
  }
}
