import { notFound } from 'next/navigation'
import type { Guide } from '#lib/guides/model.ts'
import { getGuide } from '#lib/guides/queries.ts'

export type Params = Promise<{ slug: string }>

/** The guide that an address names, or the page for what is not there. */
export async function guideIn(params: Params): Promise<Guide> {
  return (await getGuide((await params).slug)) ?? notFound()
}
