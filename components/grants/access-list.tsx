import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Person } from '#components/ui/avatar.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { TimeAgo } from '#components/ui/time.tsx'

export type GrantShown = {
  person: { id: string; name: string }
  grantedAt: string
  breakGlass: boolean
  reason: string
}

/** Everybody who was given access by name, and how they came by it. */
export function AccessList({
  grants,
  zone,
  now,
  actions,
}: {
  grants: readonly GrantShown[]
  zone: string
  now: Date
  actions?: (grant: GrantShown) => ReactNode
}) {
  const t = useTranslations('access')
  return (
    <ul className="flex flex-col divide-y divide-line">
      {grants.map((grant) => (
        <li
          key={grant.person.id}
          className="flex flex-wrap items-center justify-between gap-2 py-2.5 first:pt-0 last:pb-0"
        >
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-2">
              <Person name={grant.person.name} />
              {grant.breakGlass && <Badge tone="warn">{t('brokeGlass')}</Badge>}
            </p>
            {grant.reason && <p className="mt-0.5 text-muted">{grant.reason}</p>}
            <p className="text-sm text-faint">
              <TimeAgo value={new Date(grant.grantedAt)} zone={zone} now={now} />
            </p>
          </div>
          {actions?.(grant)}
        </li>
      ))}
    </ul>
  )
}
