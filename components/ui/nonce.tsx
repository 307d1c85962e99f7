import { randomUUID } from 'node:crypto'
import { NONCE_FIELD } from '#lib/form-state.ts'

/** Rendered by the server inside a form that adds something: pressing twice, also without scripts, then adds one. */
export function Nonce() {
  return <input type="hidden" name={NONCE_FIELD} value={randomUUID()} />
}
