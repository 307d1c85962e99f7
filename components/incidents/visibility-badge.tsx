import { Building2, Lock, Users } from 'lucide'
import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'

const icons = { company: Building2, team: Users, restricted: Lock }

/** Who may read a record. Open to the company is the norm and stays quiet. */
export function VisibilityBadge({ visibility, reason }: { visibility: keyof typeof icons; reason?: string | null }) {
  const t = useTranslations('incidents.visibility')
  return (
    <Badge tone={visibility === 'restricted' ? 'warn' : 'neutral'} icon={icons[visibility]}>
      {t(visibility)}
      {reason ? `: ${t(`reasons.${reason}`)}` : ''}
    </Badge>
  )
}
