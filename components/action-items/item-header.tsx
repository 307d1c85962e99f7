import { Pencil } from 'lucide'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button, LinkButton } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import type { Decision } from '#lib/decision.ts'
import { Due } from './due.tsx'
import { PriorityBadge } from './priority-badge.tsx'
import { StateBadges } from './state-badges.tsx'

type Props = { item: ActionItemOut; update: Decision; watch: ReactNode }

export function ItemHeader({ item, update, watch }: Props) {
  const t = useTranslations('actionItems')
  const label = (
    <>
      <Icon icon={Pencil} />
      {t('edit.button')}
    </>
  )
  return (
    <PageHeader
      title={item.title}
      crumbs={[{ href: '/action-items', label: t('title') }]}
      eyebrow={
        <>
          <span className="tabular-nums">AI-{item.number}</span>
          <PriorityBadge priority={item.priority} />
          <StateBadges item={item} />
          <Due item={item} />
        </>
      }
      actions={
        <>
          {watch}
          {update.allowed ? (
            <LinkButton href={`/action-items/${item.number}/edit`}>{label}</LinkButton>
          ) : (
            <Button aria-disabled title={update.reason} aria-description={update.reason}>
              {label}
            </Button>
          )}
        </>
      }
    />
  )
}
