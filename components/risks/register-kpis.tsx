import { useTranslations } from 'next-intl'
import { Callout } from '#components/ui/callout.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import type { Circle } from '#lib/risks/kpis.ts'
import type { Kpis } from '#lib/risks/model.ts'

/** The figures of the open register, each with what it counts. */
export function RegisterKpis({ kpis }: { kpis: Kpis }) {
  const t = useTranslations('risks.kpis')
  const { single, byTier, weight, tested, breakGlass, lapsed } = kpis
  const tiers = byTier.map(({ tier, single: count }) =>
    tier === null ? t('noTier', { count }) : t('tier', { tier, count }),
  )
  return (
    <Panel title={t('title')}>
      <DescriptionList
        wide
        facts={[
          { label: t('single'), value: <Figure value={String(single)} note={tiers.join(', ')} /> },
          { label: t('weight'), value: <Figure value={String(weight)} note={t('weightNote')} /> },
          {
            label: t('tested'),
            value: (
              <Figure
                value={tested.hot === 0 ? '–' : `${Math.round((100 * tested.tested) / tested.hot)} %`}
                note={t('testedNote', tested)}
              />
            ),
          },
          { label: t('breakGlass'), value: <Figure value={String(breakGlass)} note={t('breakGlassNote')} /> },
          {
            label: t('lapsed'),
            value: (
              <Figure
                value={String(lapsed)}
                note={
                  lapsed > 0 ? (
                    <Link href="/risks?status=lapsed" className="text-accent underline underline-offset-2">
                      {t('lapsedLink')}
                    </Link>
                  ) : (
                    t('lapsedNone')
                  )
                }
              />
            ),
          },
        ]}
      />
    </Panel>
  )
}

const Figure = ({ value, note }: { value: string; note: React.ReactNode }) => (
  <>
    <span className="tabular-nums">{value}</span>
    <span className="mt-0.5 block text-sm font-normal text-muted">{note}</span>
  </>
)

/** Entries that need each other to recover. */
export function Circles({ circles }: { circles: readonly Circle[] }) {
  const t = useTranslations('risks.circles')
  if (circles.length === 0) return null
  return (
    <Callout tone="warn" title={t('title', { count: circles.length })}>
      <p>{t('text')}</p>
      <ul className="mt-1 list-disc pl-5">
        {circles.map((circle) => (
          <li key={circle.map(({ number }) => number).join(' ')}>
            {circle.map(({ number, title }, index) => (
              <span key={number}>
                {index > 0 && ' ⇄ '}
                <Link href={`/risks/${number}`} className="underline underline-offset-2">
                  RSK-{number} {title}
                </Link>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Callout>
  )
}
