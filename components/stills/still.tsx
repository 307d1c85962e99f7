import { getLocale, getMessages } from 'next-intl/server'
import type { ReactElement } from 'react'
import { still } from '#lib/still.ts'
import type { StillName, StillProps } from './stills.tsx'

type Props<Name extends StillName> = { of: Name } & StillProps<Name>

/**
 * A part of a page without islands, as the HTML React made of it when this very content was first shown. The page then
 * holds one string instead of some hundred elements, which cost the server three passes each (content/decisions/011).
 */
export async function Still<Name extends StillName>({ of, ...props }: Props<Name>): Promise<ReactElement> {
  const [locale, messages] = await Promise.all([getLocale(), getMessages()])
  const __html = await still({ name: of, props, locale, messages })
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React made this string from elements, escaping every text in it.
  return <div className="contents" dangerouslySetInnerHTML={{ __html }} />
}
