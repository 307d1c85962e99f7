import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

type Query = (...given: unknown[]) => unknown
export type Question = pg.QueryArrayConfig<unknown[]>
export type Asked = { question: Question; answer: unknown[][] }

/** Within it, every question put to a database is written down with its answer. */
export const recording = new AsyncLocalStorage<Asked[]>()

/**
 * Prisma asks for several relations at once on one connection. Where statements travel together (`pipeline`) they all go
 * out at once; elsewhere the stock client queues them and warns that its next version will refuse, so this one queues itself.
 */
export class QueueingClient extends pg.Client {
  #last: Promise<unknown> = Promise.resolve()

  override query = ((...given: unknown[]) => {
    const ask = super.query as Query
    // The pool's own housekeeping uses callbacks, one at a time.
    if (typeof given.at(-1) === 'function') return ask.apply(this, given)
    const answer = this.pipeline ? ask.apply(this, given) : this.#last.then(() => ask.apply(this, given))
    this.#last = (answer as Promise<unknown>).catch(() => undefined)
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

async function writtenDown(asked: Asked[], question: Question, answer: Promise<pg.QueryArrayResult>) {
  const place = asked.push({ question, answer: [] }) - 1
  const result = await answer
  asked[place] = { question, answer: result.rows }
  return result
}
