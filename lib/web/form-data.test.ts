import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parse } from '#lib/command.ts'
import { line, optionalLine } from '#lib/text.ts'
import { readFields, readForm } from './form-data.ts'

const Input = z.strictObject({
  title: line({ what: 'The title', max: 200 }),
  note: optionalLine({ what: 'The note', max: 200 }).default(''),
  externalId: line({ what: 'The id', max: 20 }).optional(),
  owner: z.guid().nullish(),
  tier: z.coerce.number().int().min(0).max(3).default(2),
  seats: z.number().optional(),
  urgent: z.boolean(),
  told: z.boolean().optional(),
  both: z.stringbool().or(z.boolean()).default(true),
  services: z.array(z.string()).default([]),
  milestones: z.strictObject({ detected: z.iso.datetime().nullish(), paged: z.string().optional() }).default({}),
  windows: z
    .array(z.strictObject({ from: z.string().min(3, 'Too short.'), share: z.coerce.number().nullish() }))
    .default([]),
})

function form(...entries: [string, string | Blob][]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}
const raw = (...entries: [string, string][]) => readForm(Input, form(...entries)).raw

describe('a form becomes what the schema takes', () => {
  test.each<[string, [string, string][], Record<string, unknown>]>([
    ['text stays text', [['title', '42']], { title: '42' }],
    ['an empty text that may be empty stays', [['note', '']], { note: '' }],
    ['an empty text that may not be empty and is optional was not given', [['externalId', '']], {}],
    ['an empty required text is said to be missing by the schema', [['title', '']], { title: '' }],
    ['nobody chosen is null', [['owner', '']], { owner: null }],
    ['a number', [['tier', '3']], { tier: 3 }],
    ['an empty number is not zero', [['tier', '']], {}],
    ['a strict number', [['seats', '-1.5']], { seats: -1.5 }],
    ['what is no number is left for the schema to refuse', [['seats', '1e999']], { seats: '1e999' }],
    ['a ticked box', [['urgent', 'on']], { urgent: true }],
    [
      'a hidden no before a ticked box',
      [
        ['both', 'false'],
        ['both', 'on'],
      ],
      { both: true },
    ],
    ['a hidden no before an empty box', [['both', 'false']], { both: false }],
    ['one of a list', [['services', 'edge']], { services: ['edge'] }],
    [
      'several of a list',
      [
        ['services', 'edge'],
        ['services', 'dns'],
      ],
      { services: ['edge', 'dns'] },
    ],
    ['an emptied list', [['services', '']], { services: [] }],
    ['a part of something', [['milestones.detected', '']], { milestones: { detected: null } }],
    [
      'rows in the order of their numbers',
      [
        ['windows.10.from', 'bbb'],
        ['windows.9.from', 'aaa'],
      ],
      { windows: [{ from: 'aaa' }, { from: 'bbb' }] },
    ],
    [
      'rows left blank are dropped',
      [
        ['windows.0.from', ' '],
        ['windows.1.from', 'aaa'],
      ],
      { windows: [{ from: 'aaa' }] },
    ],
    [
      'two texts for one field are left for the schema to refuse',
      [
        ['title', 'a'],
        ['title', 'b'],
      ],
      { title: ['a', 'b'] },
    ],
  ])('%s', (_, entries, expected) => {
    expect(raw(...entries)).toEqual({ urgent: false, ...expected })
  })

  test('a box that insists on an answer and is not ticked means no; an optional one says nothing', () => {
    expect(raw()).toEqual({ urgent: false })
  })

  test('problems are named as the form spells them, also when rows before were blank', () => {
    const { raw, nameOf } = readForm(Input, form(['title', 'x'], ['windows.0.from', ''], ['windows.3.from', 'a']))
    const problem = Input.safeParse(raw).error?.issues[0]?.path.join('.')
    expect(problem).toBe('windows.0.from')
    expect(nameOf(problem ?? '')).toBe('windows.3.from')
    expect(nameOf('title')).toBe('title')
  })
})

describe('what does not belong', () => {
  test.each([['role'], ['__proto__'], ['constructor'], ['title.x'], ['milestones.hacked'], ['$title'], ['']])(
    'the field "%s" is refused by name',
    (name) => {
      const { raw, problems } = readForm(Input, form(['title', 'x'], [name, 'administrator']))
      const refused = [...problems.map(({ field }) => field), ...fieldsRefused(raw)]
      expect(refused.some((field) => name.startsWith(field) || field === name)).toBe(true)
    },
  )

  test('files are refused', () => {
    const { problems } = readForm(Input, form(['title', new Blob(['x'])]))
    expect(problems).toEqual([{ field: 'title', message: 'Files cannot be sent here.' }])
  })

  test('thousands of fields are refused', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => [`windows.${index}.from`, 'aaa'] as [string, string])
    expect(readForm(Input, form(...many)).problems[0]?.message).toContain('at most')
  })

  test('what Next adds and the nonce are not fields', () => {
    const read = readForm(Input, form(['$ACTION_REF_1', ''], ['$ACTION_1:0', '{}'], ['_nonce', 'abc']))
    expect(read).toMatchObject({ raw: { urgent: false }, nonce: 'abc', values: {} })
  })

  test('a form with a secret has no nonce, because a hash of what was sent would be kept with it', () => {
    expect(readForm(Input, form(['_nonce', 'abc'], ['password', 'x'])).nonce).toBeNull()
  })

  test('in an address they are fields like any other', () => {
    expect(readFields(Input, [['_nonce', 'abc']]).raw).toHaveProperty('_nonce')
  })
})

test('what was typed comes back as typed, secrets excepted', () => {
  const { values } = readForm(
    Input,
    form(['title', ' x '], ['services', 'a'], ['services', 'b'], ['password', 'hunter2'], ['apiToken', 't']),
  )
  expect(values).toEqual({ title: ' x ', services: ['a', 'b'] })
})

test('no form whatsoever makes it throw, and no field is swallowed', () => {
  const name = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'title',
      'windows',
      'windows.0',
      'windows.0.from',
      'milestones',
      '__proto__.x',
      'services.0',
      'tier.',
      '.',
    ),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string({ unit: 'binary' })), { maxLength: 6 }), (entries) => {
      const { raw, problems } = readForm(Input, form(...entries))
      const told = new Set([...fieldsRefused(raw), ...problems.map(({ field }) => field.split('.')[0])])
      const unknown = entries
        .map(([name]) => name.split('.')[0] ?? '')
        .filter((head) => !Object.hasOwn(Input.shape, head))
      for (const head of unknown.filter((head) => !head.startsWith('$ACTION') && head !== '_nonce'))
        expect(told).toContain(head)
    }),
    { numRuns: 200 },
  )
})

function fieldsRefused(raw: unknown): string[] {
  try {
    parse(Input, raw)
    return []
  } catch (error) {
    return (error as { problem: { fields: { field: string }[] } }).problem.fields.map(({ field }) => field)
  }
}
