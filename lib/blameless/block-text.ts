export type Ignore = { rule: string; reason: string }

/** One heading, paragraph, list item or table cell as plain text, each character with its place in the source. */
export type Block = {
  kind: 'heading' | 'paragraph' | 'item' | 'cell'
  text: string
  /** How many lists it is inside. */
  depth: number
  /** The heading it stands under. */
  under: string
  ignored: readonly Ignore[]
  /** Where the characters from `start` up to `end` of the text are in the source. */
  place: (start: number, end: number) => { start: number; end: number }
}

type Cut = { from: number; to: number; instead: string }

/** Collects what is not prose inside a block and then leaves it out, keeping every offset. */
export class BlockText {
  readonly #source: string
  readonly #given: { kind: Block['kind']; from: number; to: number }
  readonly #cuts: Cut[] = []
  readonly #ignored: Ignore[] = []

  constructor(source: string, given: { kind: Block['kind']; from: number; to: number }) {
    this.#source = source
    this.#given = given
  }

  cut(from: number, to: number, instead: string): void {
    this.#cuts.push({ from, to, instead })
  }

  ignore(ignores: readonly Ignore[]): void {
    this.#ignored.push(...ignores)
  }

  done({ depth, under, ignored }: { depth: number; under: string; ignored: readonly Ignore[] }): Block {
    const { kind, from, to } = this.#given
    const { text, offsets } = compact(this.#source, { from, to, cuts: this.#cuts })
    const place = (start: number, end: number) => ({
      start: offsets[start] ?? to,
      end: end > start ? (offsets[end - 1] ?? to - 1) + 1 : (offsets[start] ?? to),
    })
    return { kind, text, depth, under, ignored: [...ignored, ...this.#ignored], place }
  }
}

/** Any white space, line ends and their indentation too, becomes one space. */
function compact(source: string, { from, to, cuts }: { from: number; to: number; cuts: readonly Cut[] }) {
  const offsets: number[] = []
  let text = ''
  let last = ''
  let next = 0
  const put = (character: string, offset: number) => {
    if (character === ' ' && (last === '' || last === ' ')) return
    text += character
    last = character
    offsets.push(offset)
  }
  for (let at = from; at < to; ) {
    const cut = cuts[next]
    if (cut && at >= cut.from) {
      if (cut.instead) put(cut.instead, cut.from)
      at = Math.max(at, cut.to)
      next += 1
      continue
    }
    const code = source.charCodeAt(at)
    const isSpace = code <= 32 || code === 160 || code === 0x3000
    const isEscape = code === BACKSLASH && /[!-/:-@[-`{-~]/.test(source[at + 1] ?? '')
    if (!isEscape) put(isSpace ? ' ' : (source[at] ?? ''), at)
    at += 1
  }
  return { text, offsets }
}

const BACKSLASH = 92
