'use client'

import { X } from 'lucide'
import { type ReactNode, useId, useRef } from 'react'
import { Button, LinkButton } from './button.tsx'
import { Icon } from './icon.tsx'
import { useUiText } from './ui-text.tsx'

type Tone = 'primary' | 'plain' | 'quiet' | 'danger'

/**
 * The browser's own dialog: focus trap, Escape and the inert page behind come with it.
 * `href` is the page that does the same; without scripts the trigger simply goes there.
 */
export function Dialog({
  trigger,
  title,
  href,
  tone,
  children,
}: {
  trigger: ReactNode
  title: string
  href?: string
  tone?: Tone
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const text = useUiText()
  const open = (event: React.MouseEvent) => {
    event.preventDefault()
    dialog.current?.showModal()
  }
  return (
    <>
      {href ? (
        <LinkButton href={href} tone={tone} onClick={open}>
          {trigger}
        </LinkButton>
      ) : (
        <Button tone={tone} aria-haspopup="dialog" onClick={open}>
          {trigger}
        </Button>
      )}
      <dialog ref={dialog} aria-labelledby={id} className="dialog">
        <div className="flex items-start justify-between gap-4">
          <h2 id={id} className="text-lg font-semibold">
            {title}
          </h2>
          <Button
            tone="quiet"
            size="small"
            className="-mr-2"
            aria-label={text.close}
            onClick={() => dialog.current?.close()}
          >
            <Icon icon={X} />
          </Button>
        </div>
        <div className="mt-3">{children}</div>
      </dialog>
    </>
  )
}
