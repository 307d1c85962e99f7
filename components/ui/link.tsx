import type { ComponentProps } from 'react'

export type LinkProps = ComponentProps<'a'> & { href: string }

/**
 * A plain link. One listener in the frame (components/shell/moves.tsx) turns a press on any link into a move without a full
 * page load, so a page of two hundred links brings along none of them as a component.
 */
export function Link(props: LinkProps) {
  return <a {...props} />
}
