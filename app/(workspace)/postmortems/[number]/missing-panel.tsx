import { getTranslations } from 'next-intl/server'
import { MissingList } from '#components/postmortems/missing-list.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { currentContext } from '#lib/auth/current.ts'
import type { Stage } from '#lib/postmortems/completeness.ts'
import { getMissing } from '#lib/postmortems/picture.ts'
import { show } from '#lib/web/show.ts'

/** What is missing before the step this page is about, for those who may mend it. */
export async function MissingPanel({ number, stage }: { number: number; stage: Stage }) {
  const [t, context] = await Promise.all([getTranslations('completeness'), currentContext()])
  const missing = await show(context, (work) => getMissing(work, number))
  const shown = stage === 'publish' ? [...missing.review, ...missing.publish] : missing.review
  return (
    <Panel title={stage === 'review' ? t('review') : t('publish')}>
      <MissingList missing={shown} empty={stage === 'review' ? t('noneReview') : t('none')} />
    </Panel>
  )
}
