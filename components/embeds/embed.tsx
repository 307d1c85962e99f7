import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SpanFigures } from '#components/incidents/span-figures.tsx'
import { ToldFacts } from '#components/incidents/told-facts.tsx'
import { PhaseStrip } from '#components/timeline/phase-strip.tsx'
import { Timeline } from '#components/timeline/timeline.tsx'
import { TimelinePicture } from '#components/timeline/timeline-picture.tsx'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import type { EmbedKind } from '#lib/markdown/embeds.ts'
import type { Embedded } from '#lib/postmortems/embedded.ts'
import { IncidentCard, MechanismCard } from './cards.tsx'
import { EmbeddedItems } from './embedded-items.tsx'

type Props = { kind: EmbedKind; of: string; source: string; embedded: Embedded; facts: IncidentOut | null }

/** A part of the record in the middle of a text, drawn by what draws it elsewhere. */
export function Embed({ kind, of, source, embedded, facts }: Props) {
  const t = useTranslations('embeds')
  const { items, mechanisms, incidents } = embedded
  switch (kind) {
    case 'timeline':
      return (
        <Part label={t('timeline')}>
          {facts && facts.timeline.length > 0 ? (
            <div className="flex flex-col gap-4">
              <PhaseStrip incident={facts} />
              <TimelinePicture incident={facts} />
              <Timeline entries={facts.timeline} zone={facts.zone} milestones={facts.milestones} />
            </div>
          ) : (
            <Absent>{t(facts ? 'noTimeline' : 'noFacts')}</Absent>
          )}
        </Part>
      )
    case 'facts':
      return (
        <Part label={t('facts')}>
          {facts ? (
            <>
              <SpanFigures incident={facts} />
              <ToldFacts incident={facts} />
            </>
          ) : (
            <Absent>{t('noFacts')}</Absent>
          )}
        </Part>
      )
    case 'action-items':
      return (
        <Part label={t('items')}>
          {items.length > 0 ? <EmbeddedItems items={items} /> : <Absent>{t('noItems')}</Absent>}
        </Part>
      )
    case 'mechanism': {
      const known = mechanisms[of]
      return (
        <Part>{known ? <MechanismCard code={of} {...known} /> : <Absent>{t('noMechanism', { source })}</Absent>}</Part>
      )
    }
    case 'incident': {
      const seen = incidents[of]
      return <Part>{seen ? <IncidentCard {...seen} /> : <Absent>{t('notAvailable', { number: of })}</Absent>}</Part>
    }
  }
}

function Part({ label, children }: { label?: string; children: ReactNode }) {
  if (!label) return <div className="not-prose my-5 print:break-inside-avoid">{children}</div>
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls.
    <div role="group" aria-label={label} className="not-prose my-6 text-base">
      {children}
    </div>
  )
}

const Absent = ({ children }: { children: ReactNode }) => (
  <p className="rounded-lg border border-line border-dashed px-4 py-3 text-muted">{children}</p>
)
