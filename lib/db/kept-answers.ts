import { createHash } from 'node:crypto'
import type pg from 'pg'
import { createCache } from '#lib/cache.ts'
import { lend } from './embedded/pool.ts'
import { type Asked, type Question, QueueingClient, recording } from './queueing-client.ts'

/** Values weigh what the database said for them, questions their text. In characters. */
const VALUES_MAX = 16_000_000
const QUESTIONS_MAX = 8_000_000

type Given<T> = {
  key: string
  /** The statements that make a transaction this actor's. */
  opening: readonly Question[]
  /** Reads in such a transaction; what is asked inside `record` is written down. */
  read: (record: (run: () => Promise<T>) => Promise<T>) => Promise<T>
}

/**
 * What was made of answers is kept under the answers themselves. The questions that led to it last time are put to the
 * database again, all of them, in this actor's own transaction and under this actor's policies; only when every answer is
 * letter by letter the same is what was made of them handed out, and otherwise it is made anew. So nothing can be out of
 * date, nobody is handed what their own reading did not bring, and there is no list of what depends on what. What is saved
 * is everything but the reading: one trip instead of one for each question, and the work behind it.
 */
export function keepAnswers(pool: pg.Pool) {
  const questions = createCache<readonly Question[]>({ max: QUESTIONS_MAX, now: () => 0 })
  const values = createCache<{ value: unknown }>({ max: VALUES_MAX, now: () => 0 })

  return async function kept<T>({ key, opening, read }: Given<T>): Promise<T> {
    const known = questions.get(key)
    // Whatever is wrong with asking again is met, and said, by asking in the ordinary way.
    const asked = known && (await askAgain(pool, opening, known).catch(() => undefined))
    const found = asked && values.get(hashOf(key, asked))
    if (found) return found.value as T

    let noted: Asked[] = []
    const value = await read((run) => {
      noted = []
      // Prisma's promises begin when they are awaited, and that has to be in here.
      return recording.run(noted, async () => await run())
    })
    if (noted.length > 0) keep(key, noted, value)
    return value
  }

  function keep(key: string, asked: readonly Asked[], value: unknown): void {
    const weight = asked.reduce((sum, { question }) => sum + question.text.length, 0)
    questions.set(
      key,
      asked.map(({ question }) => question),
      { weight },
    )
    values.set(hashOf(key, asked), { value: frozen(value) }, { weight: JSON.stringify(asked).length })
  }
}

/** One trip: begin, become this actor, ask everything, end. */
const askAgain = (pool: pg.Pool, opening: readonly Question[], questions: readonly Question[]) =>
  lend(
    pool,
    async (client) => {
      if (!(client instanceof QueueingClient)) throw new Error('Only a QueueingClient asks several questions together.')
      const answers = await client.together([...opening, ...questions, { text: 'commit', rowMode: 'array' }])
      return questions.map((question, index) => ({ question, answer: answers[opening.length + index] ?? [] }))
    },
    'always',
  )

const hashOf = (key: string, asked: readonly Asked[]) =>
  createHash('sha256')
    .update(JSON.stringify([key, asked.map(({ question: { text, values }, answer }) => [text, values, answer])]))
    .digest('base64url')

/** It is handed to everybody who is given the same answers, so nobody may change it. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const each of Object.values(Object.freeze(value))) frozen(each)
  return value
}
