import { useTranslations } from 'next-intl'
import { SeverityBadge } from '#components/incidents/severity-badge.tsx'
import { StateBadge } from '#components/postmortems/state-badge.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { Day } from '#components/ui/time.tsx'
import { isState } from '#lib/search/model.ts'
import type { SearchResult } from '#lib/search/schema.ts'
import { formatDate } from '#lib/time.ts'
import { Marked } from './marked.tsx'

type Props = { results: readonly SearchResult[]; zone: string }

/** An ordered list: the first is the best. Each title is a heading, so they can be read one after another. */
export function ResultList({ results, zone }: Props) {
  return (
    <ol className="flex max-w-3xl flex-col divide-y divide-line">
      {results.map((result) => (
        <li key={result.url} className="py-4 first:pt-0">
          <Result result={result} zone={zone} />
        </li>
      ))}
    </ol>
  )
}

function Result({ result, zone }: { result: SearchResult; zone: string }) {
  const t = useTranslations('search')
  const { title, url, snippet, where } = result
  return (
    <article>
      <h2 className="text-md font-semibold">
        <Link href={url} data-result className="hover:underline">
          {title}
        </Link>
      </h2>
      <Facts result={result} zone={zone} />
      {snippet.text !== '' && (
        <p className="mt-1.5 line-clamp-3 text-pretty text-muted [overflow-wrap:anywhere]">
          {where && <span className="text-faint">{where === 'timeline' ? t('timeline') : where}: </span>}
          <Marked snippet={snippet} />
        </p>
      )}
    </article>
  )
}

function Facts({ result, zone }: { result: SearchResult; zone: string }) {
  const t = useTranslations('search')
  const { kind, number, externalId, severity, state, services, date } = result
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-muted">
      <span>
        {t(`one.${kind}`)}
        {number !== null && ` ${number}`}
      </span>
      {severity && <SeverityBadge severity={severity} />}
      {isState(state) && <StateBadge state={state} />}
      {(kind === 'action_item' || kind === 'comment') && (
        <Badge tone={state === 'closed' ? 'ok' : 'neutral'}>{t(state === 'closed' ? 'closed' : 'open')}</Badge>
      )}
      {services.length > 0 && <span>{services.join(', ')}</span>}
      {date &&
        (kind === 'action_item' ? (
          <span>{t('due', { date: formatDate(date.slice(0, 10)) })}</span>
        ) : (
          <Day value={new Date(date)} zone={zone} />
        ))}
      {externalId && <span className="tabular-nums">{externalId}</span>}
    </div>
  )
}
