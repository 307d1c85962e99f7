import { useTranslations } from 'next-intl'
import { Menu, MenuHeading } from '#components/ui/menu.tsx'

/** What the list shows now, as a file: `query` are its filters. */
export function ExportMenu({ kind, query }: { kind: 'incidents' | 'postmortems' | 'action-items'; query: string }) {
  const t = useTranslations('exports')
  const at = (format: string) => `/api/v1/exports/${kind}?${query ? `${query}&` : ''}format=${format}`
  const look =
    'flex w-full min-h-8 items-center rounded-md px-2.5 text-base no-underline hover:bg-hover pointer-coarse:min-h-11'
  return (
    <Menu label={t('list')} trigger={t('list')}>
      <MenuHeading>{t('allShown')}</MenuHeading>
      <a href={at('csv')} download="" className={look}>
        {t('csv')}
      </a>
      <a href={at('json')} download="" className={look}>
        {t('listJson')}
      </a>
    </Menu>
  )
}
