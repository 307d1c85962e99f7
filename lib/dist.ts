import path from 'node:path'

/** Where `lib/cli/bundle.mjs` put an entry point that Node runs itself. A thread cannot be started from TypeScript on Node 20. */
export function distFile(name: string): string {
  return path.join(process.env.FIREBREAK_HOME ?? process.cwd(), 'dist', name)
}
