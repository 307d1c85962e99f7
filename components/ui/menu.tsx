import { type ReactNode, useId } from 'react'
import { buttonLook } from './button.tsx'
import { Link, type LinkProps } from './link.tsx'

/**
 * A native popover: opens, closes on Escape or a press outside, and returns focus without any script.
 * Inside are links and buttons in reading order, not an ARIA menu, so Tab works as everywhere else.
 */
export function Menu({
  id: given,
  label,
  trigger,
  children,
  tone = 'plain',
  size,
  className,
}: {
  id?: string
  label: string
  trigger: ReactNode
  children: ReactNode
  tone?: 'primary' | 'plain' | 'quiet'
  size?: 'small' | 'regular'
  className?: string
}) {
  const own = useId()
  const id = given ?? own
  return (
    <>
      <button type="button" popoverTarget={id} aria-label={label} className={buttonLook({ tone, size, className })}>
        {trigger}
      </button>
      <div id={id} popover="auto" className="menu">
        {children}
      </div>
    </>
  )
}

const item =
  'flex w-full min-h-8 items-center gap-2.5 rounded-md px-2.5 text-start text-base hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2 pointer-coarse:min-h-11 aria-[current=true]:font-medium'

export function MenuLink({ className = '', ...rest }: LinkProps) {
  return <Link className={`${item} ${className}`} {...rest} />
}

/** Inside a form it submits; elsewhere give it `popoverTarget` or an island's handler. */
export function MenuButton({ tone, ...rest }: { tone?: 'danger' } & React.ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="submit" className={`${item} ${tone === 'danger' ? 'text-danger' : ''}`} {...rest} />
}

export function MenuHeading({ children }: { children: ReactNode }) {
  return <p className="px-2.5 pt-2 pb-1 text-xs font-medium text-faint">{children}</p>
}

export function MenuRule() {
  return <hr className="-mx-1 my-1 border-line" />
}
