import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SectionsNav } from '#components/ui/sections-nav.tsx'

const groups = {
  personal: ['profile', 'password', 'sessions', 'appearance', 'mail', 'calendars', 'tokens'],
  organization: ['organization', 'templates', 'review', 'hints', 'import', 'break-glass'],
} as const
type Page = (typeof groups)[keyof typeof groups][number]

const forAdministrators: readonly Page[] = ['review', 'organization', 'import', 'break-glass']

/** What all settings pages share. Some are listed only for those who may use them. */
export function SettingsFrame({
  current,
  administers,
  children,
}: {
  current: Page
  administers: boolean
  children: ReactNode
}) {
  const t = useTranslations('settings')
  const pagesIn = (group: keyof typeof groups) =>
    groups[group]
      .filter((page) => administers || !forAdministrators.includes(page))
      .map((page) => ({ href: `/settings/${page}`, label: t(`tab.${page}`), current: page === current }))
  return (
    <>
      <PageHeader title={t('title')} />
      <div className="grid grid-cols-1 items-start gap-x-10 gap-y-6 xl:grid-cols-[12rem_minmax(0,1fr)]">
        <SectionsNav
          label={t('title')}
          groups={[
            { label: t('group.personal'), pages: pagesIn('personal') },
            { label: t('group.organization'), pages: pagesIn('organization') },
          ]}
        />
        <div className="min-w-0">{children}</div>
      </div>
    </>
  )
}
