import type { ButtonHTMLAttributes } from 'react'
import { Link, type LinkProps } from './link.tsx'

type Tone = 'primary' | 'plain' | 'quiet' | 'danger'
type Look = { tone?: Tone; size?: 'small' | 'regular' }

export function Button({
  tone,
  size,
  className,
  type = 'button',
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type={type} className={buttonLook({ tone, size, className })} {...rest} />
}

/** Looks like a button, is a link: for going somewhere rather than doing something. */
export function LinkButton({ tone, size, className, ...rest }: Look & LinkProps) {
  return <Link className={buttonLook({ tone, size, className })} {...rest} />
}

const tones: Record<Tone, string> = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-strong',
  plain: 'bg-raised text-ink ring-1 ring-inset ring-edge hover:bg-sunken',
  quiet: 'text-muted hover:bg-hover hover:text-ink',
  danger: 'bg-raised text-danger ring-1 ring-inset ring-danger-edge hover:bg-danger-soft',
}

/** 44 px high on touch screens, where a finger is the pointer. */
const sizes = {
  small: 'h-7 px-2.5 text-sm pointer-coarse:h-10',
  regular: 'h-8.5 px-3.5 text-base pointer-coarse:h-11',
}

export function buttonLook({
  tone = 'plain',
  size = 'regular',
  className = '',
}: Look & { className?: string }): string {
  return `button ${sizes[size]} ${tones[tone]} ${className}`
}
