import { type ReactNode, useId } from 'react'

/** A titled part of a page. `flush` lets a table or list reach the edges. */
export function Panel({
  title,
  actions,
  children,
  flush,
  level = 2,
  id: given,
}: {
  title?: ReactNode
  actions?: ReactNode
  children: ReactNode
  flush?: boolean
  level?: 2 | 3
  /** For a panel that is drawn again apart from its page: the server counts ids anew in each answer. */
  id?: string
}) {
  const counted = useId()
  const id = given ?? counted
  const Heading = `h${level}` as const
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className="rounded-lg border border-line bg-raised shadow-raised print:shadow-none"
    >
      {(title || actions) && (
        <div className="flex min-h-11 items-center justify-between gap-3 border-b border-line px-4 py-1.5">
          {title && (
            <Heading id={id} className="font-semibold">
              {title}
            </Heading>
          )}
          {actions && <div className="flex items-center gap-1 print:hidden">{actions}</div>}
        </div>
      )}
      <div className={flush ? '' : 'p-4'}>{children}</div>
    </section>
  )
}
