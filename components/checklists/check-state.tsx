import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import type { ChecklistListed } from '#lib/checklists/schema.ts'

/** How far it is, in words. */
export function CheckState({
  checklist: { state, items, open },
}: {
  checklist: Pick<ChecklistListed, 'state' | 'items' | 'open'>
}) {
  const t = useTranslations('checklists')
  return (
    <Badge tone={state === 'finished' ? 'ok' : state === 'open' ? 'info' : 'neutral'}>
      {t(`state.${state}`, { done: items - open, items })}
    </Badge>
  )
}
