import { headers } from 'next/headers'
import { getLocale, getMessages } from 'next-intl/server'
import { cache, type ReactElement } from 'react'
import { StillHtml } from '#components/stills/still-html.tsx'
import type { StillName, StillProps } from '#components/stills/stills.tsx'
import { still } from '#lib/still.ts'

type Props<Name extends StillName> = {
  of: Name
  /** Where the document may arrive without it, its HTML comes along. */
  along?: boolean
} & StillProps<Name> &
  object

/**
 * A part of a page without islands, as the HTML React made of it when this very content was first shown. The page then
 * holds one string instead of some hundred elements, which cost the server three passes each (content/decisions/011).
 */
export async function Still<Name extends StillName>({
  of,
  along = false,
  ...props
}: Props<Name>): Promise<ReactElement> {
  const { isDocument, ...words } = await asked()
  const { id, html } = await still({ name: of, props, ...words })
  return isDocument && !along && html.length < APART_MAX ? <StillHtml id={id} /> : <StillHtml id={id} html={html} />
}

/** The same for every still of a request. */
const asked = cache(async () => {
  const [locale, messages, head] = await Promise.all([getLocale(), getMessages(), headers()])
  // A browser asks for a document by this name; a move within the product asks for anything.
  return { locale, messages, isDocument: head.get('accept')?.includes('text/html') ?? false }
})

/** Far below what is kept at all, so that nothing is forgotten between making it and showing it. */
const APART_MAX = 1_000_000
