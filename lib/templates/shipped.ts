import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseTemplate } from './parse.ts'
import { shippedKeys, type Template } from './schema.ts'

const folder = () => path.join(process.env.FIREBREAK_HOME ?? process.cwd(), 'content', 'templates')
const cache = new Map<string, Template>()

export const isShipped = (key: string): boolean => (shippedKeys as readonly string[]).includes(key)

/** The newest one of this release. Templates are files, read once. */
export function shippedTemplate(key: string): Template {
  if (!isShipped(key)) throw new Error(`There is no shipped template "${key}".`)
  return read(key, path.join(folder(), `${key}.md`))
}

/** Earlier ones stay in the release, because documents go on with the questions they began with. */
export function shippedVersion(key: string, version: number): Template | null {
  if (isShipped(key) && shippedTemplate(key).version === version) return shippedTemplate(key)
  const file = path.join(folder(), 'earlier', `${key}.${version}.md`)
  return existsSync(file) ? read(key, file) : null
}

/** Newest first. */
export function shippedVersions(key: string): Template[] {
  if (!isShipped(key)) return []
  const earlier = readdirSync(path.join(folder(), 'earlier'))
    .filter((name) => name.startsWith(`${key}.`) && name.endsWith('.md'))
    .map((name) => read(key, path.join(folder(), 'earlier', name)))
  return [shippedTemplate(key), ...earlier].sort((a, b) => b.version - a.version)
}

export const shippedTemplates = (): Template[] => shippedKeys.map(shippedTemplate)

function read(key: string, file: string): Template {
  const template = cache.get(file) ?? parseTemplate(key, readFileSync(file, 'utf8'))
  cache.set(file, template)
  return template
}
