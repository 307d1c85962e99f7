import { type DateWay, orderIn, readDate } from './dates.ts'
import { clockOf, linkNames, speakerNames, textNames, timeNames, webLink } from './json.ts'
import type { Heard, Said } from './said.ts'

type Row = { line: number; lines: number; cells: string[] }

/** A table whose first row names a column of times and one of texts. Null when it is none. */
export function hearCsv(text: string, way: DateWay): Heard | null {
  const head = text.slice(0, 4_000).split(/\r\n?|\n/, 1)[0] ?? ''
  const separator = [',', ';', '\t'].find((each) => head.includes(each))
  if (!separator) return null
  const [titles, ...rows] = rowsIn(text, separator)
  const columns = titles && columnsOf(titles.cells)
  if (!titles || !columns) return null
  const order = way.order ?? orderIn(rows.map(({ cells }) => (cells[columns.time] ?? '').split(/[ T]/)[0] ?? ''))
  let openDates = false
  const said = rows.map(({ line, lines, cells }): Said => {
    const cell = (index: number) => (index < 0 ? '' : (cells[index] ?? '').trim())
    const told = cell(columns.text)
    const moment = momentIn(cell(columns.time), { ...way, order })
    openDates ||= moment.open
    const place = { line, lines, day: null, clock: moment.clock, speaker: cell(columns.speaker) }
    const problem = cell(columns.time) === '' ? 'This row has no time.' : moment.problem
    return {
      ...place,
      text: told || cells.join(separator),
      link: webLink(cell(columns.link)),
      ...(problem && { problem }),
    }
  })
  const asides = [{ line: titles.line, text: titles.cells.join(separator) }]
  return { format: 'csv', said, asides, openDates }
}

function columnsOf(titles: readonly string[]) {
  const plain = titles.map((title) =>
    title
      .trim()
      .toLowerCase()
      .replace(/\s*\(.*\)$/, ''),
  )
  const find = (names: readonly string[]) => {
    const known = names.map((name) => name.toLowerCase())
    const spaced = (title: string) => [title, title.replaceAll(' ', '_'), title.replaceAll(' ', '')]
    return plain.findIndex((title) => spaced(title).some((each) => known.includes(each)))
  }
  const columns = { time: find(timeNames), text: find(textNames), speaker: find(speakerNames), link: find(linkNames) }
  return columns.time >= 0 && columns.text >= 0 && columns.time !== columns.text ? columns : null
}

/** A date that people write, and the clock after it, become what is read without a doubt. */
function momentIn(text: string, way: DateWay): { clock: string; open: boolean; problem?: string } {
  const clock = clockOf(text)
  const [, date = '', rest = ''] =
    /^(\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}[/.]\d{1,2}[/.]\d{1,2}),?\s+(.*)$/.exec(clock) ?? []
  if (!date) return { clock, open: false }
  const read = readDate(date, way)
  if (read && 'day' in read) return { clock: `${read.day} ${padded(rest)}`, open: false }
  return read
    ? { clock, open: true, problem: `${date} can be read in two ways. Say whether the day or the month comes first.` }
    : { clock, open: false, problem: `${date} is no date.` }
}

/** `2:02 PM` after a date is `14:02`. */
function padded(text: string): string {
  const [, hours, rest = '', half] = /^(\d{1,2})(:\d{2}(?::\d{2})?)\s*([ap])\.?m\.?$/i.exec(text) ?? []
  if (hours === undefined) return /^\d:/.test(text) ? `0${text}` : text
  const hour = (Number(hours) % 12) + (/p/i.test(half ?? '') ? 12 : 0)
  return `${String(hour).padStart(2, '0')}${rest}`
}

/** Quoted cells may hold separators, line ends and doubled quotes. A quote nobody closes holds all that follows. */
function rowsIn(text: string, separator: string): Row[] {
  const rows: Row[] = []
  let [cells, cell, quoted, line, from]: [string[], string, boolean, number, number] = [[], '', false, 1, 0]
  let start = 1
  const close = (end: number) => {
    const raw = text.slice(from, end)
    if (raw.trim() !== '')
      rows.push({ line: start, lines: raw.split('\n').filter((each) => each.trim()).length, cells: [...cells, cell] })
    cells = []
    cell = ''
    start = line
    from = end
  }
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index]
    if (char === '\n') line += 1
    if (quoted) {
      if (char !== '"') cell += char
      else if (text[index + 1] === '"') {
        cell += '"'
        index += 1
      } else quoted = false
    } else if (char === '"' && cell.trim() === '') {
      quoted = true
      cell = ''
    } else if (char === separator) {
      cells.push(cell)
      cell = ''
    } else if (char === '\n') close(index)
    else if (char !== '\r') cell += char
  }
  close(text.length)
  return rows
}
