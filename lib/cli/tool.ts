import { spawn } from 'node:child_process'
import path from 'node:path'

export type Ran = { code: number; text: string; seconds: number }

type Options = {
  home: string
  environment?: Record<string, string>
  /** Lines are shown as they come; otherwise only the caller sees them, when it wants to. */
  show?: boolean
}

/** Runs a package's own command line with this Node, whatever the shell and the platform. */
export function runTool(script: string, words: readonly string[], options: Options): Promise<Ran> {
  const { home, environment = {}, show = false } = options
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(home, 'node_modules', script), ...words], {
      cwd: home,
      // Colours of a captured text are noise in a log.
      env: { ...process.env, ...(!process.stdout.isTTY && { NO_COLOR: '1', FORCE_COLOR: '0' }), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const pieces: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (piece: Buffer) => {
        pieces.push(piece)
        if (show) process.stdout.write(piece)
      })
    }
    child.once('error', reject)
    child.once('close', (code) =>
      resolve({
        code: code ?? 1,
        text: Buffer.concat(pieces).toString(),
        seconds: (performance.now() - started) / 1000,
      }),
    )
  })
}

/** The end of what a failed tool said, where the reason usually stands. */
export const lastLines = (text: string, count = 60) => text.trimEnd().split('\n').slice(-count).join('\n')
