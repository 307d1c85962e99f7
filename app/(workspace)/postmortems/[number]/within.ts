import type { Work } from '#lib/context.ts'
import { imagesIn } from '#lib/images/queries.ts'
import { embeddedIn } from '#lib/postmortems/embedded.ts'

type Asked = { number: number; bodies: readonly string[]; published: boolean }

/** The pictures and the embedded parts of a text, for whoever reads it. */
export const within = async (work: Work, { number, bodies, published }: Asked) => ({
  images: await imagesIn(work, number, bodies),
  embedded: await embeddedIn(work, { number, bodies, published }),
})
