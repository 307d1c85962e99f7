/** Why the server does not start, in one sentence for the person who runs it. Printed without a stack; the process ends with 1. */
export class CannotStart extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'CannotStart'
  }
}
