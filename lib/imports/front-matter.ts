import { LineCounter, parseDocument, visit, type Document as YamlDocument } from 'yaml'

/** Where something in a file cannot be used, and why. Lines count from 1. */
export type FileProblem = { line: number; message: string }

export type FrontMatter = {
  data: Record<string, unknown>
  body: string
  /** The line on which the body begins. */
  bodyLine: number
  /** The line on which the value at that path stands. */
  lineOf: (path: readonly PropertyKey[]) => number
}

/** 500 timeline entries of 500 characters are half of it. */
const FRONT_MATTER_MAX = 600_000

/** Front matter between two lines of `---`, read as plain data: no tags, no aliases, no key twice. */
export function readFrontMatter(text: string): FrontMatter | { problems: FileProblem[] } {
  const block = /^---[ \t]*\n(?:([\s\S]*?)\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
  if (!block) {
    if (/^---[ \t]*\n/.test(text)) return one(1, 'The front matter begins with --- and does not end with one.')
    return { data: {}, body: text, bodyLine: 1, lineOf: () => 1 }
  }
  const [whole, yaml = ''] = block
  if (yaml.length > FRONT_MATTER_MAX) return one(1, `The front matter has more than ${FRONT_MATTER_MAX} characters.`)
  try {
    return understood(yaml, { whole, body: text.slice(whole.length) })
  } catch {
    // Nesting deep enough to end the parser's stack is no front matter anybody wrote.
    return one(2, 'The front matter is nested too deeply to be read.')
  }
}

function understood(yaml: string, { whole, body }: { whole: string; body: string }) {
  const counter = new LineCounter()
  const document = parseDocument(yaml, {
    lineCounter: counter,
    prettyErrors: false,
    schema: 'core',
    logLevel: 'silent',
  })
  // The first line of the file is the one with the three dashes.
  const at = (offset: number) => counter.linePos(offset).line + 1
  const wrong = [...document.errors, ...document.warnings]
  if (wrong.length > 0)
    return {
      problems: wrong.slice(0, 10).map(({ pos, message }) => ({ line: at(pos[0]), message: firstLine(message) })),
    }
  const alias = aliasIn(document)
  if (alias !== null) return one(at(alias), 'Aliases (*name) are not read; write the value out.')
  const data: unknown = document.toJS({ maxAliasCount: 0 })
  if (data !== null && (typeof data !== 'object' || Array.isArray(data)))
    return one(2, 'The front matter must be keys and values, like "title: …".')
  return {
    data: (data ?? {}) as Record<string, unknown>,
    body,
    bodyLine: whole.split('\n').length,
    lineOf: (path: readonly PropertyKey[]) => lineIn(document, path, at),
  }
}

/** A name referred to would let a small file become a large one, and nobody writes front matter with them. */
function aliasIn(document: YamlDocument): number | null {
  let found: number | null = null
  visit(document, {
    Alias(_, node) {
      found = node.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return found
}

function lineIn(document: YamlDocument, path: readonly PropertyKey[], at: (offset: number) => number): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true)
    const range = node && typeof node === 'object' && 'range' in node ? node.range : undefined
    if (Array.isArray(range) && typeof range[0] === 'number') return at(range[0])
  }
  return 1
}

const one = (line: number, message: string) => ({ problems: [{ line, message }] })
const firstLine = (message: string) => `${message.split('\n')[0]?.replace(/[.:]?$/, '')}.`
