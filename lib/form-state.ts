import type { FieldProblem } from './problem.ts'

/**
 * What a server action answers a form with. It carries what was typed, because React 19 empties uncontrolled fields
 * after every action, also after one that refused.
 */
export type FormState = {
  /** One sentence about the whole form, where no single field is meant. */
  message?: string
  fields?: FieldProblem[]
  /** What was typed, without passwords and other secrets. */
  values?: Record<string, string | string[]>
  /** A sentence for people when the action succeeded and stays on the page. */
  done?: string
  /** What stands there now, when somebody else was faster: both texts can be shown. */
  conflict?: unknown
}

/** The hidden field that makes a double click one wish. */
export const NONCE_FIELD = '_nonce'
