import { expect, test } from 'vitest'
import { diffRevisions } from './diff.ts'
import type { RevisionContent } from './schema.ts'

const text = (sections: Record<string, string>): RevisionContent => ({
  title: 'Slow answers',
  sections: Object.entries(sections).map(([key, body]) => ({ key, heading: key, body })),
  incident: null,
})
const kinds = (before: Record<string, string>, after: Record<string, string>) =>
  diffRevisions(text(before), text(after)).sections.map(({ key, blocks }) => [key, ...blocks.map(({ kind }) => kind)])

test('a changed word is told within its paragraph, and the others are left alone', () => {
  const { sections } = diffRevisions(
    text({ impact: 'It lasted twelve minutes for everybody.\n\nNothing was lost.' }),
    text({ impact: 'It lasted fourteen minutes for everybody.\n\nNothing was lost.' }),
  )
  expect(sections[0]?.blocks).toEqual([
    {
      kind: 'changed',
      changes: [
        { kind: 'same', text: 'It lasted ' },
        { kind: 'removed', text: 'twelve' },
        { kind: 'added', text: 'fourteen' },
        { kind: 'same', text: ' minutes for everybody.' },
      ],
    },
    { kind: 'same', text: 'Nothing was lost.' },
  ])
})

test('a paragraph that moved is not told as lost and new, within a section and between two', () => {
  expect(kinds({ a: 'One.\n\nTwo.\n\nThree.' }, { a: 'Two.\n\nThree.\n\nOne.' })).toEqual([
    ['a', 'moved_away', 'same', 'same', 'moved_here'],
  ])
  expect(kinds({ a: 'One.\n\nTwo.', b: 'Three.' }, { a: 'One.', b: 'Three.\n\nTwo.' })).toEqual([
    ['a', 'same', 'moved_away'],
    ['b', 'same', 'moved_here'],
  ])
})

test('two texts that share little stand one after the other', () => {
  expect(kinds({ a: 'Caches held old answers.' }, { a: 'Nobody knows why yet!' })).toEqual([['a', 'removed', 'added']])
})

test('Chinese is cut into words', () => {
  const { sections } = diffRevisions(
    text({ a: '影响持续了十二分钟，所有用户都受到影响。' }),
    text({ a: '影响持续了十四分钟，所有用户都受到影响。' }),
  )
  expect(sections[0]?.blocks[0]?.kind).toBe('changed')
})

test('sections that read the same are left out', () => {
  expect(kinds({ a: 'One.', b: 'Two.' }, { a: 'One.', b: 'Three, entirely.' }).map(([key]) => key)).toEqual(['b'])
})
