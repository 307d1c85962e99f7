import { useTranslations } from 'next-intl'
import { Callout } from '#components/ui/callout.tsx'
import type { PostmortemRecord } from '#lib/postmortems/schema.ts'
import { formatInstant } from '#lib/time.ts'

/** What a reader must know before the first sentence: that this is a draft, was amended, or was taken back. */
export function PublicationNote({ postmortem, zone }: { postmortem: PostmortemRecord; zone: string }) {
  const t = useTranslations('postmortems.note')
  const { state, publications, text } = postmortem
  const [latest] = publications
  if (state === 'retracted' && latest?.retraction)
    return (
      <Callout
        tone="danger"
        title={t('retracted', { at: formatInstant(new Date(latest.retraction.retractedAt), zone) })}
      >
        {latest.retraction.reason}
      </Callout>
    )
  if (text === 'working')
    return (
      <Callout tone="warn" title={t('working')}>
        {t('workingWhy')}
      </Callout>
    )
  if (publications.length > 1 && latest)
    return (
      <Callout tone="info" title={t('amended', { at: formatInstant(new Date(latest.publishedAt), zone) })}>
        {latest.note}
      </Callout>
    )
  return null
}
