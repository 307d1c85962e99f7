/**
 * What a server action answers a form with. It carries what was typed, because React 19 empties uncontrolled fields
 * after every action, also after one that refused: fields take `values[name]` as their default.
 */
export type FormState = {
  ok: boolean
  /** One sentence about the whole form. */
  problem?: string
  /** Sentence by field name, as the form spells it. */
  fields?: Record<string, string>
  /** What was typed, without passwords and other secrets. */
  values?: Record<string, string | string[]>
  /** What stands there now, when somebody else was faster: both texts can be shown. */
  conflict?: unknown
  /** The next `_nonce`: an answered form that is sent again is a new wish. */
  nonce?: string
  /** Only after a fault of ours: what to look for in the log. */
  requestId?: string
}

/** The state before anybody pressed anything. */
export const untouched: FormState = { ok: false }

/** The name of the hidden field that makes a double click one wish. */
export const NONCE_FIELD = '_nonce'
