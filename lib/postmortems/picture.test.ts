import { expect, test } from 'vitest'
import { reasonForNone } from './picture.ts'
import { PREVENTING } from './prefill.ts'

test.each([
  ['nothing', '', null],
  ['what was prepared', `${PREVENTING}\n\n- [AI-12 Page at 70 %](/action-items/12), promised on 3 May.`, null],
  ['an open mark', '[unknown: what will be done?]', null],
  ['a sentence of somebody', 'None: the fix costs more than the risk.', 'None: the fix costs more than the risk.'],
])('a reason for no action items is not found in %s, unless it is one', (_, body, reason) => {
  expect(reasonForNone([{ key: 'actions', body }])).toBe(reason)
})

test('a section that asks for something else holds no reason', () => {
  expect(reasonForNone([{ key: 'summary', body: 'None.' }])).toBeNull()
})
