import { CalendarDays, Columns3, type IconNode, Rows3 } from 'lucide'
import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { Menu, MenuLink } from '#components/ui/menu.tsx'
import { type Look, looks } from '#lib/action-items/look.ts'
import { type Grouping, groupings } from '#lib/action-items/vocabulary.ts'

const icons: Record<Look, IconNode> = { table: Rows3, board: Columns3, calendar: CalendarDays }

type Props = { as: Look; by: Grouping | undefined; href: (change: Record<string, unknown>) => string }

/** The same items as lines, as columns by state, or as days of a month. */
export function LookBar({ as, by, href }: Props) {
  const t = useTranslations('board')
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-2 print:hidden">
      <nav aria-label={t('looks.label')} className="flex rounded-md bg-sunken p-0.5">
        {looks.map((look) => (
          <Link
            key={look}
            href={href({ as: look === 'table' ? undefined : look })}
            aria-current={look === as ? 'page' : undefined}
            className="inline-flex h-7 items-center gap-1.5 rounded-sm px-2.5 text-muted hover:text-ink aria-[current=page]:bg-raised aria-[current=page]:text-ink aria-[current=page]:shadow-raised pointer-coarse:h-10"
          >
            <Icon icon={icons[look]} className="size-4" />
            {t(`looks.${look}`)}
          </Link>
        ))}
      </nav>
      {as === 'table' && (
        <Menu
          label={t('groups.label')}
          size="small"
          trigger={by ? t('groups.by', { what: groupings[by].toLowerCase() }) : t('groups.label')}
        >
          <MenuLink href={href({ by: undefined })} aria-current={by ? undefined : 'true'}>
            {t('groups.none')}
          </MenuLink>
          {Object.entries(groupings).map(([value, label]) => (
            <MenuLink key={value} href={href({ by: value })} aria-current={value === by ? 'true' : undefined}>
              {label}
            </MenuLink>
          ))}
        </Menu>
      )}
    </div>
  )
}
