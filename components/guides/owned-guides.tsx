import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import type { GuideSummary, Said } from '#lib/guides/model.ts'
import { StateBadge } from './state-badge.tsx'

type Given = { guides: readonly GuideSummary[]; said: Record<string, Said>; today: string }

/** The guides of one team, with what waits for its answer. */
export function OwnedGuides({ guides, said, today }: Given) {
  const t = useTranslations('guides.onTeam')
  if (guides.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <ul className="flex flex-col gap-2">
      {guides.map((guide) => (
        <li key={guide.slug} className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-0.5">
          <Link href={`/guides/${guide.slug}`} className="hover:underline">
            {guide.title}
          </Link>
          <StateBadge guide={guide} said={said[guide.slug]} today={today} />
        </li>
      ))}
    </ul>
  )
}
