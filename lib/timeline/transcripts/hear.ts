import type { EntryKind, Precision } from '../model.ts'
import type { Around } from '../parse.ts'
import { readPrecisely } from '../precise.ts'
import { EVIDENCE_MAX, EVIDENCE_TEXT_MAX } from '../schema.ts'
import { hearChat } from './chat.ts'
import { hearCsv } from './csv.ts'
import type { DateOrder } from './dates.ts'
import { hearJson } from './json.ts'
import { kindOf } from './kinds.ts'
import { hearLines } from './plain.ts'
import { type Named, namesIn, renamed } from './roles.ts'
import type { Aside, Format, Heard, Said } from './said.ts'

export type Given = {
  transcript: string
  day?: string | null | undefined
  dates?: DateOrder | '' | null | undefined
  names?: readonly { name: string; role: string }[]
  rename?: boolean
}

/** One line of evidence to be: what was said, and when as far as that could be read. */
export type HeardItem = {
  line: number
  lines: number
  at: Date | null
  precision: Precision
  kind: EntryKind
  speaker: string
  role: string
  text: string
  link: string
  problem: string
}

export type HeardTranscript = {
  format: Format
  zone: string
  items: HeardItem[]
  asides: Aside[]
  names: Named[]
  openDates: boolean
  problem?: string
}

/** Recognised by what is in it. Every line comes out: as evidence, with a reason where no time was found, or as an aside. */
export function hear(given: Given, around: { zone: string; near: readonly Date[]; now: Date }): HeardTranscript {
  const way = { near: around.near[0] ?? around.now, order: given.dates || null }
  const text = given.transcript.toWellFormed()
  const heard: Heard = hearJson(text) ?? hearCsv(text, way) ?? hearChat(text, way) ?? hearLines(text)
  const { format, asides, openDates } = heard
  const pieces = heard.said.flatMap(inPieces)
  const names = namesIn(pieces)
  const told = given.rename
    ? renamed(pieces, names, given.names ?? [])
    : pieces.map((piece) => ({ ...piece, role: '' }))
  const items = timed(told, { ...around, day: given.day || undefined })
  const count = items.length.toLocaleString('en')
  return {
    format,
    zone: around.zone,
    items,
    asides,
    names,
    openDates,
    ...(items.length > EVIDENCE_MAX && {
      problem: `These are ${count} messages; ${EVIDENCE_MAX.toLocaleString('en')} fit beside one incident. Paste the hours that matter.`,
    }),
    ...(items.length === 0 && { problem: 'There is nothing in it that could be kept.' }),
  }
}

/** What is longer than one piece of evidence goes on in the next. */
function inPieces(said: Said): Said[] {
  if (said.text.length <= EVIDENCE_TEXT_MAX) return [said]
  const pieces: Said[] = []
  for (let from = 0; from < said.text.length; ) {
    let to = Math.min(from + EVIDENCE_TEXT_MAX, said.text.length)
    // Never between the halves of one character.
    if (to < said.text.length && /[\ud800-\udbff]/.test(said.text[to - 1] ?? '')) to -= 1
    pieces.push({ ...said, text: said.text.slice(from, to), lines: from === 0 ? said.lines : 0 })
    from = to
  }
  return pieces
}

type Told = Said & { role: string }

/** In the order they stand: a clock without a day follows the one before, past midnight if it must. */
function timed(
  said: readonly Told[],
  given: { zone: string; near: readonly Date[]; now: Date; day: string | undefined },
) {
  let [after, day]: [Date | null, string | undefined] = [null, given.day]
  return said.map(({ clock, day: heading, kind, problem, ...rest }): HeardItem => {
    const around: Around = {
      zone: given.zone,
      after,
      day: heading ?? day,
      near: after ? undefined : given.near,
    }
    const reading = problem ? { problem } : readClock(clock, around, given.now)
    const known = 'at' in reading ? reading : null
    if (known) [after, day] = [known.at, undefined]
    return {
      line: rest.line,
      lines: rest.lines,
      speaker: short(rest.speaker, 200),
      role: short(rest.role, 80),
      text: rest.text || '(no text)',
      link: rest.link,
      kind: kind ?? kindOf(rest.text, rest.speaker),
      at: known?.at ?? null,
      precision: known?.precision ?? 'minute',
      problem: 'problem' in reading ? reading.problem : '',
    }
  })
}

const short = (text: string, max: number) => text.slice(0, max).toWellFormed()

function readClock(clock: string, around: Around, now: Date): { at: Date; precision: Precision } | { problem: string } {
  if (clock === '') return { problem: 'No time stands with it.' }
  const reading = readPrecisely(clock, around)
  if ('problem' in reading) return { problem: reading.problem }
  if (reading.at > now) return { problem: 'This time lies in the future.' }
  // Evidence has one time; of a range that is its beginning.
  return { at: reading.at, precision: reading.precision === 'within' ? 'about' : reading.precision }
}
