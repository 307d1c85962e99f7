import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseGuide } from '#lib/guides/parse.ts'
import { guidesDirectory, listGuides } from '#lib/guides/queries.ts'
import { plainText } from './plain.ts'

export type GuideSource = { id: string; slug: string; title: string; about: string; body: string }

/** Guides ship with the product, so they are read from their files. Not compiled: only their words are wanted. */
export async function guideSources(directory = guidesDirectory()): Promise<GuideSource[]> {
  const guides = await listGuides(directory)
  return Promise.all(
    guides.map(async ({ slug, title, summary, mechanisms, services }) => {
      const file = path.join(directory, `${slug}.mdx`)
      const { body } = parseGuide({ file, source: await readFile(file, 'utf8') })
      const about = [summary, ...mechanisms, ...services].join(' ')
      return { id: guideId(slug), slug, title, about, body: plainText(body) }
    }),
  )
}

/** The same id on every machine: the index wants one, and a guide's name is its slug. */
export function guideId(slug: string): string {
  const hex = createHash('sha256').update(`guide ${slug}`).digest('hex')
  // Version 8 is "made by a rule of our own" (RFC 9562).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
