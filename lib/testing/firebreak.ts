import { spawn } from 'node:child_process'
import path from 'node:path'

type Options = { settings?: Record<string, string>; input?: string; folder?: string }

/** Runs the real command line to its end. This process goes on meanwhile: it may be the server the other one talks to. */
export function firebreak(words: string[], { settings = {}, input = '', folder = process.cwd() }: Options = {}) {
  const program = path.join(process.cwd(), 'lib/cli/firebreak.mjs')
  const child = spawn(process.execPath, [program, ...words], {
    cwd: folder,
    // Compiling is the test's own business; installing and generating are not what is tested.
    env: {
      ...process.env,
      FIREBREAK_PREPARED: '1',
      DATABASE_URL: '',
      DATA_DIR: path.join(folder, '.data'),
      ...settings,
    },
  })
  const heard = { out: '', err: '' }
  child.stdout.on('data', (piece) => {
    heard.out += piece
  })
  child.stderr.on('data', (piece) => {
    heard.err += piece
  })
  child.stdin.end(input)
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, out: heard.out.trim(), err: heard.err.trim() })),
  )
}
