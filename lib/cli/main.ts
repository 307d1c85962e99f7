import { existsSync } from 'node:fs'
import path from 'node:path'
import { readEnv } from '#lib/env.ts'
import { Sorry } from '#lib/sorry.ts'
import type { CliCommand } from './cli-command.ts'
import { explained } from './explain.ts'

/** Each is loaded when it is called: what starting the server needs is a tenth of what all of them need. */
type Commands = Record<string, () => Promise<CliCommand>>

const operating: Commands = {
  start: async () => (await import('./start.ts')).start,
  setup: async () => (await import('./setup.ts')).setup,
  token: async () => (await import('./token.ts')).token,
  import: async () => (await import('./import.ts')).importing,
  export: async () => (await import('./export.ts')).exporting,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  reindex: async () => (await import('./reindex.ts')).reindex,
  doctor: async () => (await import('./doctor.ts')).doctor,
  lint: async () => (await import('./lint.ts')).lint,
}
const building: Commands = {
  build: async () => (await import('./build.ts')).build,
  check: async () => (await import('./check.ts')).check,
  test: async () => (await import('./test.ts')).test,
  policy: async () => (await import('./policy.ts')).policy,
  bench: async () => (await import('./bench.ts')).bench,
  picture: async () => (await import('./picture.ts')).picture,
}

/** Runs what was typed after `firebreak`. One sentence and 1 for what the person can mend, a stack for what they cannot. */
export async function main([name, ...words]: string[]): Promise<void> {
  const home = process.env.FIREBREAK_HOME ?? process.cwd()
  try {
    const load = name === undefined ? undefined : { ...operating, ...building }[name]
    if (!load) {
      console.log(await overview())
      if (name && !['help', '--help', '-h'].includes(name)) throw new Sorry(`There is no command "${name}".`)
      return
    }
    const command = await load()
    if (words.includes('--help') || words.includes('-h')) {
      console.log(`${command.summary}\n\n${command.help.trim()}`)
      return
    }
    if (name !== undefined && name in operating) readEnvFile(home)
    if (command.place === 'here') return await runHere(command, words, home)
    const { onDatabase } = await import('./on-database.ts')
    await onDatabase(name ?? '', command, words)
  } catch (error) {
    console.error(explained(error))
    process.exitCode = 1
  }
}

function runHere(command: CliCommand, words: string[], home: string): Promise<void> {
  return command.run(words, {
    home,
    folder: process.cwd(),
    dataDirectory: readEnv().DATA_DIR,
    input: '',
    say: console.log,
    database: () => Promise.reject(new Error('This command opens its own database.')),
  })
}

/** What is already set wins over the file. */
function readEnvFile(home: string): void {
  const file = path.join(home, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}

async function overview(): Promise<string> {
  const list = (commands: Commands) =>
    Promise.all(Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(9)} ${(await load()).summary}`))
  return [
    'Usage: npx firebreak <command> [options]',
    '',
    'To run it',
    ...(await list(operating)),
    '',
    'To work on it',
    ...(await list(building)),
    '',
    'Each explains itself with --help.',
  ].join('\n')
}
