import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { frozen } from '#lib/frozen.ts'
import { type Compiled, compileGuide } from '#lib/guides/compile.ts'
import { itemsIn } from '#lib/guides/items.ts'
import { type Guide, type GuideSummary, inReadingOrder, readingMinutes } from '#lib/guides/model.ts'
import { parseGuide } from '#lib/guides/parse.ts'

/** All guides in reading order. They ship with the product and everyone signed in may read them. */
export async function listGuides(directory = guidesDirectory()): Promise<GuideSummary[]> {
  return (await readAll(directory)).map(({ summary }) => summary)
}

export const findGuide = async (slug: string): Promise<GuideSummary | undefined> =>
  (await listGuides()).find((guide) => guide.slug === slug)

export async function getGuide(slug: string, directory = guidesDirectory()): Promise<Guide | undefined> {
  const files = await readAll(directory)
  // Looked up in the list, never joined into a path: an address cannot name a file outside the folder.
  const file = files.find(({ summary }) => summary.slug === slug)
  return file && guideOnce(file, files)
}

/** What its checklists ask. */
export async function getGuideItems(slug: string): Promise<string[] | undefined> {
  const file = (await readAll(guidesDirectory())).find(({ summary }) => summary.slug === slug)
  return file && itemsIn(file.body)
}

/** The file as it stands, for those who propose to change it, and what names this very text. */
export async function getGuideSource(
  slug: string,
  directory = guidesDirectory(),
): Promise<{ source: string; version: string } | undefined> {
  const known = (await listGuides(directory)).some((guide) => guide.slug === slug)
  if (!known) return
  const source = await readFile(path.join(directory, `${slug}.mdx`), 'utf8')
  return { source, version: createHash('sha256').update(source).digest('hex').slice(0, 16) }
}

export function guidesDirectory(): string {
  return path.join(process.env.FIREBREAK_HOME ?? process.cwd(), 'content/guides')
}

type File = { summary: GuideSummary; body: string }
type Files = readonly File[]

/** Guides ship with the release, so a running server reads them once; whoever writes one sees each change. */
function readAll(directory: string): Promise<Files> {
  if (process.env.NODE_ENV !== 'production' || directory !== guidesDirectory()) return readFolder(directory)
  shipped ??= readFolder(directory)
  shipped.catch(() => {
    shipped = undefined
  })
  return shipped
}

let shipped: Promise<Files> | undefined

async function readFolder(directory: string): Promise<Files> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.mdx'))
  const guides = await Promise.all(names.map((name) => readGuide(directory, name)))
  const order = inReadingOrder(guides.map(({ summary }) => summary))
  return guides.toSorted((a, b) => order.indexOf(a.summary) - order.indexOf(b.summary))
}

async function readGuide(directory: string, name: string): Promise<File> {
  const source = await readFile(path.join(directory, name), 'utf8')
  const { front, body } = parseGuide({ file: `content/guides/${name}`, source })
  return { summary: { ...front, slug: name.replace(/\.mdx$/, ''), readingMinutes: readingMinutes(body) }, body }
}

/** Of one reading of the folder. It never changes, so what is made of it is told by its hash, found once (lib/still.ts). */
const made = new WeakMap<File, Promise<Guide>>()

function guideOnce(file: File, files: Files): Promise<Guide> {
  const known = made.get(file)
  if (known) return known
  const promise = guideOf(file, files)
  made.set(file, promise)
  promise.catch(() => made.delete(file))
  return promise
}

async function guideOf(file: File, files: Files): Promise<Guide> {
  const { blocks, code, headings, text } = await compileOnce(file.body)
  const index = files.indexOf(file)
  const [previous, next] = [files[index - 1]?.summary, files[index + 1]?.summary]
  return frozen({ ...file.summary, blocks, code, headings, text, checklist: itemsIn(file.body), previous, next })
}

/** By content, so an edited file is compiled again and an unchanged one never. Guides are few; nothing is evicted. */
const compiled = new Map<string, Promise<Compiled>>()

function compileOnce(body: string): Promise<Compiled> {
  const key = createHash('sha256').update(body).digest('base64')
  const known = compiled.get(key)
  if (known) return known
  const promise = compileGuide(body)
  compiled.set(key, promise)
  promise.catch(() => compiled.delete(key))
  return promise
}
