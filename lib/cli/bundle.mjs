import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const home = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** What Node runs outside Next: threads and the command line. Each name is a file in dist/. */
const threads = {
  'embedded-worker.mjs': 'lib/db/embedded/worker.ts',
  'markdown-worker.mjs': 'lib/markdown/worker.ts',
  'stills.mjs': 'components/stills/stills.tsx',
}
const entries = { ...threads, 'main.mjs': 'lib/cli/main.ts' }

/** Compiles the entries whose source exists. Plain JavaScript, because it runs before anything is built. */
export const bundle = () => bundleAll(entries)

/** Tests need the threads alone: a fault in the command line shall not stop them. */
export const bundleThreads = () => bundleAll(threads)

/** @param {Record<string, string>} wanted */
async function bundleAll(wanted) {
  const present = Object.entries(wanted).filter(([, source]) => existsSync(path.join(home, source)))
  await Promise.all(present.map(([name, source]) => bundleFile(source, path.join(home, 'dist', name))))
}

/**
 * Compiles one source to one file that is either the old one or the new one, never half of one: a running server may
 * start a thread from it at any moment.
 * @param {string} source relative to the repository
 * @param {string} target an absolute path
 */
export async function bundleFile(source, target) {
  const result = await build({
    entryPoints: [path.join(home, source)],
    absWorkingDir: home,
    outfile: target,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    ...packagesOf(source),
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'warning',
  })
  const [output] = result.outputFiles
  if (existsSync(target) && readFileSync(target).equals(output.contents)) return
  mkdirSync(path.dirname(target), { recursive: true })
  const temporary = `${target}.${process.pid}.${Math.random().toString(36).slice(2)}`
  try {
    writeFileSync(temporary, output.contents)
    renameSync(temporary, target)
  } finally {
    rmSync(temporary, { force: true })
  }
}

/**
 * The renderers are whole, because Next traces no package that only they use; they also start in a third of the time.
 * @param {string} source
 * @returns {import('esbuild').BuildOptions}
 */
function packagesOf(source) {
  if (source === threads['markdown-worker.mjs']) return { platform: 'node', packages: 'bundle' }
  // As for a browser: what becomes a still is made of plain data and touches nothing of Node.
  if (source === threads['stills.mjs'])
    return { platform: 'browser', packages: 'bundle', define: { 'process.env.NODE_ENV': '"production"' } }
  return { platform: 'node', packages: 'external' }
}
