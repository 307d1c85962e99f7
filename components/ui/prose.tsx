import type { ReactNode } from 'react'

/** Long text: postmortems, guides, comments. The rules are in prose.css. */
export function Prose({ children, small }: { children: ReactNode; small?: boolean }) {
  return <div className={small ? 'prose prose-small' : 'prose'}>{children}</div>
}
