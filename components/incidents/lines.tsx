import type { ReactNode } from 'react'

/** Facts one below the other: what it is, what can be said of it in two words, and the sentence. */
export function Lines({ children }: { children: ReactNode }) {
  return <ul className="flex flex-col gap-3.5">{children}</ul>
}

export function Line({ name, aside, children }: { name: ReactNode; aside?: ReactNode; children?: ReactNode }) {
  return (
    <li className="min-w-0 print:break-inside-avoid">
      <div className="flex flex-wrap items-baseline gap-x-2.5">
        <span className="font-medium">{name}</span>
        {aside && <span className="text-sm text-muted">{aside}</span>}
      </div>
      {children && <div className="break-words">{children}</div>}
    </li>
  )
}

/** Leads out of Firebreak, to where something was measured. It says nothing of where it was followed from. */
export function OuterLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} rel="noreferrer nofollow" className="break-words text-accent underline underline-offset-2">
      {children}
    </a>
  )
}
