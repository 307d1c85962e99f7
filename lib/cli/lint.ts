import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type Finding, lint as find } from '#lib/blameless/lint.ts'
import { Sorry } from '#lib/sorry.ts'
import type { CliCommand } from './cli-command.ts'

export const lint: CliCommand = {
  summary: 'Reads Markdown and MDX files and says where blameless wording might serve better.',
  help: `Usage: npx firebreak lint [options] FILE-OR-FOLDER…

Prints file:line:column, the rule, why, and other words for it. It never blocks: the exit code is 0 whatever it finds.

  --strict   exit with 1 when something is found, for those who want their own texts to stay clear
  --json     one JSON array instead

A comment asks it to leave the next paragraph alone; without a reason it does nothing:
  <!-- lint-ignore human-error: the title of their report -->`,
  place: 'here',
  run: async (words, { folder, say }) => {
    const unknown = words.find((word) => word.startsWith('-') && !['--strict', '--json'].includes(word))
    if (unknown) throw new Sorry(`There is no option "${unknown}". "npx firebreak lint --help" lists them.`)
    const named = words.filter((word) => !word.startsWith('-'))
    if (named.length === 0) throw new Sorry('Name the files or folders to read.')
    const found = lintFiles(named, folder)
    if (words.includes('--json')) say(JSON.stringify(found, null, 2))
    else for (const line of report(found)) say(line)
    if (words.includes('--strict') && found.length > 0) process.exitCode = 1
  },
}

export type FileFinding = Finding & { file: string; line: number; column: number }

/** Every Markdown file among the named ones and in the named folders. */
export function lintFiles(named: readonly string[], folder: string): FileFinding[] {
  return named
    .flatMap((name) => filesIn(name, folder))
    .flatMap((file) => {
      const source = readFileSync(path.join(folder, file), 'utf8').replace(/\r\n?/g, '\n')
      return find({ source, mdx: file.endsWith('.mdx') }).map((finding) => ({
        file,
        ...placeOf(source, finding.start),
        ...finding,
      }))
    })
}

/** The lines a person reads in a terminal. */
export function report(found: readonly FileFinding[]): string[] {
  const lines = found.flatMap(({ file, line, column, rule, text, why, rewrites }) => [
    `${file}:${line}:${column}  ${rule}  “${text}”`,
    `    ${why}`,
    ...(rewrites.length > 0
      ? [`    Instead: ${rewrites.map((wording) => wording || '(leave it out)').join('  ·  ')}`]
      : []),
  ])
  return [
    ...lines,
    found.length === 0 ? 'Nothing to remark on.' : found.length === 1 ? 'One remark.' : `${found.length} remarks.`,
  ]
}

function filesIn(name: string, folder: string): string[] {
  const whole = path.resolve(folder, name)
  if (!existsSync(whole)) throw new Sorry(`There is no file or folder "${name}".`)
  const relative = path.relative(folder, whole)
  if (statSync(whole).isFile()) return [relative]
  return readdirSync(whole, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.mdx?$/.test(file) && !/(^|[\\/])(node_modules|\.)/.test(file))
    .sort()
    .map((file) => path.join(relative, file))
}

function placeOf(source: string, at: number): { line: number; column: number } {
  const before = source.slice(0, at)
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') }
}
