import { ChevronRight, ChevronsLeft } from 'lucide'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LinkButton } from './button.tsx'
import { Icon } from './icon.tsx'

/** Cursors only go forward, so there are two ways on: the next page, or back to the first. */
export function Pagination({
  nextHref,
  firstHref,
  children,
}: {
  nextHref?: string | null
  firstHref?: string | null
  children?: ReactNode
}) {
  const t = useTranslations('ui.pages')
  if (!nextHref && !firstHref && !children) return null
  return (
    <nav aria-label={t('label')} className="mt-4 flex flex-wrap items-center justify-between gap-3 print:hidden">
      <p className="text-sm text-muted">{children}</p>
      <div className="flex gap-2">
        {firstHref && (
          <LinkButton href={firstHref} size="small" tone="quiet">
            <Icon icon={ChevronsLeft} />
            {t('first')}
          </LinkButton>
        )}
        {nextHref && (
          <LinkButton href={nextHref} size="small" rel="next">
            {t('next')}
            <Icon icon={ChevronRight} />
          </LinkButton>
        )}
      </div>
    </nav>
  )
}
