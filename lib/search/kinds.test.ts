import { expect, test } from 'vitest'
import { foundKinds } from '#lib/policy/findable.ts'
import { kinds } from './model.ts'

test('whoever may find a kind is told for every kind there is, and for no other', () => {
  expect(foundKinds.toSorted()).toEqual(kinds.toSorted())
})
