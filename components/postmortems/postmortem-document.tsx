import { useTranslations } from 'next-intl'
import { SpanFigures } from '#components/incidents/span-figures.tsx'
import { hasFacts, ToldFacts } from '#components/incidents/told-facts.tsx'
import { PhaseStrip } from '#components/timeline/phase-strip.tsx'
import { Timeline } from '#components/timeline/timeline.tsx'
import { TimelinePicture } from '#components/timeline/timeline-picture.tsx'
import type { PostmortemOut } from '#lib/postmortems/schema.ts'
import { Document, DocumentPart, type DocumentSection, timelineAnchor } from './document.tsx'

type Props = { sections: DocumentSection[]; facts: PostmortemOut['facts']; text: PostmortemOut['text'] }

/** The text with its measured facts: the same for every reader, and once published for good. It knows no reader's zone. */
export function PostmortemDocument({ sections, facts, text }: Props) {
  const t = useTranslations('postmortems.read')
  const anchor = timelineAnchor(sections)
  const timeline = facts !== null && facts.timeline.length > 0 && (
    <DocumentPart id="timeline" heading={t('timeline')}>
      <PhaseStrip incident={facts} />
      <TimelinePicture incident={facts} />
      <Timeline entries={facts.timeline} zone={facts.zone} />
    </DocumentPart>
  )
  return (
    <>
      {facts && <SpanFigures incident={facts} short />}
      {sections.length > 0 ? (
        <Document sections={sections} after={anchor ? { [anchor]: timeline } : {}} />
      ) : (
        <p className="text-muted">{t(text ? 'unwritten' : 'noText')}</p>
      )}
      {facts && hasFacts(facts) && (
        <DocumentPart id="facts" heading={t('facts')}>
          <SpanFigures incident={facts} />
          <ToldFacts incident={facts} />
        </DocumentPart>
      )}
    </>
  )
}
