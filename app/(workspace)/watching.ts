import type { WatchedOut } from '#lib/watching/schema.ts'
import { setWatching } from './watching-actions.ts'

/** What the button of a record does, given how it stands. */
export const toggle = (watching: boolean, kind: WatchedOut['kind'], number: number) =>
  setWatching.bind(null, { kind, number, watching: !watching })
