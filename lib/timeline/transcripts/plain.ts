import { timeAndText } from '../lines.ts'
import { type Heard, linesIn, type Said } from './said.ts'

/** `14:02 text`, line by line; a line without a time goes on with the one before. */
export function hearLines(text: string): Heard {
  const said: Said[] = []
  for (const [index, raw] of linesIn(text).entries()) {
    const line = raw.replace(/\s+/g, ' ').trim()
    if (line === '') continue
    const found = timeAndText(line)
    const last = said.at(-1)
    const place = { line: index + 1, lines: 1, day: null, speaker: '', link: '' }
    if (found) said.push({ ...place, clock: found.time, text: found.text })
    else if (last?.clock) Object.assign(last, { text: `${last.text} ${line}`.trim(), lines: last.lines + 1 })
    else said.push({ ...place, clock: '', text: line, problem: 'Begin the line with its time.' })
  }
  return { format: 'lines', said, asides: [], openDates: false }
}
