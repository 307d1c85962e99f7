import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Sorry } from '#lib/sorry.ts'
import type { CliCommand } from './cli-command.ts'
import { fingerprint, timestamps } from './fingerprint.ts'
import { lastLines, runTool } from './tool.ts'

export const build: CliCommand = {
  summary: 'Builds the app for production, if anything changed.',
  help: 'Usage: npx firebreak build\n\nThe result is .next/standalone, which "npx firebreak start" runs.',
  place: 'here',
  run: async (_words, { home, say }) => {
    if (!(await buildIfChanged(home, say))) say('The app is built, and nothing changed since.')
  },
}

export const standaloneServer = (home: string) => path.join(home, '.next/standalone/server.js')

/** True when it built. */
export async function buildIfChanged(home: string, say: (line: string) => void): Promise<boolean> {
  const stamp = path.join(home, '.next/standalone/firebreak-sources')
  const touched = timestamps(home)
  const [built, then] =
    existsSync(standaloneServer(home)) && existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : []
  if (then === touched) return false
  const wanted = fingerprint(home)
  if (built === wanted) {
    writeIfPossible(stamp, `${wanted} ${touched}`)
    return false
  }

  say('Building the app. This takes a minute or two, and happens again only when the sources change.')
  const { code, text, seconds } = await runTool('next/dist/bin/next', ['build'], {
    home,
    environment: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NEXT_PRIVATE_BUILD_WORKER: '0' },
  })
  if (code !== 0) {
    console.error(lastLines(text))
    throw new Sorry('The app could not be built. The reason is above.')
  }
  // Next leaves both to a CDN; here the server hands them out itself.
  const standalone = path.join(home, '.next/standalone')
  replaceFolder(path.join(home, '.next/static'), path.join(standalone, '.next/static'))
  replaceFolder(path.join(home, 'public'), path.join(standalone, 'public'))
  writeFileSync(stamp, `${wanted} ${touched}`)
  say(`Built in ${Math.round(seconds)} seconds.`)
  return true
}

/** A folder that cannot be written only costs the next start the same look. */
function writeIfPossible(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch {}
}

function replaceFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  if (!existsSync(from)) return
  mkdirSync(path.dirname(to), { recursive: true })
  cpSync(from, to, { recursive: true })
}
