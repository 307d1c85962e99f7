import { Lock, Users } from 'lucide'
import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'

/** Nothing for what everybody may read; a mark for what only some may. */
export function VisibilityBadge({ visibility }: { visibility: 'company' | 'team' | 'restricted' }) {
  const t = useTranslations('postmortems.visibility')
  if (visibility === 'company') return null
  return (
    <Badge tone={visibility === 'restricted' ? 'danger' : 'neutral'} icon={visibility === 'restricted' ? Lock : Users}>
      {t(visibility)}
    </Badge>
  )
}
