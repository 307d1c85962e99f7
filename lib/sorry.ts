/** Something whoever runs Firebreak can mend. Printed alone, without a stack; the process ends with 1. */
export class Sorry extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'Sorry'
  }
}

// By name, because the server and the command line are compiled separately and do not share classes.
const NAMES = new Set(['Sorry', 'CannotStart', 'Refusal'])

export function isSorry(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  // An option that does not exist is a slip of the fingers; Node's sentence names it.
  return NAMES.has(error.name) || ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
}
