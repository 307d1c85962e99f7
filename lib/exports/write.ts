import type { z } from 'zod'
import { type Context, read } from '#lib/context.ts'
import { getDocument } from './document.ts'
import { filenameFor } from './filename.ts'
import { writeHtml } from './html.ts'
import { writeMarkdown } from './markdown.ts'
import type { ExportPostmortemInput, Format } from './schema.ts'

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
  const { document, organization } = await read(context, async (work) => ({
    document: await getDocument(work, number, text),
    organization: (await work.db.organization.findUnique({ where: { id: 1 } }))?.name ?? '',
  }))
  const written = {
    markdown: () => writeMarkdown(document),
    json: () => `${JSON.stringify(document, null, 2)}\n`,
    html: () => writeHtml(document, { number, organization }),
  }
  return { text: await written[format](), filename: filenameFor(number, document.title, format), type: types[format] }
}
