import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Sorry } from '#lib/sorry.ts'
import type { CliCommand } from './cli-command.ts'

export const bench: CliCommand = {
  summary: 'Measures one thing against its baseline in the same run.',
  help: 'Usage: npm run bench -- NAME [options]\n\nEach file in bench/ answers one question and says which at its top.',
  place: 'here',
  run: async ([name, ...words], { home, say }) => {
    const source = `bench/${name}.ts`
    if (!name || !existsSync(path.join(home, source))) {
      const names = readdirSync(path.join(home, 'bench')).filter((file) => file.endsWith('.ts'))
      throw new Sorry(`Say which: ${names.map((file) => file.slice(0, -3)).join(', ')}.`)
    }
    const target = path.join(home, 'dist/bench', `${name}.mjs`)
    const { bundleFile } = await import(pathToFileURL(path.join(home, 'lib/cli/bundle.mjs')).href)
    await bundleFile(source, target)
    // As if it had been called itself: benches read their options from the usual place.
    process.argv.splice(1, process.argv.length, target, ...words)
    say(`bench/${name}`)
    await import(pathToFileURL(target).href)
  },
}
