import { expect, test } from 'vitest'
import { itemsIn } from './items.ts'

test('items are read as they are shown, over lines and without their signs', () => {
  const body = `Before.

<Checklist>
- The **origin** holds \`half\` of it.
- A [drill](/exercises) was run,
  and *seen* by two.
</Checklist>

- No item.

<Checklist>
* The second list, 2 * 3 sites.
</Checklist>
`
  expect(itemsIn(body)).toEqual([
    'The origin holds half of it.',
    'A drill was run, and seen by two.',
    'The second list, 2 * 3 sites.',
  ])
  expect(itemsIn('Nothing.')).toEqual([])
})
