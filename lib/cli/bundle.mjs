import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const home = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** What Node runs outside Next: threads and the command line. Each name is a file in dist/. */
const threads = {
  'embedded-worker.mjs': 'lib/db/embedded/worker.ts',
  'markdown-worker.mjs': 'lib/markdown/worker.ts',
  'stills.mjs': 'components/stills/stills.tsx',
}
const entries = { ...threads, 'main.mjs': 'lib/cli/main.ts' }

/** What these are made with, besides their sources. */
const tools = ['lib/cli/bundle.mjs', 'package.json', 'tsconfig.json', 'package-lock.json']

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
 * start a thread from it at any moment. Nothing is done when no file that went into it was touched since, because
 * compiling takes longer than all the rest of a start.
 * @param {string} source relative to the repository
 * @param {string} target an absolute path
 */
export async function bundleFile(source, target) {
  const stamp = `${target}.inputs`
  if (existsSync(target) && isCurrent(stamp)) return
  const { build } = await import('esbuild')
  const result = await build({
    entryPoints: { [path.basename(target, '.mjs')]: path.join(home, source) },
    absWorkingDir: home,
    outdir: path.dirname(target),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    ...packagesOf(source),
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'warning',
  })
  // The parts first: whoever finds the new entry finds them.
  const outputs = result.outputFiles.toSorted((a, b) => Number(a.path === target) - Number(b.path === target))
  for (const { path: file, contents } of outputs) replaceFile(file, contents)
  if (source === entries['main.mjs']) removeOldParts(outputs.map(({ path: file }) => path.basename(file)))
  const state = stateOf([...Object.keys(result.metafile.inputs), ...tools])
  try {
    replaceFile(stamp, JSON.stringify(state))
  } catch {
    // A folder that cannot be written only costs the next start the same look.
  }
}

/** @param {string} file @param {string | Uint8Array} contents */
function replaceFile(file, contents) {
  if (existsSync(file) && readFileSync(file).equals(Buffer.from(contents))) return
  mkdirSync(path.dirname(file), { recursive: true })
  const temporary = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`
  try {
    writeFileSync(temporary, contents)
    renameSync(temporary, file)
  } finally {
    rmSync(temporary, { force: true })
  }
}

const PARTS = 'parts'

/** A command that is running found its parts when it began. @param {readonly string[]} current */
function removeOldParts(current) {
  const folder = path.join(home, 'dist', PARTS)
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (!current.includes(name)) rmSync(path.join(folder, name), { force: true })
}

/** @param {string} stamp */
function isCurrent(stamp) {
  if (!existsSync(stamp)) return false
  const then = JSON.parse(readFileSync(stamp, 'utf8'))
  return JSON.stringify(stateOf(Object.keys(then))) === JSON.stringify(then)
}

/**
 * When each file was last written, and how long it is. A file that is gone has no state.
 * @param {readonly string[]} files relative to the repository
 */
const stateOf = (files) =>
  Object.fromEntries(
    files.map((file) => {
      const found = statSync(path.join(home, file), { throwIfNoEntry: false })
      return [file, found ? [found.mtimeMs, found.size] : null]
    }),
  )

/**
 * The renderers are whole, because Next traces no package that only they use; they also start in a third of the time.
 * The command line comes in parts, because starting the server needs few of them.
 * @param {string} source
 * @returns {import('esbuild').BuildOptions}
 */
function packagesOf(source) {
  if (source === threads['markdown-worker.mjs']) return { platform: 'node', packages: 'bundle' }
  // As for a browser: what becomes a still is made of plain data and touches nothing of Node.
  if (source === threads['stills.mjs'])
    return { platform: 'browser', packages: 'bundle', define: { 'process.env.NODE_ENV': '"production"' } }
  if (source === entries['main.mjs'])
    return { platform: 'node', packages: 'external', splitting: true, chunkNames: `${PARTS}/[name]-[hash]` }
  return { platform: 'node', packages: 'external' }
}
