import pg from 'pg'

type Query = (...given: unknown[]) => unknown

/**
 * Prisma asks for several relations at once on one connection. The stock client queues such queries and warns that its
 * next version will refuse them; this one queues them itself.
 */
export class QueueingClient extends pg.Client {
  #last: Promise<unknown> = Promise.resolve()

  override query = ((...given: unknown[]) => {
    const ask = super.query as Query
    // The pool's own housekeeping uses callbacks, one at a time.
    if (typeof given.at(-1) === 'function') return ask.apply(this, given)
    const answer = this.#last.then(() => ask.apply(this, given))
    this.#last = answer.catch(() => undefined)
    return answer
  }) as pg.Client['query']
}
