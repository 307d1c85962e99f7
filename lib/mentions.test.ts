import { expect, test } from 'vitest'
import { mentionedIn, mentionOf, withMentions } from './mentions.ts'

const mara = { id: '019758c0-0000-7000-8000-000000000001', name: 'Mara Lind' }
const maraLindqvist = { id: '019758c0-0000-7000-8000-000000000002', name: 'Mara Lindqvist' }

test.each([
  ['Ask @Mara Lind about it.', `Ask ${mentionOf(mara)} about it.`],
  ['Ask @Mara Lindqvist.', `Ask ${mentionOf(maraLindqvist)}.`],
  [`${mentionOf(mara)} again`, `${mentionOf(mara)} again`],
  ['mail@Mara', 'mail@Mara'],
])('%j becomes %j', (typed, told) => {
  expect(withMentions(typed, [mara, maraLindqvist])).toBe(told)
})

test('who is mentioned is told once, and only by a link to a person that begins with @', () => {
  expect(mentionedIn(`${mentionOf(mara)} and ${mentionOf(mara)}`)).toEqual([mara.id])
  expect(mentionedIn(`[Mara](/people/${mara.id}) [@Mara](https://example.com/people/${mara.id}) @Mara`)).toEqual([])
})

test('a name cannot close its own link', () => {
  const id = mara.id
  expect(mentionedIn(mentionOf({ id, name: 'Mara](https://evil.example) [x' }))).toEqual([id])
})
