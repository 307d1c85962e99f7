import { useTranslations } from 'next-intl'
import { LinkButton } from '#components/ui/button.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'

type Candidate = { mechanism: string; name: string; incidents: number }

/** Mechanisms that keep coming back while nobody's program watches them. */
export function CandidateList({ candidates, mayPropose }: { candidates: Candidate[]; mayPropose: boolean }) {
  const t = useTranslations('programs.candidates')
  return (
    <Panel title={t('title')}>
      <p className="mb-3 text-muted">{t('about')}</p>
      <ul className="flex flex-col divide-y divide-line">
        {candidates.map(({ mechanism, name, incidents }) => (
          <li key={mechanism} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
            <span>
              <Link
                href={`/mechanisms/${mechanism}`}
                className="inline-flex min-h-6 items-center font-medium hover:underline"
              >
                {name}
              </Link>
              <Link
                href={`/incidents?mechanism=${mechanism}`}
                className="flex min-h-6 items-center text-sm text-muted underline-offset-2 hover:underline"
              >
                {t('incidents', { count: incidents })}
              </Link>
            </span>
            {mayPropose && (
              <LinkButton href={`/programs/new?mechanism=${mechanism}`}>
                {t('start')}
                <span className="sr-only">: {name}</span>
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
