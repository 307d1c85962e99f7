import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { includes, patchBetween } from './patch.ts'
import { getGuideSource } from './queries.ts'

const source = (await getGuideSource('dns-reliability'))?.source ?? ''
const lines = source.split('\n')
const at = (index: number, ...replacement: string[]) =>
  [...lines.slice(0, index), ...replacement, ...lines.slice(index + 1)].join('\n')

test.each([
  ['a changed line', at(20, 'Another sentence with “quotes”, <b>tags</b> and {braces}.')],
  ['an added line', at(30, lines[30] ?? '', '- One more.')],
  ['a removed line', at(40)],
  ['a change in the front matter', at(1, 'title: Another title')],
  ['changes far apart', at(20, 'One.').replace(lines.at(-4) ?? '-', 'Two.')],
  ['a file that ends without a line end', source.trimEnd()],
  ['lines that look like a patch', at(25, '--- a/content/guides/x.mdx', '+++ b/x', '@@ -1 +1 @@')],
])('git applies %s, and takes it back', (_, after) => {
  const patch = patchBetween('dns-reliability', source, after) ?? ''
  const folder = mkdtempSync(path.join(tmpdir(), 'fb-patch-'))
  try {
    const file = path.join(folder, 'content/guides/dns-reliability.mdx')
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, source)
    writeFileSync(path.join(folder, 'one.patch'), patch)
    const git = (...words: string[]) => execFileSync('git', words, { cwd: folder, stdio: 'pipe' })
    git('init', '--quiet')
    git('apply', 'one.patch')
    expect(readFileSync(file, 'utf8')).toBe(after)
    git('apply', '--reverse', 'one.patch')
    expect(readFileSync(file, 'utf8')).toBe(source)
  } finally {
    rmSync(folder, { recursive: true })
  }
  expect(includes(source, patch)).toBe(false)
  expect(includes(after, patch)).toBe(true)
})

test('a text that holds the change among others holds it', () => {
  const patch = patchBetween('dns-reliability', source, at(20, 'Another sentence.')) ?? ''
  expect(includes(at(20, 'Another sentence.').replace(lines.at(-4) ?? '-', 'And something else.'), patch)).toBe(true)
  expect(includes('', patch)).toBe(false)
})

test('what nobody could review is no patch, and is found out at once', () => {
  const other = Array.from({ length: 20_000 }, (_, index) => `${index}`).join('\n')
  expect(patchBetween('dns-reliability', source, other)).toBeUndefined()
})
