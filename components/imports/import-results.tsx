'use client'

import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { Link } from '#components/ui/link.tsx'
import type { ImportTotals } from '#lib/imports/schema.ts'
import type { Told } from './state.ts'

/** As many as somebody looks through; the totals count all, and what needs another look stands first. */
const SHOWN = 200
const tones = { created: 'ok', updated: 'info', unchanged: 'neutral', failed: 'danger' } as const

type Props = { results: readonly Told[]; totals: ImportTotals; path: string }

export function ImportResults({ results, totals, path }: Props) {
  const t = useTranslations('imports')
  const { created, updated, unchanged, failed, teams, services, dryRun } = totals
  const counts = [
    created > 0 && t(dryRun ? 'wouldCreate' : 'created', { count: created }),
    updated > 0 && t(dryRun ? 'wouldUpdate' : 'updated', { count: updated }),
    unchanged > 0 && t('unchanged', { count: unchanged }),
    failed > 0 && t('failed', { count: failed }),
    teams.length > 0 && t('teams', { names: teams.join(', ') }),
    services.length > 0 && t('services', { names: services.join(', ') }),
  ].filter((text) => text !== false)
  const order = (told: Told) => (told.outcome === 'failed' ? 0 : told.remarks.length > 0 ? 1 : 2)
  const sorted = results.toSorted((one, other) => order(one) - order(other))
  return (
    <div className="flex flex-col gap-3">
      <ul role="status" className="flex flex-wrap gap-x-5 gap-y-1 font-medium">
        {counts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {results.length > 0 && (
        <ul
          aria-label={t(dryRun ? 'previewLabel' : 'resultLabel')}
          className="divide-y divide-line border-y border-line"
        >
          {sorted.slice(0, SHOWN).map((told) => (
            <li key={told.where} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
              <Badge tone={tones[told.outcome]}>{t(`outcomes.${told.outcome}`)}</Badge>
              <span className="min-w-0 flex-1 break-words">
                {told.number && !dryRun && path ? (
                  <Link href={`${path}/${told.number}`}>{told.title ?? told.where}</Link>
                ) : (
                  told.title
                )}{' '}
                <span className="text-sm text-muted">{told.where}</span>
              </span>
              {told.remarks.length > 0 && (
                <ul className="w-full text-sm text-muted">
                  {told.remarks.map((remark) => (
                    <li key={remark}>{remark}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
      {results.length > SHOWN && <p className="text-muted">{t('more', { count: results.length - SHOWN })}</p>}
    </div>
  )
}
