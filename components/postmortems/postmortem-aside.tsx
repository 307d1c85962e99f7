import { useTranslations } from 'next-intl'
import { IncidentFacts } from '#components/incidents/facts-panel.tsx'
import { hasFacts } from '#components/incidents/told-facts.tsx'
import { Panel } from '#components/ui/panel.tsx'
import type { PostmortemOut, PostmortemRecord } from '#lib/postmortems/schema.ts'
import { Contents } from './contents.tsx'
import { timelineAnchor } from './document.tsx'
import { PostmortemFacts } from './postmortem-facts.tsx'

type Props = {
  record: PostmortemRecord
  facts: PostmortemOut['facts']
  headings: { key: string; heading: string }[]
  template: string
  /** How many items had been promised before. */
  earlier: number
  zone: string
  now: Date
}

/** The record in a column beside its text, and the way to each part. */
export function PostmortemAside({ record, facts, headings, template, earlier, zone, now }: Props) {
  const t = useTranslations('postmortems.read')
  return (
    <>
      <PostmortemFacts postmortem={record} template={template} zone={zone} now={now} />
      {facts && (
        <Panel title={t('facts')}>
          <IncidentFacts incident={facts} />
        </Panel>
      )}
      <div className="max-lg:hidden lg:sticky lg:top-20 lg:max-h-[calc(100vh-6rem)] lg:overflow-y-auto">
        <Contents label={t('contents')} entries={useEntries({ record, facts, headings, earlier })} />
      </div>
    </>
  )
}

function useEntries({ record, facts, headings, earlier }: Pick<Props, 'record' | 'facts' | 'headings' | 'earlier'>) {
  const t = useTranslations('postmortems.read')
  const anchor = timelineAnchor(headings)
  const timeline = facts !== null && facts.timeline.length > 0 ? [{ id: 'timeline', heading: t('timeline') }] : []
  return [
    ...headings.flatMap(({ key, heading }) => [{ id: key, heading }, ...(key === anchor ? timeline : [])]),
    ...(facts && hasFacts(facts) ? [{ id: 'facts', heading: t('facts') }] : []),
    ...(earlier > 0 ? [{ id: 'earlier-items', heading: t('earlierItems') }] : []),
    { id: 'action-items', heading: t('actionItems') },
    ...(record.reviews.length > 0 ? [{ id: 'reviews', heading: t('reviews') }] : []),
    { id: 'history', heading: t('history') },
  ]
}
