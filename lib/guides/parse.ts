import { parse } from 'yaml'
import { FrontMatter } from '#lib/guides/front-matter.ts'

/** Front matter and body of one file. The message of a failure names the file and the field. */
export function parseGuide({ file, source }: { file: string; source: string }): { front: FrontMatter; body: string } {
  const [block, yaml] = source.match(/^---\r?\n([\s\S]*?)\r?\n---\r?\n/) ?? []
  if (block === undefined || yaml === undefined)
    throw new Error(`${file}: it must begin with front matter between two lines of "---".`)
  const result = FrontMatter.safeParse(parse(yaml))
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `${path.join('.') || 'front matter'}: ${message}`)
    throw new Error(`${file}: ${problems.join(' ')}`)
  }
  // Empty lines instead of the front matter keep the line numbers of later errors right.
  return { front: result.data, body: block.replace(/[^\n]/g, '') + source.slice(block.length) }
}
