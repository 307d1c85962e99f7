import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageHeader } from '#components/ui/page-header.tsx'
import { TabsNav } from '#components/ui/tabs-nav.tsx'

const pages = [
  'profile',
  'password',
  'appearance',
  'sessions',
  'mail',
  'tokens',
  'calendars',
  'templates',
  'review',
  'hints',
  'organization',
  'import',
  'break-glass',
] as const
type Page = (typeof pages)[number]

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
  const shown = pages.filter((page) => administers || !forAdministrators.includes(page))
  const tabs = shown.map((page) => ({ href: `/settings/${page}`, label: t(`tab.${page}`), current: page === current }))
  return (
    <>
      <PageHeader title={t('title')} />
      <TabsNav label={t('title')} tabs={tabs} />
      {children}
    </>
  )
}
