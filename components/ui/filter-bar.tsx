import { ListFilter, Search, X } from 'lucide'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Option } from '#lib/options.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'

export type FilterChip = { label: string; value: string; removeHref: string }

/** A GET form and links: every filtered list has an address that can be sent to a colleague. */
export function FilterBar({
  action,
  query,
  placeholder,
  chips = [],
  clearHref,
  children,
}: {
  action: string
  query?: string
  /** Without one there are no words to look for. */
  placeholder?: string
  chips?: FilterChip[]
  clearHref?: string
  children?: ReactNode
}) {
  const t = useTranslations('ui.filter')
  return (
    <search className="mb-4 block print:hidden">
      <form action={action} method="get" className="flex flex-wrap items-center gap-2">
        {placeholder && (
          <label className="relative min-w-52 flex-1 sm:max-w-72">
            <span className="sr-only">{placeholder}</span>
            <Icon icon={Search} className="pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4 text-faint" />
            <input
              name="q"
              type="search"
              defaultValue={query}
              placeholder={placeholder}
              className="control border-edge pl-8"
            />
          </label>
        )}
        {children}
        <Button type="submit">
          <Icon icon={ListFilter} />
          {t('apply')}
        </Button>
      </form>
      {chips.length > 0 && (
        <ul className="mt-2.5 flex flex-wrap items-center gap-1.5">
          {chips.map((chip) => (
            <li key={chip.removeHref}>
              <Link
                href={chip.removeHref}
                className="inline-flex h-6.5 items-center gap-1 rounded-full bg-accent-soft pl-2.5 pr-1.5 text-sm text-accent hover:bg-hover pointer-coarse:h-10"
              >
                <span className="sr-only">{t('remove')}</span>
                {chip.label}: <span className="font-medium">{chip.value}</span>
                <Icon icon={X} className="size-3.5" />
              </Link>
            </li>
          ))}
          {clearHref && (
            <li>
              <Link href={clearHref} className="px-1.5 text-sm text-muted hover:text-ink hover:underline">
                {t('clear')}
              </Link>
            </li>
          )}
        </ul>
      )}
    </search>
  )
}

/** A native select small enough for a bar; its first choice names the filter, so no separate label takes room. */
export function FilterSelect({
  name,
  label,
  value,
  options,
}: {
  name: string
  label: string
  value?: string
  options: readonly Option[]
}) {
  return (
    <select name={name} aria-label={label} defaultValue={value ?? ''} className="control w-auto max-w-48 border-edge">
      <option value="">{label}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
