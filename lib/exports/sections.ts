export type TextSection = { key: string; heading: string; body: string }

/** A comment, so that no Markdown reader shows it; what looks like one inside a text gets a backslash more. */
const MARK = /^<!-- (\\*)section: ?([^\n]*?) -->$/

/** Sections as one text that can be taken apart again, to the last empty line. */
export function joinSections(sections: readonly TextSection[]): string {
  return sections
    .map(
      ({ key, heading, body }) =>
        `<!-- section: ${key} -->\n## ${heading}\n${body === '' ? '' : `\n${guarded(body)}\n`}`,
    )
    .join('\n')
}

/** Null when the text was not put together by `joinSections`. */
export function splitSections(text: string): TextSection[] | null {
  const lines = text.split('\n')
  const starts = lines.flatMap((line, index) => (markOf(line) === null ? [] : [index]))
  if (starts.length === 0 || lines.slice(0, starts[0]).some((line) => line.trim() !== '')) return null
  return starts.map((start, index) => sectionOf(lines.slice(start, starts[index + 1] ?? lines.length)))
}

function sectionOf([mark = '', title = '', ...rest]: string[]): TextSection {
  // Each part ends with a line break of its own: one before the next mark, one at the end of the file.
  if (rest.at(-1) === '') rest.pop()
  const [first, ...others] = rest
  const body = first === '' ? others : rest
  return {
    key: markOf(mark) ?? '',
    heading: title.replace(/^#{1,6} +/, '').trim(),
    body: body.map(unguardedLine).join('\n'),
  }
}

const markOf = (line: string): string | null => {
  const match = MARK.exec(line)
  return match && match[1] === '' ? (match[2] ?? '') : null
}

const guarded = (body: string) =>
  body
    .split('\n')
    .map((line) => (MARK.test(line) ? line.replace('section:', '\\section:') : line))
    .join('\n')

const unguardedLine = (line: string) => (MARK.test(line) ? line.replace('\\section:', 'section:') : line)
