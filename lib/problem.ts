/** What can go wrong in a way somebody can act on. Anything else is a bug, logged once with its request id. */
export type Problem =
  | { kind: 'invalid'; fields: FieldProblem[] }
  | { kind: 'unauthenticated' }
  | { kind: 'forbidden'; reason: string }
  | { kind: 'not_found' }
  | { kind: 'conflict'; message: string; current?: unknown }
  | { kind: 'limited'; retryAfterSeconds: number }
  | { kind: 'unavailable'; message: string }

/** `field` is the path as the form or the JSON body spells it: `title`, `milestones.detected`, `windows.0.from`. `href`: the page it is mended on, where that is another one. */
export type FieldProblem = { field: string; message: string; href?: string }

/** Thrown inside a command, which rolls its transaction back; the runner turns it into an outcome at the edge. */
export class Refusal extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(sentence(problem))
    this.name = 'Refusal'
    this.problem = problem
  }
}

export function refuse(problem: Problem): never {
  throw new Refusal(problem)
}

export const invalid = (field: string, message: string): Problem => ({ kind: 'invalid', fields: [{ field, message }] })
export const conflict = (message: string): Problem => ({ kind: 'conflict', message })
export const notFound: Problem = { kind: 'not_found' }

/** One sentence for people, the same at every door. */
export function sentence(problem: Problem): string {
  switch (problem.kind) {
    case 'invalid':
      return problem.fields[0]?.message ?? 'Something in the form needs another look.'
    case 'unauthenticated':
      return 'Sign in to continue.'
    case 'forbidden':
      return problem.reason
    case 'not_found':
      return 'There is nothing here that you can see.'
    case 'conflict':
      return problem.message
    case 'limited':
      return `That was a lot in a short time. Try again in ${problem.retryAfterSeconds} seconds.`
    case 'unavailable':
      return problem.message
  }
}
