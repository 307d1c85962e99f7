import NextLink from 'next/link'
import type { ComponentProps } from 'react'

export type LinkProps = ComponentProps<typeof NextLink>

/**
 * Moves without a full page load. Prefetching is off: every page is rendered for one person at request time, so a list
 * of forty links would cost the server forty requests nobody asked for.
 */
export function Link(props: LinkProps) {
  return <NextLink prefetch={false} {...props} />
}
