import { useTranslations } from 'next-intl'
import { ActionItemList } from '#components/action-items/action-item-list.tsx'
import { History } from '#components/activity/history.tsx'
import { RelatedIncidents } from '#components/incidents/related-incidents.tsx'
import { EarlierItems } from '#components/recurrences/earlier-items.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import type { ActivityOut } from '#lib/activity/schema.ts'
import type { RelationOut } from '#lib/incidents/schema.ts'
import type { PostmortemRecord } from '#lib/postmortems/schema.ts'
import type { EarlierItemOut } from '#lib/recurrences/schema.ts'
import { DocumentPart } from './document.tsx'
import { ReviewSummary } from './review-summary.tsx'

type Props = {
  record: PostmortemRecord
  /** As they stood when it began. */
  earlier: EarlierItemOut[]
  items: ActionItemOut[]
  /** Other incidents its own has to do with, as far as this reader may see them. */
  relations: RelationOut[]
  activity: ActivityOut[]
  zone: string
  now: Date
}

/** What goes on after the text: promises, who looked at it, and what happened to it. */
export function PostmortemRest({ record, earlier, items, relations, activity, zone, now }: Props) {
  const t = useTranslations('postmortems.read')
  const [review] = record.reviews
  return (
    <>
      {earlier.length > 0 && (
        <DocumentPart id="earlier-items" heading={t('earlierItems')}>
          <EarlierItems items={earlier} zone={zone} />
        </DocumentPart>
      )}
      <DocumentPart id="action-items" heading={t('actionItems')}>
        {items.length > 0 ? <ActionItemList items={items} /> : <p className="mb-3 text-muted">{t('noItems')}</p>}
        <div className="mt-3 print:hidden">
          <LinkButton href={`/action-items/new?postmortem=${record.number}`} size="small">
            {t('addItem')}
          </LinkButton>
        </div>
      </DocumentPart>
      {relations.length > 0 && (
        <DocumentPart id="related-incidents" heading={t('relatedIncidents')}>
          <RelatedIncidents relations={relations} zone={zone} />
        </DocumentPart>
      )}
      {review && (
        <DocumentPart id="reviews" heading={t('reviews')}>
          <ReviewSummary review={review} zone={zone} now={now} />
        </DocumentPart>
      )}
      <DocumentPart id="history" heading={t('history')}>
        <History events={activity} zone={zone} now={now} />
      </DocumentPart>
    </>
  )
}
