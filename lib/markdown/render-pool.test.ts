import { afterAll, describe, expect, test } from 'vitest'
import { distFile } from '#lib/dist.ts'
import { createPool } from '#lib/markdown/pool.ts'
import { closeRenderer, renderMarkdown } from '#lib/markdown/render-pool.ts'

afterAll(closeRenderer)

describe('renderMarkdown', () => {
  test('renders in the worker', async () => {
    const { tree, headings, text, degraded } = await renderMarkdown('# Impact\n\n3 % of reads', {
      headingBase: 3,
      scope: 'a',
    })
    expect(tree.children[0]).toMatchObject({ tagName: 'h3', properties: { id: 'md-a-impact' } })
    expect(headings).toEqual([{ id: 'md-a-impact', text: 'Impact', depth: 3 }])
    expect(text).toBe('Impact\n3 % of reads')
    expect(degraded).toBeUndefined()
  })

  test('the same text is rendered once, also when asked for twice at once', async () => {
    const [one, two] = await Promise.all([renderMarkdown('same'), renderMarkdown('same')])
    expect(two).toBe(one)
    expect(await renderMarkdown('same')).toBe(one)
    expect(await renderMarkdown('same', { headingBase: 4 })).not.toBe(one)
  })

  test('lone surrogates are repaired, so the database can store the tree', async () => {
    const { text } = await renderMarkdown('a \ud83d b \udd25 c 🔥')
    expect(text).toBe('a \ufffd b \ufffd c 🔥')
  })

  test('an empty text is an empty tree', async () => {
    expect(await renderMarkdown(' \n ')).toEqual({ tree: { type: 'root', children: [] }, headings: [], text: '' })
  })

  test.each([
    ['too_long', 'a '.repeat(100_001)],
    ['too_long', 'x'.repeat(20_001)],
    ['nesting', '>'.repeat(10_000)],
    ['nesting', '1. '.repeat(40)],
    // Allowed line by line, yet 150 levels deep: React would walk it recursively on the main thread.
    ['nesting', Array.from({ length: 150 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n')],
    // 1,000 columns times 300 short rows, each padded to 1,000 cells.
    ['too_long', `${'|a'.repeat(1_000)}|\n${'|-'.repeat(1_000)}|\n${'|x|\n'.repeat(300)}`],
    // One definition with a title of 19,000 characters, used 200 times.
    ['too_long', `[a]: /x "${'t'.repeat(19_000)}"\n\n${'[a] '.repeat(200)}`],
  ])('%s: shown as typed', async (reason, source) => {
    const { degraded, tree, text } = await renderMarkdown(source)
    expect(degraded).toBe(reason)
    expect(text).toBe(source)
    expect(tree.children).toEqual([
      { type: 'element', tagName: 'pre', properties: {}, children: [{ type: 'text', value: source }] },
    ])
  })

  test('a text without an end is answered, the main thread works meanwhile, and the next text renders', async () => {
    let turns = 0
    let answered = false
    const hostile = renderMarkdown(`${'*a_'.repeat(6_000)}\n`.repeat(8)).finally(() => {
      answered = true
    })
    while (!answered && turns < 1_000) {
      await new Promise((resolve) => setImmediate(resolve))
      turns += 1
    }
    expect(turns).toBe(1_000)
    const next = renderMarkdown('after')
    expect((await hostile).degraded).toBe('deadline')
    expect((await next).text).toBe('after')
  })
})

describe('the pool', () => {
  const input = (source: string) => ({ source, headingBase: 2 as const, prefix: 'md-' })
  const file = distFile('markdown-worker.mjs')

  test('answers every pathological text and stays able to work', async () => {
    // A short deadline, because what is tested is that each gets an answer and the worker is replaced.
    const pool = createPool({ file, deadlineMs: 150, queueMax: 100 })
    for (const [name, source] of Object.entries(pathological)) {
      const answer = await pool.run(input(source))
      expect(Object.keys(answer), name).toHaveLength(1)
      expect(['rendered', 'refused'], name).toContain(Object.keys(answer)[0])
    }
    const patient = createPool({ file, deadlineMs: 10_000, queueMax: 1 })
    expect(await patient.run(input('fine'))).toMatchObject({ rendered: { text: 'fine' } })
    await Promise.all([pool.close(), patient.close()])
  })

  test('refuses what would wait behind too many others, and settles the rest when closed', async () => {
    const pool = createPool({ file, deadlineMs: 10_000, queueMax: 2 })
    const waiting = ['one', 'two', 'three'].map((text) => pool.run(input(text)))
    expect(await pool.run(input('four'))).toEqual({ busy: true })
    await pool.close()
    expect(await Promise.all(waiting)).toEqual([{ busy: true }, { busy: true }, { busy: true }])
  })

  test('says so when the worker cannot start, for every text, and does not hang', async () => {
    const pool = createPool({ file: distFile('no-such-worker.mjs'), deadlineMs: 10_000, queueMax: 10 })
    const answers = await Promise.all([pool.run(input('one')), pool.run(input('two'))])
    for (const answer of answers) expect(answer).toEqual({ bug: expect.stringContaining('no-such-worker') })
    await pool.close()
  })
})

const repeat = (unit: string, length = 100_000) => unit.repeat(length / unit.length)

const pathological: Record<string, string> = {
  brackets: repeat('['),
  quotes: repeat('>'),
  'quotes and lists': repeat('> - '),
  emphasis: repeat('*a_'),
  stars: `${repeat('*')}a`,
  'strong without space': repeat('a**b'),
  links: repeat('[a]('),
  images: repeat('!['),
  backticks: Array.from({ length: 440 }, (_, i) => `e${'`'.repeat(i)}`).join(''),
  comments: repeat('<!--'),
  tags: repeat('<a '),
  cdata: repeat('<![CDATA['),
  mails: repeat('a@'),
  www: repeat('www.'),
  http: repeat('http://'),
  'many columns': `${repeat('|', 40_000)}\n${repeat('|-', 40_000)}\n`,
  'many footnotes': Array.from({ length: 6_000 }, (_, i) => `[^${i}]\n\n[^${i}]: x\n\n`).join(''),
  'one footnote': `${repeat('[^1]')}\n\n[^1]: x`,
  definitions: Array.from({ length: 8_000 }, (_, i) => `[r${i}]: /x\n`).join(''),
  entities: repeat('&#'),
  tildes: repeat('~~a'),
  'tildes in lines': `${'~~a'.repeat(3_000)}\n`.repeat(10),
  escapes: repeat('\\'),
  spaces: `a${repeat(' ')}b`,
  breaks: repeat('a  \n'),
}
