import type { ReactNode } from 'react'

/** For screen readers only; use sparingly, since sighted people benefit from words too. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>
}
