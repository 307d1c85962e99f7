import { notFound } from 'next/navigation'
import { z } from 'zod'
import { currentContext } from '#lib/auth/current.ts'
import { toHtml } from '#lib/customer-summaries/export.ts'
import { getApprovedSummary } from '#lib/customer-summaries/queries.ts'
import { renderMarkdown } from '#lib/markdown/render-pool.ts'
import { toText } from '#lib/markdown/to-text.ts'
import { numberIn, show } from '#lib/web/show.ts'

type Given = { params: Promise<{ number: string }> }

const Format = z.enum(['md', 'html', 'txt'])
const types = { md: 'text/markdown', html: 'text/html', txt: 'text/plain' } as const

/** The approved revision for a status page. HTML is sent as a file, never as a page of this site. */
export async function GET(request: Request, { params }: Given): Promise<Response> {
  const [context, number] = await Promise.all([currentContext(), numberIn(params)])
  const format = Format.safeParse(new URL(request.url).searchParams.get('format') ?? 'md')
  if (!format.success) notFound()
  const { title, body, revision } = await show(context, (work) => getApprovedSummary(work, number))
  const { tree } = await renderMarkdown(body, { headingBase: 2 })
  const texts = {
    md: () => `# ${title}\n\n${body.trim()}\n`,
    html: () => `<h1>${toHtml({ type: 'root', children: [{ type: 'text', value: title }] })}</h1>\n${toHtml(tree)}\n`,
    txt: () => `${title}\n\n${toText(tree)}\n`,
  }
  return new Response(texts[format.data](), {
    headers: {
      'content-type': `${types[format.data]}; charset=utf-8`,
      'content-disposition': `attachment; filename="customer-summary-pm-${number}-r${revision}.${format.data}"`,
      'cache-control': 'private, no-store',
    },
  })
}
