import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'

/** The one `h1` of a page, what it belongs to, and what can be done with it. */
export function PageHeader({
  title,
  crumbs,
  eyebrow,
  description,
  actions,
  document,
}: {
  title: ReactNode
  crumbs?: Crumb[]
  eyebrow?: ReactNode
  description?: ReactNode
  actions?: ReactNode
  /** The title of something to read rather than a place to work. */
  document?: boolean
}) {
  const t = useTranslations('ui')
  return (
    <header className="mb-6">
      {crumbs && crumbs.length > 0 && <Breadcrumbs crumbs={crumbs} label={t('breadcrumbs')} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-80">
          {eyebrow && <div className="mb-1.5 flex flex-wrap items-center gap-2 text-sm text-muted">{eyebrow}</div>}
          <h1 className={document ? 'max-w-4xl text-3xl font-semibold max-sm:text-2xl' : 'text-2xl font-semibold'}>
            {title}
          </h1>
          {description && <div className="mt-1.5 max-w-2xl text-md text-muted">{description}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
      </div>
    </header>
  )
}
