/** Stills by their id: on the server those made lately, in a browser those its first page brought. */
export type KeptStills = { get: (id: string) => string | undefined; set: (id: string, html: string) => unknown }

const KEY = Symbol.for('firebreak.stills')
// Next loads this module once per bundle, and pages make what another bundle shows; only the global object is shared.
const shared = globalThis as { [KEY]?: KeptStills }

export function keptStills(make: () => KeptStills): KeptStills {
  shared[KEY] ??= make()
  return shared[KEY]
}

/** Where a still belongs in a page that is still being made. */
export const placeOf = (id: string) => `<!--${id}-->`
export const PLACE = { begin: '<!--still-', end: '-->' }

/** What stands at a place. Undefined where nothing made stills, and for what was forgotten. */
export const stillAt = (place: string) => shared[KEY]?.get(place.slice('<!--'.length, -PLACE.end.length))
