import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Answers } from '#components/similar/answers.ts'
import { ProposalList } from '#components/similar/proposal-list.tsx'
import { SimilarList } from '#components/similar/similar-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import type { ProposalOut } from '#lib/incidents/schema.ts'
import type { SuggestionsOut } from '#lib/postmortems/schema.ts'
import { formatDay } from '#lib/time.ts'

export type EarlierPanel = {
  suggestions: SuggestionsOut
  proposals: readonly ProposalOut[]
  answers: Answers
  zone: string
}

/** What the company learned before that may matter here, each with why it is shown. */
export function SuggestionsPanel({ suggestions, proposals, answers, zone }: EarlierPanel) {
  const t = useTranslations('suggestions')
  const { similar, preventing } = suggestions
  if (similar.length + preventing.length + proposals.length === 0)
    return (
      <Panel id="earlier-panel" title={t('heading')}>
        <p className="text-muted">{t('none')}</p>
      </Panel>
    )
  return (
    <Panel id="earlier-panel" title={t('heading')}>
      <div className="flex flex-col gap-4">
        {proposals.length > 0 && (
          <Group heading={t('proposed')}>
            <ProposalList proposals={proposals} answers={answers} />
          </Group>
        )}
        {similar.length > 0 && (
          <Group heading={t('similar')}>
            <SimilarList similar={similar} answers={answers} zone={zone} />
          </Group>
        )}
        {preventing.length > 0 && (
          <Group heading={t('preventing')} hint={t('preventingHint')}>
            <ul className="flex flex-col gap-2.5">
              {preventing.map(({ number, title, createdAt, closed, because }) => (
                <li key={number} className="flex flex-col gap-0.5">
                  <Link href={`/action-items/${number}`} className="break-words text-accent hover:underline">
                    AI-{number} {title}
                  </Link>
                  <span className="text-sm text-muted">
                    {[
                      t('promised', { date: formatDay(new Date(createdAt), zone) }),
                      ...(closed ? [t('closed')] : []),
                      ...because,
                    ].join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          </Group>
        )}
        <p className="text-sm text-muted">{t('link')}</p>
      </div>
    </Panel>
  )
}

function Group({ heading, hint, children }: { heading: string; hint?: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-sm font-medium text-muted">{heading}</h3>
      {hint && <p className="text-sm text-muted">{hint}</p>}
      {children}
    </div>
  )
}
