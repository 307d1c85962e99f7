import { useTranslations } from 'next-intl'
import { SpanFigures } from '#components/incidents/span-figures.tsx'
import { hasFacts, ToldFacts } from '#components/incidents/told-facts.tsx'
import { PhaseStrip } from '#components/timeline/phase-strip.tsx'
import { Timeline } from '#components/timeline/timeline.tsx'
import { TimelinePicture } from '#components/timeline/timeline-picture.tsx'
import type { Embedded } from '#lib/postmortems/embedded.ts'
import type { PostmortemOut } from '#lib/postmortems/schema.ts'
import { Document, DocumentPart, type DocumentSection, placed, timelineAnchor } from './document.tsx'

type Props = {
  sections: DocumentSection[]
  facts: PostmortemOut['facts']
  text: PostmortemOut['text']
  embedded?: Embedded | undefined
}

/** The text with its measured facts. It knows no reader's zone. What the text shows in a place of its own is shown once. */
export function PostmortemDocument({ sections, facts, text, embedded }: Props) {
  const t = useTranslations('postmortems.read')
  const anchor = timelineAnchor(sections)
  const timeline = facts !== null && facts.timeline.length > 0 && !placed(sections, 'timeline') && (
    <DocumentPart id="timeline" heading={t('timeline')}>
      <PhaseStrip incident={facts} />
      <TimelinePicture incident={facts} />
      <Timeline entries={facts.timeline} zone={facts.zone} milestones={facts.milestones} />
    </DocumentPart>
  )
  return (
    <>
      {facts && <SpanFigures incident={facts} short />}
      {sections.length > 0 ? (
        <Document {...{ sections, embedded, facts }} after={anchor ? { [anchor]: timeline } : {}} />
      ) : (
        <p className="text-muted">{t(text ? 'unwritten' : 'noText')}</p>
      )}
      {facts && hasFacts(facts) && !placed(sections, 'facts') && (
        <DocumentPart id="facts" heading={t('facts')}>
          <SpanFigures incident={facts} />
          <ToldFacts incident={facts} />
        </DocumentPart>
      )}
    </>
  )
}
