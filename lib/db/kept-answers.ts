import type pg from 'pg'
import { createCache } from '#lib/cache.ts'
import { frozen } from '#lib/frozen.ts'
import { lend } from './embedded/pool.ts'
import { type Asked, type Question, QueueingClient, recording } from './queueing-client.ts'

/** What is kept weighs what the database said for it, and what was asked, in characters. */
const KEPT_MAX = 24_000_000
/** Readers who may see different things are given different answers. */
const VARIANTS_MAX = 12

type Given<T> = {
  key: string
  /** The statements that make a transaction this actor's. */
  opening: readonly Question[]
  /** Reads in such a transaction; what is asked inside `record` is written down. */
  read: (record: (run: () => Promise<T>) => Promise<T>) => Promise<T>
}

type Answers = readonly unknown[][][]
/** What was asked last time, and what was made of the answers to just that, the latest first. */
type Kept = { questions: readonly Question[]; variants: readonly { answers: Answers; value: unknown }[] }

/**
 * What was made of answers is kept with the answers themselves. The questions that led to it last time are put to the
 * database again, all of them, in this actor's own transaction and under this actor's policies; only when every answer is
 * letter by letter the same is what was made of them handed out, and otherwise it is made anew. So nothing can be out of
 * date, nobody is handed what their own reading did not bring, and there is no list of what depends on what. What is saved
 * is everything but the reading: one trip instead of one for each question, and the work behind it.
 */
export function keepAnswers(pool: pg.Pool) {
  const all = createCache<Kept>({ max: KEPT_MAX, now: () => 0 })
  const ask = askingTogether(pool)

  return async function kept<T>({ key, opening, read }: Given<T>): Promise<T> {
    const known = all.get(key)
    // Whatever is wrong with asking again is met, and said, by asking in the ordinary way.
    const answers = known && (await ask(opening, known.questions).catch(() => undefined))
    const found = answers && known.variants.find((variant) => same(variant.answers, answers))
    if (found) return found.value as T

    let noted: Asked[] = []
    const value = await read((run) => {
      noted = []
      // Prisma's promises begin when they are awaited, and that has to be in here.
      return recording.run(noted, async () => await run())
    })
    if (noted.length > 0) keep(key, noted, frozen(value))
    return value
  }

  function keep(key: string, asked: readonly Asked[], value: unknown): void {
    const questions = asked.map(({ question }) => question)
    const known = all.get(key)
    const others = known && sameQuestions(known.questions, questions) ? known.variants : []
    const variants = [{ answers: asked.map(({ answer }) => answer), value }, ...others].slice(0, VARIANTS_MAX)
    const weight = JSON.stringify([questions.map(({ text }) => text), variants.map(({ answers }) => answers)]).length
    all.set(key, { questions, variants }, { weight })
  }
}

/** What one actor wants to know at the same moment, for the page and for what is around it, makes one trip. */
function askingTogether(pool: pg.Pool) {
  type Trip = { questions: Question[]; answers: Promise<unknown[][][]> }
  const waiting = new Map<string, Trip>()

  return async (opening: readonly Question[], questions: readonly Question[]): Promise<Answers> => {
    const { questions: together, answers } = tripOf(opening)
    const from = together.length
    together.push(...questions)
    return (await answers).slice(from, from + questions.length)
  }

  function tripOf(opening: readonly Question[]): Trip {
    const actor = JSON.stringify(opening)
    const known = waiting.get(actor)
    if (known) return known
    const questions: Question[] = []
    const answers = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      waiting.delete(actor)
      return askAll(pool, opening, questions)
    })
    const trip = { questions, answers }
    waiting.set(actor, trip)
    return trip
  }
}

/** Begin, become this actor, ask everything, end. */
const askAll = (pool: pg.Pool, opening: readonly Question[], questions: readonly Question[]) =>
  lend(
    pool,
    async (client) => {
      if (!(client instanceof QueueingClient)) throw new Error('Only a QueueingClient asks several questions together.')
      const answers = await client.together([...opening, ...questions, { text: 'commit', rowMode: 'array' }])
      return answers.slice(opening.length, -1)
    },
    'always',
  )

/** Everything a database says is text, nothing, or made of them in one way. */
function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, index) => same(each, other[index]))
  if (typeof one !== 'object' || typeof other !== 'object') return one === other
  return JSON.stringify(one) === JSON.stringify(other)
}

const sameQuestions = (some: readonly Question[], others: readonly Question[]) =>
  some.length === others.length &&
  some.every(({ text, values }, index) => text === others[index]?.text && same(values, others[index]?.values))
