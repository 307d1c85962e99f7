import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { Company, Story } from './schema.ts'

const folder = () => path.join(process.env.FIREBREAK_HOME ?? process.cwd(), 'content', 'sample')

export const readCompany = (): Company =>
  Company.parse(parse(readFileSync(path.join(folder(), 'company.yaml'), 'utf8')))

/** Oldest first, which is the order of the file names. */
export function readStories(): Story[] {
  const incidents = path.join(folder(), 'incidents')
  return readdirSync(incidents)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((file) => readStory(file, readFileSync(path.join(incidents, file), 'utf8')))
}

function readStory(file: string, source: string): Story {
  const [, frontMatter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? []
  const parsed = Story.safeParse(parse(frontMatter))
  if (!parsed.success)
    throw new Error(
      `content/sample/incidents/${file}: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`,
    )
  const sections = body
    .split(/^## /m)
    .slice(1)
    .map((text) => {
      const end = text.indexOf('\n')
      return { heading: text.slice(0, end).trim(), body: text.slice(end).trim() }
    })
  return { ...parsed.data, file, sections }
}
