'use client'

import { LoaderCircle } from 'lucide'
import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { useUiText } from './ui-text.tsx'

/** Keeps focus while it waits, so `aria-disabled` instead of `disabled`; a second press is ignored. */
export function SubmitButton({ children, tone = 'primary', onClick, ...rest }: ComponentProps<typeof Button>) {
  const { pending, data } = useFormStatus()
  const text = useUiText()
  // Several buttons may share a form (save, publish); only the pressed one turns.
  const mine = pending && (!rest.name || data?.get(rest.name) === rest.value)
  return (
    <Button
      {...rest}
      type="submit"
      tone={tone}
      aria-disabled={pending || rest['aria-disabled']}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
    >
      {mine && <Icon icon={LoaderCircle} className="size-4 animate-spin" />}
      {children}
      <span role="status" className="sr-only">
        {mine ? text.formSaving : ''}
      </span>
    </Button>
  )
}
