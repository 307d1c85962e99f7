import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Commands that run the test tools, which a production install leaves out. */
const withTestTools = new Set(['test', 'check', 'bench'])

/**
 * Packages, the database client and the compiled entries: each made when what it is made from changed, and never twice.
 * @param {string} home
 * @param {string | undefined} command
 */
export async function prepare(home, command) {
  install(home, withTestTools.has(command ?? ''))
  generate(home)
  const { bundle } = await import('./bundle.mjs')
  await bundle()
}

/** @param {string} home @param {boolean} testTools */
function install(home, testTools) {
  const lock = readFileSync(path.join(home, 'package-lock.json'))
  const stamp = path.join(home, 'node_modules/.firebreak-install')
  const wanted = `${hash(lock)} ${testTools ? 'all' : 'run'}`
  const found = readIfPresent(stamp)
  // Everything includes what is needed to run.
  if (found === wanted || found === `${hash(lock)} all`) return
  if (!isInstalled(home, JSON.parse(lock.toString()), testTools)) {
    console.error('Installing packages. This happens once and takes about a minute.')
    npm(home, [
      'ci',
      '--loglevel=error',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      ...(testTools ? ['--include=dev'] : []),
    ])
  }
  writeIfPossible(stamp, wanted)
}

/** npm keeps a list of what it installed. Packages for other platforms are optional, and rightly missing. */
function isInstalled(home, lock, testTools) {
  const list = readIfPresent(path.join(home, 'node_modules/.package-lock.json'))
  if (!list) return false
  const present = JSON.parse(list).packages
  return Object.entries(lock.packages).every(
    ([name, { version, dev, optional, devOptional }]) =>
      name === '' || optional || ((dev || devOptional) && !testTools) || present[name]?.version === version,
  )
}

/** @param {string} home */
function generate(home) {
  const stamp = path.join(home, 'node_modules/.firebreak-generate')
  const wanted = hash(
    readFileSync(path.join(home, 'prisma/schema.prisma')),
    readFileSync(path.join(home, 'package-lock.json')),
  )
  if (existsSync(path.join(home, 'prisma/client/client.ts')) && readIfPresent(stamp) === wanted) return
  run(home, [process.execPath, path.join(home, 'node_modules/prisma/build/index.js'), 'generate', '--no-hints'], {
    // Generating never runs the schema engine, but Prisma downloads it unless told that there is one.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  })
  writeIfPossible(stamp, wanted)
}

/** @param {string} home @param {string[]} words */
function npm(home, words) {
  const script = process.env.npm_execpath
  if (script?.endsWith('.js')) return run(home, [process.execPath, script, ...words])
  return run(home, [process.platform === 'win32' ? 'npm.cmd' : 'npm', ...words])
}

/** Quiet unless it fails, and then everything it said. */
function run(home, [program, ...words], environment = {}) {
  const { status, error, stdout, stderr } = spawnSync(program, words, {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    shell: program.endsWith('.cmd'),
  })
  if (status === 0) return
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`)
  const name = [path.basename(program), ...words.map((word) => path.basename(word))].slice(0, 3).join(' ')
  console.error(
    `"${name}" failed${error ? `: ${error.message}` : ''}. What it said is above; mend that and start again.`,
  )
  process.exit(1)
}

const hash = (...parts) => parts.reduce((sum, part) => sum.update(part), createHash('sha256')).digest('hex')

function readIfPresent(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** A folder that cannot be written only costs the next start the same look. */
function writeIfPossible(file, text) {
  try {
    writeFileSync(file, text)
  } catch {}
}
