import type { IconNode } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { inkTone, softTone, type Tone } from './tone.ts'

type BadgeProps = { tone?: Tone; icon?: IconNode; children: ReactNode }

export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  return (
    <span
      className={`inline-flex h-5.5 items-center align-middle gap-1 whitespace-nowrap rounded-full px-2 text-xs font-medium ring-1 ring-inset ${softTone[tone]}`}
    >
      {icon && <Icon icon={icon} className="size-3.5" />}
      {children}
    </span>
  )
}

/** The quiet form for table cells, where forty filled badges in a column would shout. */
export function Status({ tone = 'neutral', icon, children }: BadgeProps) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap align-middle max-sm:whitespace-normal">
      {icon ? (
        <Icon icon={icon} className={`size-4 ${inkTone[tone]}`} />
      ) : (
        <span aria-hidden className={`size-2 rounded-full bg-current ${inkTone[tone]}`} />
      )}
      {children}
    </span>
  )
}
