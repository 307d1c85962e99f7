import { type DateOrder, type DateWay, orderIn, readDate } from './dates.ts'
import { type Aside, type Format, type Heard, linesIn, type Said } from './said.ts'

type Line = { number: number; text: string; indented: boolean }
type Header = { speaker: string; date: string; clock: string; rest: string; used: number }
type Chat = Extract<Format, 'slack' | 'teams' | 'lark'>

/** Text copied out of a chat window: a header with name and time, then what was said. Null when it is none of these. */
export function hearChat(text: string, { near, order }: DateWay): Heard | null {
  const lines = linesIn(text).flatMap((raw, index) =>
    raw.trim() === '' ? [] : [{ number: index + 1, text: tidy(raw), indented: /^\s/.test(raw) }],
  )
  const format = formatOf(lines, { near, order })
  if (!format) return null
  const dates = lines.flatMap((_, index) => headerAt(lines, index, format)?.date || [])
  const way = { near, order: order ?? orderIn(dates) }
  return { format, ...walk(lines, format, way) }
}

const tidy = (raw: string) =>
  raw
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, ' ')
    .trim()

/** The first line that is no aside has to be a header, and somebody has to say something under one. */
function formatOf(lines: readonly Line[], way: DateWay): Chat | null {
  const chats: Chat[] = ['teams', 'slack', 'lark']
  const start = lines.findIndex(({ text }) => !isAside(text) && !isDay(text, way))
  const votes = chats.map((chat) => {
    if (!headerAt(lines, start, chat)) return { chat, count: 0 }
    const headers = lines.map((_, index) => headerAt(lines, index, chat))
    const spoken = headers.some(
      (header, index) => header && !headers[index + header.used] && lines[index + header.used],
    )
    return { chat, count: spoken ? headers.filter((header) => header !== null).length : 0 }
  })
  const best = votes.reduce((one, other) => (other.count > one.count ? other : one))
  return best.count > 0 ? best.chat : null
}

function walk(lines: readonly Line[], format: Chat, way: { near: Date | null; order: DateOrder | null }) {
  const said: Said[] = []
  const asides: Aside[] = []
  let [day, openDates, speaker]: [string | null, boolean, string] = [null, false, '']
  for (let index = 0; index < lines.length; ) {
    const { number, text } = lines[index] ?? { number: 0, text: '' }
    const before = said.at(-1)
    // Nobody begins with nothing said: right under a header stands what was said, even if it looks like a name.
    const mayBegin = before?.text !== '' || format !== 'slack'
    const header = (mayBegin && headerAt(lines, index, format)) || continued(text, format, speaker)
    if (header) {
      const date = header.date ? readDate(header.date, way) : null
      const open = date !== null && 'open' in date
      openDates ||= open
      speaker = header.speaker
      said.push({
        line: number,
        lines: header.used,
        clock: header.clock,
        speaker,
        text: header.rest,
        link: '',
        day: date && 'day' in date ? date.day : header.date ? null : day,
        ...(header.date && !(date && 'day' in date) && { problem: unreadDate(header.date, open) }),
      })
      index += header.used
      continue
    }
    const heading = readDate(text, way)
    const last = said.at(-1)
    if (heading && 'day' in heading) day = heading.day
    if (isAside(text) || isDay(text, way)) asides.push({ line: number, text })
    else if (last) Object.assign(last, { text: last.text ? `${last.text}\n${text}` : text, lines: last.lines + 1 })
    else said.push({ line: number, lines: 1, clock: '', day, speaker: '', text, link: '' })
    index += 1
  }
  return { said, asides, openDates }
}

function isDay(text: string, way: DateWay): boolean {
  const read = readDate(text, way)
  return read !== null && 'day' in read
}

const unreadDate = (date: string, open: boolean) =>
  open ? `${date} can be read in two ways. Say whether the day or the month comes first.` : `${date} is no date.`

const clock = String.raw`(?:上午|下午)?\s?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?`
const word = '(?:today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)'
const date = String.raw`(?:\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?)`
const stamp = `(?:(${date})(?:,? at|,)? )?(?:(?:${word})(?:,? at)? )?(${clock})`

const bracketedFirst = new RegExp(String.raw`^\[${stamp}\] ?(.*)$`, 'i')
const bracketedLast = new RegExp(String.raw`^(.{1,80}?) \[${stamp}\]$`, 'i')
const trailing = new RegExp(`^(.{1,80}?),? (?:APP )?${stamp}$`, 'i')
const alone = new RegExp(`^(?:APP )?${stamp}$`, 'i')

/** Each program writes who spoke and when in a way of its own. */
function headerAt(lines: readonly Line[], index: number, format: Chat): Header | null {
  const { text = '' } = lines[index] ?? {}
  if (text.length > 140) return null
  if (format === 'teams') return teamsHeader(lines, index, text)
  if (format === 'slack') {
    const found = bracketedLast.exec(text)
    if (found && isName(found[1] ?? '')) return header(found, found[1] ?? '', 1)
  }
  return trailed(text, format) ?? stacked(lines, index, text)
}

function teamsHeader(lines: readonly Line[], index: number, text: string): Header | null {
  const found = bracketedFirst.exec(text)
  const name = found?.[3] ?? ''
  const next = lines[index + 1]?.text ?? '['
  // A list of lines in brackets is no chat: there, what follows the time was not said by it.
  return found && isName(name) && !next.startsWith('[') ? header([found[0], name, found[1], found[2]], name, 1) : null
}

/** Slack writes months by name or hours with am and pm on one line with the name; Lark writes numbers. */
function trailed(text: string, format: Chat): Header | null {
  const found = trailing.exec(text)
  const spelled = /[ap]\.?m\.?$|\b(?:[A-Z][a-z]{2,8}\.? \d|today|yesterday)/i.test(
    found?.[0].slice(found[1]?.length) ?? '',
  )
  return found && spelled === (format === 'slack') && isName(found[1] ?? '') ? header(found, found[1] ?? '', 1) : null
}

/** The name on one line and the time on the next, sometimes with a badge between them. */
function stacked(lines: readonly Line[], index: number, text: string): Header | null {
  // Without brackets around the time, a word in small letters is rather the end of what somebody said.
  if (!isName(text) || /^\p{Ll}+$/u.test(text) || alone.test(text)) return null
  const used = lines[index + 1]?.text === 'APP' ? 3 : 2
  const found = alone.exec(lines[index + used - 1]?.text ?? '')
  return found ? header(['', text, found[1], found[2]], text, used) : null
}

/** The same person again: only the time is shown. */
function continued(text: string, format: Chat, speaker: string): Header | null {
  if (speaker === '') return null
  const bare = alone.exec(text)
  if (bare) return header(['', speaker, bare[1], bare[2]], speaker, 1)
  const found = format === 'slack' ? bracketedFirst.exec(text) : null
  return found ? { ...header(['', speaker, found[1], found[2]], speaker, 1), rest: found[3] ?? '' } : null
}

function header(found: readonly (string | undefined)[], speaker: string, used: number): Header {
  return {
    speaker: speaker.replace(/ ?APP$/, ''),
    date: found[2] ?? '',
    clock: plainClock(found[3] ?? ''),
    rest: '',
    used,
  }
}

/** 下午2:02 is 2:02 pm. */
const plainClock = (text: string) =>
  text.startsWith('下午') ? `${text.slice(2).trim()} pm` : text.startsWith('上午') ? `${text.slice(2).trim()} am` : text

const particles = /^(?:da|de|del|der|den|di|do|dos|du|el|al|bin|la|le|van|von|y|e)$/

/** A person, a handle or a bot: every word of it begins like a name, and it ends like none of a sentence. */
function isName(text: string): boolean {
  if (text.length < 1 || text.length > 60 || /[!?;:"“”<>[\]{}=|#*]|[.,]$/.test(text)) return false
  const words = text
    .replace(/\([^()]{0,30}\)/g, '')
    .trim()
    .split(' ')
  if (words.length > 5) return false
  if (words.length === 1) return /^[\p{L}@][\p{L}\p{M}\d._@-]*$/u.test(words[0] ?? '')
  return words.every((each) => /^[\p{Lu}\p{Lo}][\p{L}\p{M}\d.'’-]*,?$/u.test(each) || particles.test(each))
}

const isAside = (text: string) =>
  /^(?:new( messages)?|today|yesterday|今天|昨天|\(?edited\)?|已编辑|view thread|also sent to the channel|\d{1,3} repl(?:y|ies)|last reply .{0,40}|(?:reply|thread):?|(?::[a-z0-9_+-]{1,40}:\s?\d{0,3}\s?)+|\d{1,3}|(?:\p{Extended_Pictographic}\ufe0f?\s?\d{0,3}\s?)+)$/iu.test(
    text,
  )
