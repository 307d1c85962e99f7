/** Lines of a calendar file (RFC 5545). A property goes through one of these, so that no text can begin a line of its own. */
export const icalLine = (name: string, value: string): string => folded(`${name}:${value}`)

export const icalText = (name: string, text: string): string => icalLine(name, escaped(text))

/** Instants are UTC, which no daylight saving can move. */
export const icalUtc = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** A day of no zone: `20261120`. */
export const icalDay = (date: string): string => date.replaceAll('-', '')

const escaped = (text: string) =>
  text
    .replaceAll(/\r\n?/g, '\n')
    // The format allows no control characters but these two.
    .replaceAll(/(?![\n\t])\p{Cc}/gu, '')
    .replaceAll(/[\\;,]/g, (found) => `\\${found}`)
    .replaceAll('\n', '\\n')

/** Lines end at 75 bytes and go on after a space; a character is never cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part)
      part = ''
      bytes = 0
    }
    part += character
    bytes += size
  }
  return `${[...parts, part].join('\r\n ')}\r\n`
}
