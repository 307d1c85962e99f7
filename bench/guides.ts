import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { compileGuide } from '#lib/guides/compile.ts'
import { parseGuide } from '#lib/guides/parse.ts'
import { buildBare, median, startBare, startHome, temporaryFolder } from './servers.ts'
import { LEAST_PAGE, timed, visit } from './visitor.ts'

// What does a guide cost? 200 of them compiled for the first time, and their pages when they are warm, against the least
// dynamic page Next can serve, and against the least there is inside the product's own frame, in turns on this very
// machine: one reader after the other, then eight at once.
const GUIDES = 200
const PAGES = 20
const ROUNDS = 15
const CONNECTIONS = 8
const SECONDS = 5
const BARS = { coldMs: 120, warmRatio: 1.5 }

const home = process.env.FIREBREAK_HOME ?? process.cwd()
const folder = temporaryFolder('guides')
const bare = await buildBare()
try {
  const slugs = writeGuides(path.join(folder, 'content/guides'))
  const cold = await compileAll(slugs)
  execFileSync(process.execPath, [path.join(home, 'lib/cli/firebreak.mjs'), 'build'], { stdio: 'ignore' })
  linkRest()
  const settings = { DATA_DIR: path.join(folder, 'data'), FIREBREAK_SAMPLE: '1' }
  const product = await startHome(folder, 55526, settings)
  const next = await startBare(bare.server, 55527)
  const { cookie } = await visit(product.url)
  const pages = slugs.slice(0, PAGES).map((slug) => `${product.url}/guides/${slug}`)
  // Compiled, made and asked for before, as for every reader but the first.
  for (const page of [...pages, ...pages]) await timed(page, cookie)
  const least = `${product.url}${LEAST_PAGE}`
  for (let index = 0; index < 2 * PAGES; index++) {
    await timed(least, cookie)
    await timed(next.url, '')
  }
  const alone = await inTurns(pages, { least, bare: next.url, cookie })
  const together = {
    firebreak: await load(pages, cookie),
    leastInFrame: await load([least], cookie),
    bareNext: await load([next.url], ''),
  }
  await product.stop()
  await next.stop()
  const ratio = Number((alone.firebreakMs / alone.bareNextMs).toFixed(2))
  const ratioInFrame = Number((alone.firebreakMs / alone.leastInFrameMs).toFixed(2))
  const perSecondRatio = Number((together.bareNext / together.firebreak).toFixed(2))
  const warm = { pages: PAGES, ...alone, perSecond: together, perSecondRatio }
  console.log(JSON.stringify({ bench: 'guides', guides: GUIDES, cold, warm, ratio, ratioInFrame, bars: BARS }))
} finally {
  bare.remove()
  rmSync(folder, { recursive: true, force: true })
}

/** The guides that ship, over and over, each with a sentence of its own so that none is known already. */
function writeGuides(into: string): string[] {
  mkdirSync(into, { recursive: true })
  const from = path.join(home, 'content/guides')
  const shipped = readdirSync(from).filter((name) => name.endsWith('.mdx'))
  return Array.from({ length: GUIDES }, (_, index) => {
    const name = shipped[index % shipped.length] ?? ''
    const slug = index < shipped.length ? name.slice(0, -4) : `${name.slice(0, -4).slice(0, 50)}-${index}`
    const own = index < shipped.length ? '' : `\nThis is copy ${index} of it.\n`
    writeFileSync(path.join(into, `${slug}.mdx`), `${readFileSync(path.join(from, name), 'utf8')}${own}`)
    return slug
  })
}

/** One after the other, the first with everything that has to be loaded. */
async function compileAll(slugs: readonly string[]) {
  const times: number[] = []
  for (const slug of slugs) {
    const source = readFileSync(path.join(folder, 'content/guides', `${slug}.mdx`), 'utf8')
    const { body } = parseGuide({ file: slug, source })
    const started = performance.now()
    await compileGuide(body)
    times.push(performance.now() - started)
  }
  const averageMs = Math.round(times.reduce((sum, ms) => sum + ms, 0) / times.length)
  return { averageMs, p50Ms: Math.round(median(times)), firstMs: Math.round(times[0] ?? 0) }
}

/** A home like this one but for its guides. */
function linkRest(): void {
  const link = (from: string, into: string, but: string) => {
    for (const name of readdirSync(from)) if (name !== but) symlinkSync(path.join(from, name), path.join(into, name))
  }
  link(home, folder, 'content')
  link(path.join(home, 'content'), path.join(folder, 'content'), 'guides')
}

type Others = { least: string; bare: string; cookie: string }

async function inTurns(pages: readonly string[], { least, bare, cookie }: Others) {
  const [ours, inFrame, theirs] = [[], [], []] as [number[], number[], number[]]
  for (let round = 0; round < ROUNDS; round++)
    for (const page of pages) {
      ours.push(await timed(page, cookie))
      inFrame.push(await timed(least, cookie))
      theirs.push(await timed(bare, ''))
    }
  const rounded = (times: number[]) => Number(median(times).toFixed(2))
  return { firebreakMs: rounded(ours), leastInFrameMs: rounded(inFrame), bareNextMs: rounded(theirs) }
}

/** Pages a second. Each connection asks again as soon as it was answered. */
async function load(pages: readonly string[], cookie: string): Promise<number> {
  const end = performance.now() + SECONDS * 1_000
  let count = 0
  const connection = async () => {
    while (performance.now() < end) await timed(pages[count++ % pages.length] ?? '', cookie)
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, connection))
  return Number((count / SECONDS).toFixed(1))
}
