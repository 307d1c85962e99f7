import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { english } from '#lib/blameless/english/pack.ts'
import { lint } from '#lib/blameless/lint.ts'

// How long does looking at 100 KB of postmortem take? Expected: under 200 ms, all rules, on prose and on hostile text.
const folder = path.resolve('content/sample/incidents')
const prose = readdirSync(folder)
  .map((file) => readFileSync(path.join(folder, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''))
  .join('\n')
const size = 100_000
const words = english.rules.map(({ example }) => example.before).join(' ')
const texts = {
  prose: prose.repeat(Math.ceil(size / prose.length)).slice(0, size),
  onlyFindings: `${words}\n\n`.repeat(Math.ceil(size / words.length)).slice(0, size),
  oneParagraph: 'the engineer and the team had also then just '.repeat(3_000).slice(0, size),
  oneWord: 'a'.repeat(size),
}
const result = Object.entries(texts).map(([text, source]) => {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now()
    lint({ source, names: ['Marisol Vega', 'Will Stone'] })
    return performance.now() - start
  })
  const [first = 0, ...warm] = times
  const median = warm.sort((one, other) => one - other)[Math.floor(warm.length / 2)] ?? 0
  return [text, { firstMs: Math.round(first), medianMs: Math.round(median), findings: lint({ source }).length }]
})
console.log(JSON.stringify({ bench: 'hints', bytes: size, limitMs: 200, ...Object.fromEntries(result) }, null, 2))
