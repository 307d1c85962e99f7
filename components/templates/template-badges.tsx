import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import type { Template } from '#lib/templates/schema.ts'

export type Shown = { template: Template; active: boolean; update: number | null }

/** Where it comes from and what state it is in, in words. */
export function TemplateBadges({ template: { origin, version, kind }, active, update }: Shown) {
  const t = useTranslations('templates')
  return (
    <span className="flex flex-wrap gap-1.5">
      <Badge tone={origin === 'organization' ? 'accent' : 'neutral'}>{t(`origin.${origin}`, { version })}</Badge>
      {kind === 'customer_summary' && <Badge tone="info">{t('customer')}</Badge>}
      {!active && <Badge tone="warn">{t('notOffered')}</Badge>}
      {update !== null && <Badge tone="info">{t('update', { version: update })}</Badge>}
    </span>
  )
}
