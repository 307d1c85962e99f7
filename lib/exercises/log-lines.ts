import { timeAndText } from '#lib/timeline/lines.ts'
import { readTime } from '#lib/timeline/parse.ts'

type Around = { zone: string; now: Date; startedAt: Date | null; after: Date | null; running: boolean }
type Entry = { at: Date; text: string }

/** Lines as they are typed while it happens: with a time as in a timeline, or without one, which is now. */
export function readLog(lines: string, around: Around): { entries: Entry[] } | { problem: string } {
  const { zone, now, startedAt, running } = around
  const entries: Entry[] = []
  let after = around.after
  for (const line of lines.split('\n').map((text) => text.replace(/\s+/g, ' ').trim())) {
    if (line === '') continue
    const found = timeAndText(line)
    if (!found && !running) return { problem: `It is over, so say when this was: ${brief(line)}` }
    const reading = found
      ? readTime(found.time, { zone, after, near: [running ? now : (startedAt ?? now)] })
      : { at: now }
    if ('problem' in reading) return { problem: `${reading.problem} (${brief(line)})` }
    const text = found?.text ?? line
    if (text === '') return { problem: `Say what happened: ${brief(line)}` }
    if (reading.at.getTime() > now.getTime() + MINUTE_MS) return { problem: `This is still to come: ${brief(line)}` }
    entries.push({ at: reading.at, text: text.slice(0, TEXT_MAX) })
    after = reading.at
  }
  return entries.length > 0 ? { entries } : { problem: 'Write what happened.' }
}

const MINUTE_MS = 60_000
/** A paragraph; more is a finding. */
const TEXT_MAX = 2_000

const brief = (line: string) => (line.length > 60 ? `${line.slice(0, 60)}…` : line)
