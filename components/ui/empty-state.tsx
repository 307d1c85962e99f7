import type { IconNode } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** Says what would be here, and offers the first step. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
}: {
  icon?: IconNode
  title: string
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="flex flex-col items-center rounded-xl border border-dashed border-edge px-6 py-12 text-center">
      {icon && (
        <span className="mb-4 inline-flex size-11 items-center justify-center rounded-full bg-sunken text-muted">
          <Icon icon={icon} className="size-5" />
        </span>
      )}
      <h2 className="text-md font-semibold">{title}</h2>
      {children && <div className="mt-1.5 max-w-md text-balance text-muted">{children}</div>}
      {actions && <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
