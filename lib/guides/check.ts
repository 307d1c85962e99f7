import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Compiled, compileGuide } from '#lib/guides/compile.ts'
import type { FrontMatter } from '#lib/guides/front-matter.ts'
import { itemsIn } from '#lib/guides/items.ts'
import { GUIDE_COMPONENTS } from '#lib/guides/model.ts'
import { parseGuide } from '#lib/guides/parse.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'

interface Checked {
  readonly slug: string
  readonly front: FrontMatter
  readonly body: string
  readonly compiled: Compiled
}

/** Everything wrong with the guides in a folder, one sentence each, beginning with the file. Empty when all is well. */
export async function checkGuides(directory: string): Promise<string[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.mdx')).sort()
  const results = await Promise.all(names.map((name) => read(directory, name)))
  const guides = results.flatMap((result) => (typeof result === 'string' ? [] : [result]))
  const anchors = new Map(guides.map(({ slug, compiled }) => [slug, new Set(compiled.headings.map(({ id }) => id))]))
  return [
    ...results.filter((result) => typeof result === 'string'),
    ...guides.flatMap((guide) =>
      [...wrongMechanisms(guide), ...missingSections(guide), ...wrongParts(guide), ...brokenLinks(guide, anchors)].map(
        (problem) => `${guide.slug}.mdx: ${problem}`,
      ),
    ),
  ]
}

async function read(directory: string, name: string): Promise<Checked | string> {
  try {
    const { front, body } = parseGuide({ file: name, source: await readFile(path.join(directory, name), 'utf8') })
    return { slug: name.replace(/\.mdx$/, ''), front, body, compiled: await compileGuide(body) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return message.startsWith(name) ? message : `${name}: ${message}`
  }
}

function wrongMechanisms({ front, compiled }: Checked): string[] {
  return [...front.mechanisms, ...compiled.blocks.map(({ mechanism }) => mechanism)]
    .filter((code) => !findMechanism(code))
    .map((code) => `"${code}" is not a mechanism; the codes are in lib/mechanisms/catalogue.ts.`)
}

/** A guide opens with whom it is for and ends with how to tell that it helped. */
function missingSections({ compiled }: Checked): string[] {
  return ['When you need this', 'Checklist', 'Signals that it is working']
    .filter((title) => !compiled.headings.some(({ text, depth }) => depth === 2 && text === title))
    .map((title) => `the section "${title}" is missing.`)
}

function wrongParts({ body, compiled }: Checked): string[] {
  const known: readonly string[] = GUIDE_COMPONENTS
  return [
    ...compiled.components.filter((name) => !known.includes(name)).map((name) => `<${name}> is not a guide component.`),
    ...(itemsIn(body).join('\n') === compiled.items.join('\n')
      ? []
      : ['write a checklist as one plain list, between tags on lines of their own.']),
    ...(compiled.hasModules ? ['imports and exports are not part of a guide.'] : []),
  ]
}

function brokenLinks({ slug, compiled }: Checked, anchors: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  return compiled.links.flatMap((href) => {
    if (/^(?:https:|mailto:)/.test(href)) return []
    const { pathname, hash, searchParams } = new URL(href, `https://guides.invalid/guides/${slug}`)
    const [, area, name, rest] = decodeURIComponent(pathname).split('/')
    if (!href.startsWith('#') && !href.startsWith('/'))
      return [`write the link "${href}" from the top, like /guides/${slug}.`]
    if (rest !== undefined || !AREAS.has(area ?? '')) return [`the link "${href}" leads to no page.`]
    const mechanism = searchParams.get('mechanism')
    if (mechanism !== null && !findMechanism(mechanism)) return [`the link "${href}" leads to no mechanism.`]
    if (area === 'mechanisms' && name && !findMechanism(name)) return [`the link "${href}" leads to no mechanism.`]
    if (area !== 'guides' || !name) return []
    const ids = anchors.get(name)
    if (!ids) return [`the link "${href}" leads to no guide.`]
    const anchor = decodeURIComponent(hash.slice(1))
    return anchor === '' || ids.has(anchor) || isFootnote(anchor) ? [] : [`the link "${href}" leads to no heading.`]
  })
}

const isFootnote = (anchor: string) => anchor.startsWith('user-content-fn')

/** The pages a guide may send a reader to. */
const AREAS = new Set('postmortems incidents action-items services teams people search guides mechanisms'.split(' '))
