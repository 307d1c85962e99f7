import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { GuideBody } from '#components/guides/guide-body.tsx'
import { GuideFacts } from '#components/guides/guide-facts.tsx'
import { GuideNeighbours } from '#components/guides/guide-neighbours.tsx'
import { GuideOutline } from '#components/guides/guide-outline.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { livingRecords } from '#lib/guides/living.ts'
import { getGuide } from '#lib/guides/queries.ts'
import { localDate } from '#lib/time.ts'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const guide = await getGuide((await params).slug)
  return guide ? { title: guide.title, description: guide.summary } : {}
}

export default async function GuidePage({ params }: Props) {
  const context = await currentContext()
  const { now, actor } = context
  const [t, guide] = await Promise.all([getTranslations('guides'), getGuide((await params).slug)])
  if (!guide) notFound()
  const records = await read(context, (work) => livingRecords(work, guide.blocks))
  return (
    <>
      <PageHeader
        document
        title={guide.title}
        crumbs={[{ href: '/guides', label: t('title') }]}
        description={guide.summary}
        eyebrow={<GuideFacts guide={guide} today={localDate(now, actor.zone)} />}
      />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_15rem]">
        <article className="min-w-0">
          <GuideBody code={guide.code} living={{ ...records, zone: actor.zone }} />
          <GuideNeighbours guide={guide} />
        </article>
        <aside className="max-lg:row-start-1">
          <GuideOutline guide={guide} />
        </aside>
      </div>
    </>
  )
}
