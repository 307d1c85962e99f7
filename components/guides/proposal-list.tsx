import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { Link } from '#components/ui/link.tsx'
import type { GuideOut } from '#lib/guides/schema.ts'
import { formatDay } from '#lib/time.ts'

type Given = { slug: string; proposals: GuideOut['proposals']; zone: string }

/** Changes that were proposed, the newest first. */
export function ProposalList({ slug, proposals, zone }: Given) {
  const t = useTranslations('guides')
  if (proposals.length === 0) return <p className="text-muted">{t('answers.noProposals')}</p>
  return (
    <ul className="flex flex-col gap-2">
      {proposals.map(({ number, summary, state, by, at }) => (
        <li key={number} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <Link href={`/guides/${slug}/proposals/${number}`} className="font-medium hover:underline">
            {number}: {summary}
          </Link>
          <Badge tone={state === 'open' ? 'info' : 'neutral'}>{t(`proposal.state.${state}`)}</Badge>
          <span className="text-sm text-muted">
            {t('answers.by', { name: by, date: formatDay(new Date(at), zone) })}
          </span>
        </li>
      ))}
    </ul>
  )
}
