import { ChevronDown } from 'lucide'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Menu, MenuHeading, MenuLink, MenuRule } from '#components/ui/menu.tsx'
import { everythingIn, type ListName, viewHref } from '#lib/views/model.ts'
import type { ViewOut } from '#lib/views/schema.ts'

type Props = {
  list: ListName
  views: readonly ViewOut[]
  current: ViewOut | null
  /** Of the list as it is shown now. */
  query: string
  personId: string
  /** What else can be done with what the list shows. */
  children?: ReactNode
}

/** Lists people come back to: their own, and what others share with them. */
export function ViewMenu({ list, views, current, query, personId, children }: Props) {
  const t = useTranslations('views')
  const [mine, others] = [views.filter(({ by }) => by.id === personId), views.filter(({ by }) => by.id !== personId)]
  return (
    <Menu
      label={t('label')}
      trigger={
        <>
          {current?.name ?? t('label')}
          <Icon icon={ChevronDown} className="size-4 text-faint" />
        </>
      }
    >
      <MenuLink href={everythingIn(list)}>{t(`everything.${list}`)}</MenuLink>
      {[
        { label: t('mine'), those: mine },
        { label: t('shared'), those: others },
      ].map(
        ({ label, those }) =>
          those.length > 0 && (
            <div key={label}>
              <MenuHeading>{label}</MenuHeading>
              {those.map((view) => (
                <MenuLink
                  key={view.id}
                  href={viewHref(view)}
                  aria-current={view.id === current?.id ? 'true' : undefined}
                >
                  <span className="min-w-0 flex-1 truncate">{view.name}</span>
                  {view.isDefault && <Badge>{t('default')}</Badge>}
                </MenuLink>
              ))}
            </div>
          ),
      )}
      <MenuRule />
      <MenuLink href={`/views?list=${list}&from=${encodeURIComponent(query)}`}>{t('manage')}</MenuLink>
      {children}
    </Menu>
  )
}
