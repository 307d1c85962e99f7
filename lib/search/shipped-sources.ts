import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseGuide } from '#lib/guides/parse.ts'
import { guidesDirectory, listGuides } from '#lib/guides/queries.ts'
import { mechanismGroups, mechanisms } from '#lib/mechanisms/catalogue.ts'
import { tagOf } from './fields.ts'
import { urlOf } from './model.ts'
import { plainText } from './plain.ts'
import { plainSource, type Source } from './source.ts'

/** Guides ship with the product, so they are read from their files. Not compiled: only their words are wanted. */
export async function guideSources(directory = guidesDirectory()): Promise<Source[]> {
  const guides = await listGuides(directory)
  return Promise.all(
    guides.map(async ({ slug, title, summary, mechanisms, services }) => {
      const file = path.join(directory, `${slug}.mdx`)
      const { body } = parseGuide({ file, source: await readFile(file, 'utf8') })
      return {
        ...plainSource,
        id: shippedId('guide', slug),
        title,
        url: urlOf.guide(slug),
        mechanisms: [...mechanisms],
        about: [summary, ...mechanisms, ...services].join(' '),
        passages: [{ where: null, text: plainText(body) }],
        tags: [
          ...mechanisms.map((code) => tagOf('mechanism', code)),
          ...services.map((service) => tagOf('service', service)),
        ],
      }
    }),
  )
}

/** The catalogue ships too. */
export function mechanismSources(): Source[] {
  return mechanisms.map(({ code, name, group, definition }) => ({
    ...plainSource,
    id: shippedId('mechanism', code),
    title: name,
    url: urlOf.mechanism(code),
    mechanisms: [code],
    about: `${code} ${mechanismGroups[group]}`,
    passages: [{ where: null, text: definition }],
    tags: [tagOf('mechanism', code)],
  }))
}

/** The same id on every machine: the index wants one, and what ships is known by its name. */
function shippedId(kind: string, name: string): string {
  const hex = createHash('sha256').update(`${kind} ${name}`).digest('hex')
  // Version 8 is "made by a rule of our own" (RFC 9562).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
