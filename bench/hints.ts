import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { english } from '#lib/blameless/english/pack.ts'
import { lint } from '#lib/blameless/lint.ts'

// How long does looking at 100 KB of postmortem take? Expected: under 200 ms, all rules, on prose and on hostile text.
// `freshMs` is the first text a thread sees, which compiles every rule; `openedMs` the first long one after a section of an
// ordinary length, as in a page. Both in processes of their own.
const folder = path.resolve('content/sample/incidents')
const prose = readdirSync(folder)
  .map((file) => readFileSync(path.join(folder, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''))
  .join('\n')
const size = 100_000
const sectionSize = 4_000
const words = english.rules.map(({ example }) => example.before).join(' ')
const repeated = (text: string) => text.repeat(Math.ceil(size / text.length)).slice(0, size)
const texts = {
  prose: repeated(prose),
  onlyFindings: repeated(`${words}\n\n`),
  oneParagraph: repeated('the engineer and the team had also then just '),
  oneWord: repeated('a'),
}
const names = ['Marisol Vega', 'Will Stone']

if (process.argv[2] === 'once') {
  if (process.argv[3] === 'opened') lint({ source: prose.slice(-sectionSize), names })
  console.log(timed(texts.prose))
} else measure()

function measure(): void {
  const result = Object.entries(texts).map(([text, source]) => {
    timed(source)
    const medianMs = Math.round(middle(Array.from({ length: 7 }, () => timed(source))))
    return [text, { medianMs, findings: lint({ source }).length }]
  })
  const first = { freshMs: once('fresh'), openedMs: once('opened') }
  const answer = { bench: 'hints', bytes: size, limitMs: 200, ...first, ...Object.fromEntries(result) }
  console.log(JSON.stringify(answer, null, 2))
}

function once(how: 'fresh' | 'opened'): number {
  const run = () =>
    Number(spawnSync(process.execPath, [process.argv[1] ?? '', 'once', how], { encoding: 'utf8' }).stdout)
  return Math.round(middle(Array.from({ length: 5 }, run)))
}

function timed(source: string): number {
  const start = performance.now()
  lint({ source, names })
  return performance.now() - start
}

function middle(times: number[]): number {
  return times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0
}
