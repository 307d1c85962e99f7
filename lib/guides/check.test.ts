import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkGuides } from '#lib/guides/check.ts'
import { listGuides } from '#lib/guides/queries.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'fb-md-check-'))
})
afterAll(() => rm(directory, { recursive: true }))

const good = `---
title: Drain
summary: How to drain a site.
owner: Network
reviewBy: 2027-05-21
stage: prevent
level: practice
mechanisms: [net.drain]
---

## When you need this

See [the list](#checklist), [return](/guides/drain#signals-that-it-is-working), [drains](/incidents?mechanism=net.drain),
[action items](/action-items) and [elsewhere](https://example.com).[^1]

[^1]: A note.

<Callout kind="rule">Slowly.</Callout>

## Checklist

## Signals that it is working
`

async function check(source: string): Promise<string[]> {
  await writeFile(path.join(directory, 'drain.mdx'), source)
  return checkGuides(directory)
}

test('a guide without faults has none', async () => {
  expect(await check(good)).toEqual([])
})

test.each([
  ['a heading that does not exist', '#checklist', '#check-list', 'the link "#check-list" leads to no heading.'],
  ['a guide that does not exist', '/guides/drain#', '/guides/return#', 'leads to no guide.'],
  [
    'a heading missing in a guide',
    '#signals-that',
    '#signs-that',
    'the link "/guides/drain#signs-that-it-is-working" leads to no heading.',
  ],
  ['a page that does not exist', '/action-items', '/actions', 'the link "/actions" leads to no page.'],
  ['a relative link', '/action-items', 'action-items', 'write the link "action-items" from the top'],
  ['a script address', '/action-items', 'javascript:alert(1)', 'write the link "javascript:alert(1)" from the top'],
  [
    'a mechanism that does not exist',
    '/incidents?mechanism=net.drain',
    '/incidents?mechanism=net.drains',
    'leads to no mechanism.',
  ],
  ['an unknown code in the front matter', '[net.drain]', '[net.drain, net.leak]', '"net.leak" is not a mechanism'],
  [
    'a block about nothing',
    '<Callout kind="rule">Slowly.</Callout>',
    '<Incidents mechanism="net.leak" />',
    '"net.leak" is not a mechanism',
  ],
  [
    'a program status about nothing',
    '<Callout kind="rule">Slowly.</Callout>',
    '<ProgramStatus mechanism="net.leak" />',
    '"net.leak" is not a mechanism',
  ],
  ['a block without its mechanism', '<Callout kind="rule">Slowly.</Callout>', '<Incidents />', '"" is not a mechanism'],
  [
    'a component outside the list',
    'Callout kind="rule">Slowly.</Callout',
    'Video>Slowly.</Video',
    '<Video> is not a guide component.',
  ],
  [
    'a checklist that is no plain list',
    '## Checklist',
    '## Checklist\n\n<Checklist>\n- One.\n  - Two.\n</Checklist>\n',
    'write a checklist as one plain list',
  ],
  ['a program instead of a text', '## Checklist', 'export const x = 1\n\n## Checklist', 'imports and exports'],
  [
    'a missing section',
    '## Signals that it is working',
    '## Signals',
    'the section "Signals that it is working" is missing.',
  ],
])('finds %s', async (_, part, planted, problem) => {
  const findings = await check(good.replace(part, planted))
  expect(findings.join('\n')).toContain(problem)
  for (const finding of findings) expect(finding).toMatch(/^drain\.mdx: /)
})

test.each([
  ['owner: Network\n', '', 'drain.mdx: owner: The owner must be text.'],
  ['reviewBy: 2027-05-21\n', '', 'drain.mdx: reviewBy: Write a date like 2026-11-20.'],
  ['2027-05-21', 'next spring', 'drain.mdx: reviewBy: Write a date like 2026-11-20.'],
  [
    'stage: prevent',
    'stage: before',
    'drain.mdx: stage: The stage is one of: prevent, detect, respond, recover, learn.',
  ],
  [
    'level:',
    'levle:',
    'drain.mdx: level: The level is one of: essential, practice, deep. front matter: Unrecognized key: "levle"',
  ],
  ['title: Drain', 'title: [', 'drain.mdx: '],
  ['---\ntitle', 'title', 'drain.mdx: it must begin with front matter'],
  ['kind="rule">Slowly.', 'kind="rule">{', 'drain.mdx: '],
])('front matter: %j as %j names the file and the field', async (part, planted, problem) => {
  const [finding, ...others] = await check(good.replace(part, planted))
  expect(finding).toContain(problem)
  expect(others).toEqual([])
})

test('the pages refuse a broken guide with the same sentence', async () => {
  await writeFile(path.join(directory, 'drain.mdx'), good.replace('owner: Network\n', ''))
  await expect(listGuides(directory)).rejects.toThrow('content/guides/drain.mdx: owner: The owner must be text.')
})
