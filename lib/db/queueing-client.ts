import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

type Query = (...given: unknown[]) => unknown
export type Question = pg.QueryArrayConfig<unknown[]>
export type Asked = { question: Question; answer: unknown[][] }

/** Within it, every question put to a database is written down with its answer. */
export const recording = new AsyncLocalStorage<Asked[]>()

/** Within it, a transaction is begun with these questions: what makes it somebody's travels with its BEGIN. */
export const opening = new AsyncLocalStorage<readonly Question[]>()

/** Prisma asks for several relations at once on one connection. Statements travel together (`pipeline`), so they all go out at once. */
export class QueueingClient extends pg.Client {
  override query = ((...given: unknown[]) => {
    const ask = super.query as Query
    // The pool's own housekeeping uses callbacks, one at a time.
    if (typeof given.at(-1) === 'function') return ask.apply(this, given)
    const begin = opening.getStore()
    if (begin && (given[0] as Question).text === PRISMAS_BEGIN) return this.together(begin).then(() => NOTHING)
    const answer = ask.apply(this, given)
    const asked = recording.getStore()
    return asked ? writtenDown(asked, given[0] as Question, answer as Promise<pg.QueryArrayResult>) : answer
  }) as pg.Client['query']

  /** Several questions in one write. */
  async together(questions: readonly Question[]): Promise<unknown[][][]> {
    const { stream } = this.connection
    stream.cork()
    const answers = questions.map((question) => this.query<unknown[]>(question))
    stream.uncork()
    // Nobody goes on before the last is answered, even when the first one failed.
    const settled = await Promise.allSettled(answers)
    return settled.map((each) => {
      if (each.status === 'rejected') throw each.reason
      return each.value.rows
    })
  }
}

const PRISMAS_BEGIN = 'BEGIN'
const NOTHING = { rows: [], rowCount: 0 }

async function writtenDown(asked: Asked[], question: Question, answer: Promise<pg.QueryArrayResult>) {
  const place = asked.push({ question, answer: [] }) - 1
  const result = await answer
  asked[place] = { question, answer: result.rows }
  return result
}
