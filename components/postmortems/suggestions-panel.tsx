import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import type { SuggestionsOut } from '#lib/postmortems/schema.ts'
import { formatDay } from '#lib/time.ts'

/** What the company learned before that may matter here, each with why it is shown. */
export function SuggestionsPanel({ suggestions, zone }: { suggestions: SuggestionsOut; zone: string }) {
  const t = useTranslations('suggestions')
  const { similar, preventing } = suggestions
  if (similar.length + preventing.length === 0)
    return (
      <Panel title={t('heading')}>
        <p className="text-muted">{t('none')}</p>
      </Panel>
    )
  return (
    <Panel title={t('heading')}>
      <div className="flex flex-col gap-4">
        {similar.length > 0 && (
          <Group heading={t('similar')}>
            {similar.map(({ number, title, occurredAt, because, postmortem }) => (
              <Suggestion
                key={number}
                href={postmortem ? `/postmortems/${postmortem.number}` : `/incidents/${number}`}
                name={`INC-${number}`}
                title={title}
                note={formatDay(new Date(occurredAt), zone)}
                because={because}
              />
            ))}
          </Group>
        )}
        {preventing.length > 0 && (
          <Group heading={t('preventing')} hint={t('preventingHint')}>
            {preventing.map(({ number, title, createdAt, closed, because }) => (
              <Suggestion
                key={number}
                href={`/action-items/${number}`}
                name={`AI-${number}`}
                title={title}
                note={[
                  t('promised', { date: formatDay(new Date(createdAt), zone) }),
                  ...(closed ? [t('closed')] : []),
                ].join(', ')}
                because={because}
              />
            ))}
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
      <ul className="flex flex-col gap-2.5">{children}</ul>
    </div>
  )
}

type Shown = { href: string; name: string; title: string; note: string; because: readonly string[] }

function Suggestion({ href, name, title, note, because }: Shown) {
  return (
    <li className="flex flex-col gap-0.5">
      <Link href={href} className="break-words text-accent hover:underline">
        {name} {title}
      </Link>
      <span className="text-sm text-muted">{[note, ...because].join(' · ')}</span>
    </li>
  )
}
