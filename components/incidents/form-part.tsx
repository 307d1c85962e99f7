'use client'

import { ChevronRight } from 'lucide'
import { type ReactNode, use } from 'react'
import { FormContext } from '#components/ui/form-state.ts'
import { Icon } from '#components/ui/icon.tsx'

/** A part of a long form that may stay closed; it opens by itself when something inside needs another look. */
export function FormPart({
  title,
  hint,
  names,
  open = false,
  children,
}: {
  title: string
  hint?: string
  /** How the names of its fields begin. */
  names: string[]
  open?: boolean
  children: ReactNode
}) {
  const problems = use(FormContext)?.state.fields ?? []
  const wanted = problems.some(({ field }) => names.some((name) => field === name || field.startsWith(`${name}.`)))
  return (
    <details open={open || wanted} className="group rounded-lg border border-line bg-raised">
      <summary className="flex min-h-12 items-center gap-2.5 rounded-lg px-4 py-2.5 hover:bg-hover">
        <Icon icon={ChevronRight} className="size-4 text-faint transition-transform group-open:rotate-90" />
        <span className="min-w-0">
          <span className="font-medium">{title}</span>
          {hint && <span className="block text-sm text-muted">{hint}</span>}
        </span>
      </summary>
      <div className="flex flex-col gap-5 border-t border-line p-4">{children}</div>
    </details>
  )
}
