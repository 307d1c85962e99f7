import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Move } from '#lib/templates/move.ts'

/** What moving a document would add, rename, keep and leave out, before anybody says yes. */
export function MovePlan({ move, prepared }: { move: Move; prepared: readonly string[] }) {
  const t = useTranslations('templates.move')
  return (
    <div className="flex flex-col gap-4">
      <Part heading={t('added')} count={move.added.length}>
        {move.added.map(({ key, heading }) => (
          <li key={key}>{prepared.includes(key) ? t('addedPrepared', { heading }) : heading}</li>
        ))}
      </Part>
      <Part heading={t('renamed')} count={move.renamed.length}>
        {move.renamed.map(({ key, from, to }) => (
          <li key={key}>{t('renamedFromTo', { from, to })}</li>
        ))}
      </Part>
      <Part heading={t('kept')} hint={t('keptWhy')} count={move.kept.length}>
        {move.kept.map(({ key, heading }) => (
          <li key={key}>{heading}</li>
        ))}
      </Part>
      <Part heading={t('dropped')} hint={t('droppedWhy')} count={move.dropped.length}>
        {move.dropped.map(({ key, heading }) => (
          <li key={key}>{heading}</li>
        ))}
      </Part>
    </div>
  )
}

function Part({
  heading,
  hint,
  count,
  children,
}: {
  heading: string
  hint?: string
  count: number
  children: ReactNode
}) {
  if (count === 0) return null
  return (
    <section>
      <h3 className="font-semibold">{heading}</h3>
      {hint && <p className="text-sm text-muted">{hint}</p>}
      <ul className="list-disc pl-5">{children}</ul>
    </section>
  )
}
