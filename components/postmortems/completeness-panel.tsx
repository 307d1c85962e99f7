import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import type { Missing, Stage } from '#lib/postmortems/completeness.ts'
import { MissingList } from './missing-list.tsx'

/** Beside the text while it is written: first what a review needs, the rest folded away until then. */
export function CompletenessPanel({ missing, number }: { missing: Record<Stage, Missing[]>; number: number }) {
  const t = useTranslations('completeness')
  return (
    <Panel id="missing-panel" title={t('heading')}>
      <div className="flex flex-col gap-3">
        <h3 className="text-sm font-medium text-muted">{t('review')}</h3>
        <MissingList missing={missing.review} empty={t('noneReview')} />
        {missing.publish.length > 0 && (
          <Disclosure summary={`${t('publish')} (${missing.publish.length})`} open={missing.review.length === 0}>
            <MissingList missing={missing.publish} />
          </Disclosure>
        )}
        <Link
          href={`/postmortems/${number}/template`}
          className="self-start text-sm text-muted underline underline-offset-2"
        >
          {t('questions')}
        </Link>
      </div>
    </Panel>
  )
}
