import { CircleAlert, CircleCheck, type IconNode, Info, Lightbulb, StickyNote, TriangleAlert } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { inkTone, softTone, type Tone } from './tone.ts'

const icons: Record<Tone, IconNode> = {
  neutral: StickyNote,
  accent: Lightbulb,
  danger: CircleAlert,
  warn: TriangleAlert,
  ok: CircleCheck,
  info: Info,
}

/** `live` is for what appears after the page has loaded and should be read out. */
export function Callout({
  tone = 'info',
  title,
  children,
  live,
}: {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  live?: boolean
}) {
  return (
    <div
      role={live ? 'status' : 'note'}
      className={`not-prose flex gap-3 rounded-lg px-4 py-3 ring-1 ring-inset print:break-inside-avoid ${softTone[tone]}`}
    >
      <Icon icon={icons[tone]} className={`mt-0.5 size-4.5 ${inkTone[tone]}`} />
      <div className="min-w-0 flex-1 text-ink">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className={title ? 'mt-0.5' : ''}>{children}</div>}
      </div>
    </div>
  )
}
