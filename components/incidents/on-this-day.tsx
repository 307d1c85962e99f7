import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import type { Anniversary } from '#lib/incidents/on-this-day.ts'
import { Line, Lines } from './lines.tsx'
import { SeverityBadge } from './severity-badge.tsx'

/** What the company went through on this date, and what came of it. */
export function OnThisDay({ days }: { days: readonly Anniversary[] }) {
  const t = useTranslations('home.onThisDay')
  return (
    <Panel title={t('title')}>
      <Lines>
        {days.map(({ number, title, severity, years, postmortem, openItems }) => (
          <Line
            key={number}
            name={
              <Link href={`/incidents/${number}`} className="hover:underline">
                {title}
              </Link>
            }
            aside={
              <span className="inline-flex items-center gap-2">
                <SeverityBadge severity={severity} />
                {t('years', { years })}
              </span>
            }
          >
            <p className="text-sm text-muted">
              {postmortem ? (
                <Link href={`/postmortems/${postmortem.number}`} className="underline underline-offset-2">
                  {t('learned', { number: postmortem.number })}
                </Link>
              ) : (
                t('unwritten')
              )}
              {' · '}
              {t('items', { count: openItems })}
            </p>
          </Line>
        ))}
      </Lines>
    </Panel>
  )
}
