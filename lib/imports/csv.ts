import type { FileProblem } from './front-matter.ts'

export type CsvRow = { line: number; cells: Record<string, string> }

/** 20,000 rows: years of incidents, and still one file people can look through. */
export const ROWS_MAX = 20_000
const COLUMNS_MAX = 100

/** RFC 4180, with commas, semicolons or tabs, whichever the first line uses. Names of columns are read without case. */
export function readCsv(text: string): { columns: string[]; rows: CsvRow[]; problems: FileProblem[] } {
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const [head = '', ...others] = recordsOf(clean, separatorOf(clean.slice(0, clean.indexOf('\n') >>> 0)))
  if (head === '') return { columns: [], rows: [], problems: [{ line: 1, message: 'The file is empty.' }] }
  const columns = head.fields.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  )
  const twice = columns.find((name, index) => name && columns.indexOf(name) !== index)
  if (twice) return { columns, rows: [], problems: [{ line: 1, message: `The column "${twice}" stands there twice.` }] }
  if (columns.length > COLUMNS_MAX)
    return { columns, rows: [], problems: [{ line: 1, message: `A table can have at most ${COLUMNS_MAX} columns.` }] }
  const problems: FileProblem[] = []
  const rows: CsvRow[] = []
  for (const { line, fields } of others.flatMap((record) => (record === '' ? [] : [record]))) {
    if (fields.every((field) => field.trim() === '')) continue
    if (rows.length === ROWS_MAX) {
      problems.push({ line, message: `A table can have at most ${ROWS_MAX} rows; split the file.` })
      break
    }
    if (fields.length > columns.length)
      problems.push({ line, message: 'The row has more fields than the table has columns; is a quote missing?' })
    else
      rows.push({
        line,
        cells: Object.fromEntries(columns.map((name, index) => [name, unguarded(fields[index] ?? '').trim()])),
      })
  }
  return { columns, rows, problems }
}

/** What an export put before a sign that spreadsheets take for a formula. */
const unguarded = (field: string) => (/^'\s*[=+\-@＝＋－＠]/.test(field) ? field.slice(1) : field)

type CsvRecord = { line: number; fields: string[] } | ''

function* records(text: string, separator: string): Generator<CsvRecord> {
  let [line, start] = [1, 1]
  let fields: string[] = []
  let field = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (quoted) {
      if (sign === '\n') line++
      if (sign !== '"') field += sign
      else if (text[at + 1] === '"') {
        field += '"'
        at++
      } else quoted = false
    } else if (sign === '"' && field === '') quoted = true
    else if (sign === separator) {
      fields.push(field)
      field = ''
    } else if (sign === '\n') {
      yield { line: start, fields: [...fields, field] }
      fields = []
      field = ''
      line++
      start = line
    } else field += sign
  }
  if (field !== '' || fields.length > 0) yield { line: start, fields: [...fields, field] }
}

function recordsOf(text: string, separator: string): CsvRecord[] {
  const all: CsvRecord[] = []
  for (const record of records(text, separator)) {
    all.push(record)
    // One more than may be there, so that it is noticed.
    if (all.length > ROWS_MAX + 1) break
  }
  return all
}

function separatorOf(head: string): string {
  const counts = [',', ';', '\t'].map((sign) => [sign, head.split(sign).length] as const)
  return counts.sort((one, other) => other[1] - one[1])[0]?.[0] ?? ','
}
