/** An entry to be drawn in a lane. */
export type Marked = { number: number; x: number; kind: string; text: string }

/** One mark: an entry with its first words where there is room, or several entries too close to tell apart. */
export type Mark = {
  x: number
  y: number
  width: number
  numbers: string
  kind: string
  label: string
  labelX: number
  title: string
}

export const ROW_HEIGHT = 22
const ROWS_MAX = 4
const LETTERS_MAX = 30
const LETTERS_LEAST = 8

type Row = { right: number; last: { mark: Mark; entries: Marked[] } | null }

/** Labels never lie over each other: each takes the first row with room, and without room an entry keeps its number. */
export function packed(
  entries: readonly Marked[],
  { left, right }: { left: number; right: number },
): { marks: Mark[]; rows: number } {
  const rows: Row[] = []
  const marks: Mark[] = []
  for (const entry of [...entries].sort((a, b) => a.x - b.x || a.number - b.number)) {
    const width = pill(String(entry.number))
    const from = entry.x - width / 2
    let index = rows.findIndex((row) => row.right <= from - 3)
    if (index < 0 && rows.length < ROWS_MAX) index = rows.push({ right: left, last: null }) - 1
    const row = rows[index]
    if (!row) {
      joined(rows, entry)
      continue
    }
    const text = labelFor(entry.text, right - (entry.x + width / 2 + 4))
    const before = text === '' ? labelFor(entry.text, from - 4 - row.right) : ''
    const label = text || before
    const mark: Mark = {
      x: entry.x,
      y: index * ROW_HEIGHT + ROW_HEIGHT / 2,
      width,
      numbers: String(entry.number),
      kind: entry.kind,
      label,
      labelX: text ? entry.x + width / 2 + 4 : from - 4 - textWidth(before),
      title: titleOf(entry),
    }
    row.right = Math.max(entry.x + width / 2, text ? mark.labelX + textWidth(text) : 0) + 4
    row.last = { mark, entries: [entry] }
    marks.push(mark)
  }
  return { marks, rows: Math.max(1, rows.length) }
}

/** Too crowded: the entry joins the nearest mark, which then shows all its numbers. */
function joined(rows: readonly Row[], entry: Marked): void {
  const nearest = rows.flatMap(({ last }) => last ?? []).sort((a, b) => b.mark.x - a.mark.x)[0]
  if (!nearest) return
  nearest.entries.push(entry)
  const numbers = nearest.entries.map(({ number }) => number)
  const [first = 0, last = 0] = [Math.min(...numbers), Math.max(...numbers)]
  const all = last - first === numbers.length - 1
  Object.assign(nearest.mark, {
    numbers: all ? `${first}–${last}` : `${first}+${numbers.length - 1}`,
    title: nearest.entries.map(titleOf).join('\n'),
    label: '',
  })
  nearest.mark.width = pill(nearest.mark.numbers)
}

const titleOf = ({ number, text }: Marked) => `${number}. ${text}`
const pill = (numbers: string) => Math.max(17, numbers.length * 6.6 + 8)

function labelFor(text: string, room: number): string {
  const letters = [...text]
  const whole = letters.slice(0, LETTERS_MAX).join('').trimEnd()
  const label = letters.length > LETTERS_MAX ? `${whole}…` : whole
  if (textWidth(label) <= room) return label
  const cut = [...whole]
  while (cut.length >= LETTERS_LEAST && textWidth(`${cut.join('')}…`) > room) cut.pop()
  return cut.length >= LETTERS_LEAST ? `${cut.join('').trimEnd()}…` : ''
}

/** There is no browser here to measure with: a little more than the widest common letters take at 11.5 px. */
export function textWidth(text: string): number {
  let width = 0
  for (const letter of text)
    width += /[\u1100-\uffdc]|\p{Extended_Pictographic}/u.test(letter)
      ? 12
      : /[iljtf.,:;'|! ]/.test(letter)
        ? 3.6
        : /[mwMW@%—]/.test(letter)
          ? 10
          : /\p{Lu}/u.test(letter)
            ? 8
            : 6.4
  return width
}
