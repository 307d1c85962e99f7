import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { bundleFile } from '#lib/cli/bundle.mjs'
import { distFile } from '#lib/dist.ts'

export type Program = {
  process: ChildProcess
  /** Everything it said so far. */
  output(): string
  /** Resolves when it says something that matches, rejects when it ends before. */
  said(pattern: RegExp): Promise<RegExpMatchArray>
  /** Resolves when it has ended and everything it said was heard. */
  ended: Promise<void>
}

/** Starts one of lib/testing/programs in a process of its own, so that it can be killed. */
export async function startProgram(name: string, ...words: string[]): Promise<Program> {
  const target = distFile(`testing/${name}.mjs`)
  await bundleFile(path.join('lib/testing/programs', `${name}.ts`), target)
  const child = spawn(process.execPath, [target, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const listeners = new Set<() => void>()
  const hear = (chunk: Buffer) => {
    output += chunk
    for (const listener of listeners) listener()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))

  return {
    process: child,
    output: () => output,
    ended,
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = output.match(pattern)
          if (match) resolve(match)
        }
        listeners.add(look)
        look()
        void ended.then(() => reject(new Error(`${name} ended without saying ${pattern}: ${output}`)))
      }),
  }
}
