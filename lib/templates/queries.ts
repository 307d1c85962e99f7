import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { Template, type TemplateKey, type TemplateSection, templateKeys } from './schema.ts'

const cache = new Map<TemplateKey, Template>()

/** Templates are files of the release, read once. */
export function getTemplate(key: TemplateKey): Template {
  const cached = cache.get(key)
  if (cached) return cached
  const file = path.join(process.env.FIREBREAK_HOME ?? process.cwd(), 'content', 'templates', `${key}.md`)
  const template = parseTemplate(key, readFileSync(file, 'utf8'))
  cache.set(key, template)
  return template
}

export const listTemplates = (): Template[] => templateKeys.map(getTemplate)

/** Sections are headings with their key in braces; what stands below is the question asked. */
export function parseTemplate(key: string, source: string): Template {
  const [, frontMatter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? []
  const sections = body
    .split(/^## /m)
    .slice(1)
    .map((text) => parseSection(key, text))
  return Template.parse({ key, ...(parse(frontMatter) as object), sections })
}

function parseSection(template: string, text: string): TemplateSection {
  const match = /^(.+?) \{([a-z_]+)(, required)?\}\n+([\s\S]*)$/.exec(text)
  if (!match)
    throw new Error(
      `content/templates/${template}.md: a section heading needs its key, like "## Summary {summary, required}".`,
    )
  const [, heading = '', key = '', required, prompt = ''] = match
  return { key, heading, required: required !== undefined, prompt: prompt.trim() }
}
