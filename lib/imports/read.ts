import type { z } from 'zod'
import { FORMAT } from '#lib/exports/schema.ts'
import { splitSections } from '#lib/exports/sections.ts'
import { isZone } from '#lib/time.ts'
import { factIssues } from './fact-check.ts'
import { fromForeign } from './foreign.ts'
import { type FileProblem, type FrontMatter, readFrontMatter } from './front-matter.ts'
import { FILE_MAX, ImportDocument, type ImportOptions } from './schema.ts'

export type Read = { document: ImportDocument; notes: string[] } | { problems: FileProblem[] }

/** `problem` says why there is nothing to read. */
export type FileIn = { file: string; bytes: Uint8Array; problem?: string }

/** One file as a document, or what is wrong with it and where. Never throws because of what the file holds. */
export function readDocument({ file, bytes, problem }: FileIn, options: ImportOptions): Read {
  if (problem !== undefined) return one(1, problem)
  const text = textOf(bytes)
  if (typeof text !== 'string') return text
  if (/\.json$/i.test(file)) return fromJson(file, text)
  const front = readFrontMatter(text)
  if ('problems' in front) return front
  return 'firebreak' in front.data ? fromOurs(file, front) : fromOthers(file, front, options)
}

/** UTF-8 with or without its mark, any line ends. */
export function textOf(bytes: Uint8Array, most = FILE_MAX): string | { problems: FileProblem[] } {
  if (bytes.length > most) return one(1, `The file is larger than ${most / 1_000_000} MB.`)
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return one(1, 'The file is UTF-16. Save it as UTF-8.')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return one(1, 'This is an archive. Unpack it and give its files.')
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
    const nul = text.indexOf('\0')
    if (nul >= 0) return one(text.slice(0, nul).split('\n').length, 'The file holds a NUL character; is it text?')
    return text
  } catch {
    return one(badLine(bytes), 'This is not UTF-8. Save the file as UTF-8.')
  }
}

/** The first line a lenient reader had to repair. */
function badLine(bytes: Uint8Array): number {
  const text = new TextDecoder().decode(bytes)
  return text.slice(0, Math.max(0, text.indexOf('\ufffd'))).split('\n').length
}

function fromJson(file: string, text: string): Read {
  try {
    const data: unknown = JSON.parse(text)
    if (data === null || typeof data !== 'object' || Array.isArray(data))
      return one(1, 'The file must hold one document.')
    return checked({ ...missing, ...data, ...ours, file }, () => 1)
  } catch (error) {
    return one(1, `This is not JSON: ${error instanceof Error ? error.message : error}.`)
  }
}

const ours = { origin: 'firebreak' }

/** What the writer leaves out because it is empty. */
const missing = {
  published: null,
  retracted: null,
  restrictedReason: null,
  incident: null,
  frozen: {},
  actionItems: [],
  extra: {},
}

function fromOurs(file: string, { data, body, bodyLine, lineOf }: FrontMatter): Read {
  if (typeof data.firebreak !== 'number' || data.firebreak > FORMAT)
    return one(lineOf(['firebreak']), `This is a form newer than this Firebreak reads, which is ${FORMAT}.`)
  const sections = splitSections(body)
  if (!sections) return one(bodyLine, 'The sections should each begin with a line like "<!-- section: summary -->".')
  const known = new Set(Object.keys(ImportDocument.shape))
  const own = Object.entries(data).filter(([key]) => known.has(key))
  const foreign = Object.fromEntries(Object.entries(data).filter(([key]) => !known.has(key)))
  const extra = { ...foreign, ...(isRecord(data.extra) ? data.extra : {}) }
  const raw = { ...missing, ...Object.fromEntries(own), extra, sections, ...ours, file }
  return checked(raw, (path) => (path[0] === 'sections' ? sectionLine(body, bodyLine, path) : lineOf(path)))
}

function fromOthers(file: string, { data, body, bodyLine, lineOf }: FrontMatter, options: ImportOptions): Read {
  const zone = data.zone
  if (zone !== undefined && (typeof zone !== 'string' || !isZone(zone)))
    return one(lineOf(['zone']), 'This is not a time zone. Write one like Europe/Lisbon.')
  const { document, wrong, notes } = fromForeign({ data, body, file, options })
  if (wrong.length > 0) return { problems: wrong.map(({ key, message }) => ({ line: lineOf([key]), message })) }
  const read = checked(document, (path) => {
    const [first, second] = path
    if (first === 'sections') return bodyLine
    return lineOf([first === 'incident' ? (second ?? 'title') : (first ?? 'title')])
  })
  return 'document' in read ? { ...read, notes } : read
}

function checked(raw: Record<string, unknown>, lineOf: (path: readonly PropertyKey[]) => number): Read {
  const parsed = ImportDocument.safeParse(raw, { reportInput: true })
  const issues = parsed.success
    ? parsed.data.incident
      ? factIssues(parsed.data.incident)
      : []
    : parsed.error.issues.map(told)
  if (parsed.success && issues.length === 0) return { document: parsed.data, notes: [] }
  // A file with a thousand mistakes has one.
  return { problems: issues.slice(0, 20).map(({ path, message }) => ({ line: lineOf(path), message })) }
}

const told = ({ path, message, code, input }: z.core.$ZodIssue) => ({
  path,
  message: code === 'invalid_type' && input === undefined ? `"${path.map(String).join('.')}" is missing.` : message,
})

function sectionLine(body: string, bodyLine: number, path: readonly PropertyKey[]): number {
  const marks = body.split('\n').flatMap((line, index) => (line.startsWith('<!-- section:') ? [index] : []))
  return bodyLine + (marks[Number(path[1] ?? 0)] ?? 0)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const one = (line: number, message: string) => ({ problems: [{ line, message }] })
