import type { EntryKind } from './model.ts'
import { type Around, spellTime } from './parse.ts'
import { readPrecisely, spellPrecisely } from './precise.ts'
import { LINES_MAX } from './schema.ts'
import { kindOf } from './transcripts/kinds.ts'

/** One pasted line, read: what will be saved, or what stands in the way. */
export type PastedLine = {
  number: number
  at: string
  text: string
  /** A suggestion from its words. */
  kind: EntryKind
  problem?: string
  newDay: boolean
  back: boolean
}

/** `14:02 text`, `14:02 - text`, `[14:02] text`, `2026-11-20 14:02 text`; a line without a time goes on with the one before. */
export function readLines(pasted: string, around: Around): { lines: PastedLine[]; left: number } {
  const { lines, left } = linesOf(pasted, around)
  return { lines: lines.map((line) => ({ ...line, kind: kindOf(line.text, '') })), left }
}

function linesOf(pasted: string, around: Around): { lines: Omit<PastedLine, 'kind'>[]; left: number } {
  const given = pasted.split(/\r\n?|\n/)
  const lines: Omit<PastedLine, 'kind'>[] = []
  let { after, day } = around
  for (const [index, raw] of given.entries()) {
    const line = raw.replace(/\s+/g, ' ').trim()
    if (line === '') continue
    const found = timeAndText(line)
    const last = lines.at(-1)
    if (!found && last) {
      last.text = `${last.text} ${line}`.trim()
      continue
    }
    if (lines.length >= LINES_MAX) return { lines, left: given.length - index }
    const reading = found
      ? readPrecisely(found.time, {
          zone: around.zone,
          after,
          near: after === around.after ? around.near : undefined,
          day,
        })
      : { problem: 'Begin the line with its time.' }
    const at = 'at' in reading ? reading.at : null
    lines.push({
      number: index + 1,
      at: 'at' in reading ? spellPrecisely(reading, around.zone) : (found?.time ?? ''),
      text: found?.text ?? line,
      newDay: Boolean(at && lines.length > 0 && after && dayOf(at, around.zone) !== dayOf(after, around.zone)),
      back: Boolean(at && lines.length > 0 && after && at < after),
      ...('problem' in reading && { problem: reading.problem }),
    })
    // The day that was named is the first line's; from there the lines lead on.
    if (at) [after, day] = [at, undefined]
  }
  return { lines, left: 0 }
}

const dayOf = (at: Date, zone: string) => spellTime(at, zone).slice(0, 10)

const date = String.raw`\d{4}-\d{2}-\d{2}[T ]+`
const clock = String.raw`(?:\d{1,2}[:h.]\d{2}|\d{4}(?!\d))(?::\d{2})?(?:\.\d{1,3})?\s*(?:[ap]\.?m\.?(?![a-z]))?`
const distance = String.raw`(?:\s*(?:Z|UTC)(?![a-z0-9])|\s*[+-]\d{2}:?\d{2}(?!\d))?`
const step = String.raw`\+\s*\d{1,5}\s*(?:h|m(?:in)?|s)(?:\d{1,2}\s*m(?:in)?)?(?![a-z0-9:])`
const zoneLetters = String.raw`(?:\s+(?:CES?T|WES?T|[ECMP][DS]T|BST|IST|GMT|SGT|JST|AES?T)(?![a-z]))?`
const pattern = new RegExp(
  String.raw`^[-*•>]?\s*[[(]?([~≈]?\s?(?:${date})?${clock}${distance}${zoneLetters}(?:\s?±\s?\d{1,4}m?|\s?\.\.\s?(?:${date})?${clock})?|${step})[\])]?\s*(?:[-–—:|,]\s*|\s+|$)(.*)$`,
  'i',
)

export function timeAndText(line: string): { time: string; text: string } | null {
  const match = pattern.exec(line)
  return match ? { time: (match[1] ?? '').trim(), text: (match[2] ?? '').trim() } : null
}
