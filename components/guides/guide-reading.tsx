import { useTranslations } from 'next-intl'
import { Callout } from '#components/ui/callout.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import type { Following } from '#lib/checklists/queries.ts'
import type { Evidence } from '#lib/guides/evidence.ts'
import type { LivingRecords } from '#lib/guides/living.ts'
import { type Guide, guideState, type Said } from '#lib/guides/model.ts'
import { GuideActions, type GuideMay } from './guide-actions.tsx'
import { GuideBody } from './guide-body.tsx'
import { GuideEvidence } from './guide-evidence.tsx'
import { GuideFacts } from './guide-facts.tsx'
import { GuideNeighbours } from './guide-neighbours.tsx'
import { GuideOutline } from './guide-outline.tsx'

type Given = {
  guide: Guide
  said: Said
  living: LivingRecords
  evidence: Evidence
  checklists: readonly Following[]
  may: GuideMay
  zone: string
  today: string
}

/** The whole page of a guide: its text, and what people and records say of it. */
export function GuideReading({ guide, said, living, evidence, checklists, may, zone, today }: Given) {
  const t = useTranslations('guides')
  return (
    <>
      <PageHeader
        document
        title={guide.title}
        crumbs={[{ href: '/guides', label: t('title') }]}
        description={guide.summary}
        eyebrow={<GuideFacts guide={guide} said={said} today={today} />}
      />
      {may.discuss && <Waiting guide={guide} said={said} today={today} />}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_15rem]">
        <article className="min-w-0">
          <GuideBody code={guide.code} living={{ ...living, zone }} />
          <GuideEvidence {...{ evidence, checklists }} slug={guide.slug} zone={zone} mayFlag={may.flag} />
          <GuideNeighbours guide={guide} />
        </article>
        <aside className="max-lg:row-start-1">
          <GuideOutline guide={guide}>
            <GuideActions slug={guide.slug} hasChecklist={guide.checklist.length > 0} may={may} />
          </GuideOutline>
        </aside>
      </div>
    </>
  )
}

/** What a reader should know before they rely on it. */
function Waiting({ guide, said, today }: Pick<Given, 'guide' | 'said' | 'today'>) {
  const t = useTranslations('guides.waiting')
  const state = guideState(guide, said, today)
  if (state !== 'contested' && state !== 'overdue') return null
  return (
    <div className="mb-6 max-w-3xl">
      <Callout tone="warn" title={t(`${state}.title`)}>
        {t(`${state}.text`, { owner: guide.owner })}{' '}
        <Link href={`/guides/${guide.slug}/answers`} className="underline underline-offset-2">
          {t('more')}
        </Link>
      </Callout>
    </div>
  )
}
