import { Sorry } from '#lib/sorry.ts'
import type { CliCommand } from './cli-command.ts'
import { lintFiles } from './lint.ts'
import { lastLines, runTool } from './tool.ts'

export const check: CliCommand = {
  summary: 'Types, lint, unit tests and architecture: what to run before every commit.',
  help: 'Usage: npm run check\n\nUnder a minute. "npm test" runs everything else too.',
  place: 'here',
  run: async (_words, { home, say }) => {
    for (const { name, script, words } of quickChecks) {
      const { code, text, seconds } = await runTool(script, words, { home, environment: { QUICK: '1' } })
      if (code !== 0) {
        console.error(lastLines(text, 200))
        throw new Sorry(`${name} found something. It is above.`)
      }
      say(`${name}: good (${seconds.toFixed(1)} s)`)
    }
    // Guides quote the wordings they are about, so this is said and never refused.
    const remarks = lintFiles(['content/guides', 'content/templates'], home).length
    say(`Wording of guides and templates: ${remarks} remarks (npx firebreak lint content/guides content/templates)`)
  },
}

/** The first two also open a full test run. */
export const quickChecks = [
  { name: 'Types', script: 'typescript/bin/tsc', words: ['--noEmit', '-p', '.'] },
  { name: 'Lint and format', script: '@biomejs/biome/bin/biome', words: ['ci', '.', '--colors=off'] },
  { name: 'Unit tests and architecture', script: 'vitest/vitest.mjs', words: ['run', '--project', 'unit'] },
]
