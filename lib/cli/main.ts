import { existsSync } from 'node:fs'
import path from 'node:path'
import { readEnv } from '#lib/env.ts'
import { Sorry } from '#lib/sorry.ts'
import { backup } from './backup.ts'
import { bench } from './bench.ts'
import { build } from './build.ts'
import { check } from './check.ts'
import type { CliCommand } from './cli-command.ts'
import { doctor } from './doctor.ts'
import { explained } from './explain.ts'
import { exporting } from './export.ts'
import { importing } from './import.ts'
import { lint } from './lint.ts'
import { onDatabase } from './on-database.ts'
import { picture } from './picture.ts'
import { policy } from './policy.ts'
import { reindex } from './reindex.ts'
import { restore } from './restore.ts'
import { setup } from './setup.ts'
import { start } from './start.ts'
import { test } from './test.ts'
import { token } from './token.ts'

const operating: Record<string, CliCommand> = {
  start,
  setup,
  token,
  import: importing,
  export: exporting,
  backup,
  restore,
  reindex,
  doctor,
  lint,
}
const building: Record<string, CliCommand> = { build, check, test, policy, bench, picture }

/** Runs what was typed after `firebreak`. One sentence and 1 for what the person can mend, a stack for what they cannot. */
export async function main([name, ...words]: string[]): Promise<void> {
  const home = process.env.FIREBREAK_HOME ?? process.cwd()
  try {
    const command = name === undefined ? undefined : { ...operating, ...building }[name]
    if (!command) {
      console.log(overview())
      if (name && !['help', '--help', '-h'].includes(name)) throw new Sorry(`There is no command "${name}".`)
      return
    }
    if (words.includes('--help') || words.includes('-h')) {
      console.log(`${command.summary}\n\n${command.help.trim()}`)
      return
    }
    if (name !== undefined && name in operating) readEnvFile(home)
    await (command.place === 'database' ? onDatabase(name ?? '', command, words) : runHere(command, words, home))
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

function overview(): string {
  const list = (commands: Record<string, CliCommand>) =>
    Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`)
  return [
    'Usage: npx firebreak <command> [options]',
    '',
    'To run it',
    ...list(operating),
    '',
    'To work on it',
    ...list(building),
    '',
    'Each explains itself with --help.',
  ].join('\n')
}
