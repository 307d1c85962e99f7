import { describe, expect, test } from 'vitest'
import { readDocument } from './read.ts'
import { FILE_MAX, ImportOptions } from './schema.ts'

const options = ImportOptions.parse({})
const read = (text: string | Uint8Array, file = 'outage.md') =>
  readDocument({ file, bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text }, options)
const document = (text: string, file?: string) => {
  const given = read(text, file)
  if ('problems' in given) throw new Error(JSON.stringify(given.problems))
  return given
}
const problems = (text: string | Uint8Array, file?: string) => {
  const given = read(text, file)
  return 'problems' in given ? given.problems.map(({ line, message }) => `${line}: ${message}`) : []
}

const front = (lines: string, body = 'It broke.') => `---\n${lines}\n---\n\n${body}\n`
const usual = 'id: a-1\ntitle: Queue stood still\nservice: Mail\nteam: Core'

describe('a file of any origin', () => {
  test('says who, what, when and how bad; other keys are kept in their order', () => {
    const { document: told } = document(
      front(
        `${usual}\nseverity: SEV-1\nstart_time: "2024-03-04T10:00:00+01:00"\nend_time: "2024-03-04T11:30:00+01:00"\nstatus: final\nvisibility: internal\nmechanisms: [cap.exhaustion, my.own]\nzebra: {b: 1, a: [2]}\nauthor: A. Nonymous`,
      ),
    )
    expect(told).toMatchObject({ id: 'a-1', title: 'Queue stood still', status: 'published', visibility: 'company' })
    expect(told.incident).toMatchObject({
      severity: 'sev1',
      mechanisms: ['cap.exhaustion'],
      milestones: { impactStarted: '2024-03-04T09:00:00.000Z', mitigated: '2024-03-04T10:30:00.000Z' },
      services: [{ slug: 'mail', name: 'Mail', role: 'victim' }],
    })
    expect(JSON.stringify(told.extra)).toBe(
      '{"zebra":{"b":1,"a":[2]},"author":"A. Nonymous","other_mechanisms":["my.own"]}',
    )
    expect(told.sections).toEqual([{ key: 'summary', heading: 'Summary', body: 'It broke.' }])
  })

  test('is the same with Windows line ends, a mark in front, and as the third file of that shape', () => {
    const plain = document(front(usual)).document
    expect(document(front(usual).replaceAll('\n', '\r\n')).document).toEqual(plain)
    expect(document(`\ufeff${front(usual)}`).document).toEqual(plain)
  })

  test('is divided at its shallowest headings, outside code, and loses nothing', () => {
    const body =
      '# Queue stood still\n\nOpening.\n\n## What **happened**\n\nOne.\n\n```sh\n## not a heading\n```\n\n### Deeper\n\nTwo.\n\n## 之后'
    expect(document(front(usual, body)).document.sections).toEqual([
      { key: 'summary', heading: 'Summary', body: 'Opening.' },
      {
        key: 'what_happened',
        heading: 'What happened',
        body: 'One.\n\n```sh\n## not a heading\n```\n\n### Deeper\n\nTwo.',
      },
      { key: 'section', heading: '之后', body: '' },
    ])
  })

  test('without front matter takes its heading and its name, and asks for a team', () => {
    expect(problems('# It broke\n\nText')).toEqual([
      '1: It names no team. Add "team: …" to the file, or choose one for all that name none.',
    ])
  })
})

describe('a file that cannot be used says where', () => {
  test.each([
    [
      'a status nobody knows',
      front(`${usual}\nstatus: perhaps`),
      '6: "perhaps" is not a status known here. Use draft, published or retracted.',
    ],
    [
      'a time that is none',
      front(`${usual}\nstart_time: yesterday`),
      '6: "yesterday" is not a time. Write it like 2026-11-20T14:02:00Z.',
    ],
    ['no title', front('id: x\nteam: Core'), '1: The title is missing.'],
    [
      'front matter without an end',
      '---\ntitle: x\n',
      '1: The front matter begins with --- and does not end with one.',
    ],
    ['a list for a title', front('id: x\nteam: Core\ntitle: [a]'), '4: "title" must be one line of text.'],
    ['an alias', front(`${usual}\na: &x [1]\nb: *x`), '7: Aliases (*name) are not read; write the value out.'],
    ['a newer form', front('firebreak: 2'), '2: This is a form newer than this Firebreak reads, which is 1.'],
    [
      'a zone that is none',
      front(`${usual}\nzone: Nowhere`),
      '6: This is not a time zone. Write one like Europe/Lisbon.',
    ],
  ])('%s', (_, text, expected) => {
    expect(problems(text)).toEqual([expected])
  })

  test('a key twice, a bad indent, a tag', () => {
    expect(problems(front(`${usual}\ntitle: again`))[0]).toMatch(/^6: /)
    expect(problems(front(`${usual}\n  bad: [`))[0]).toMatch(/^5: /)
    expect(problems(front(`${usual}\nx: !!js/function "x"`))[0]).toMatch(/^6: /)
  })

  test('encodings and archives', () => {
    expect(problems(Uint8Array.from([0xff, 0xfe, 0x2d, 0]))).toEqual(['1: The file is UTF-16. Save it as UTF-8.'])
    expect(problems(Buffer.from('---\ntitle: caf\xe9\n---\n', 'latin1'))).toEqual([
      '2: This is not UTF-8. Save the file as UTF-8.',
    ])
    expect(problems(Uint8Array.from([0x50, 0x4b, 3, 4]))).toEqual([
      '1: This is an archive. Unpack it and give its files.',
    ])
    expect(problems('a\nb\0c')).toEqual(['2: The file holds a NUL character; is it text?'])
    expect(problems(new Uint8Array(FILE_MAX + 1))).toEqual(['1: The file is larger than 1 MB.'])
  })

  test('a small file that would become a large one, and nesting without end', () => {
    const lol = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`),
    ]
    expect(problems(front(`${usual}\n${lol.join('\n')}`))).toEqual([
      '7: Aliases (*name) are not read; write the value out.',
    ])
    expect(problems(front(`${usual}\nx: ${'['.repeat(100_000)}`)).length).toBeGreaterThan(0)
  })

  test('names that climb out of a folder are names and nothing else', () => {
    const { document: told } = document(front('title: x\nteam: Core'), '../../etc/passwd.md')
    expect(told).toMatchObject({ file: '../../etc/passwd.md', id: '../../etc/passwd' })
  })

  test('a prototype is a key like any other', () => {
    const { document: told } = document(front(`${usual}\n__proto__: {polluted: yes}\nconstructor: x`))
    expect(Object.getPrototypeOf(told.extra)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('JSON that is none', () => {
    expect(problems('{', 'a.json')[0]).toMatch(/^1: This is not JSON/)
    expect(problems('[]', 'a.json')).toEqual(['1: The file must hold one document.'])
    expect(problems('{"firebreak":1}', 'a.json')).toContain('1: "id" is missing.')
  })
})
