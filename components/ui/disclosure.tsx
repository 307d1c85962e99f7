import { ChevronRight } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** Native `details`: no script, found by the browser's own search, opened on paper by print.css. */
export function Disclosure({ summary, children, open }: { summary: ReactNode; children: ReactNode; open?: boolean }) {
  return (
    <details open={open} className="group">
      <summary className="inline-flex min-h-8 items-center gap-1.5 rounded-sm font-medium text-muted hover:text-ink pointer-coarse:min-h-11">
        <Icon
          icon={ChevronRight}
          className="size-4 text-faint transition-transform group-open:rotate-90 print:hidden"
        />
        {summary}
      </summary>
      <div className="pt-2 pb-1 sm:pl-5.5">{children}</div>
    </details>
  )
}
