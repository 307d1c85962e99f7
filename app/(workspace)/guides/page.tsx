import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { GuideList } from '#components/guides/guide-list.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { listGuides } from '#lib/guides/queries.ts'
import { localDate } from '#lib/time.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guides')
  return { title: t('title') }
}

export default async function GuidesPage() {
  const { now, actor } = await currentContext()
  const [t, guides] = await Promise.all([getTranslations('guides'), listGuides()])
  return (
    <>
      <PageHeader title={t('title')} description={t('about')} />
      <GuideList guides={guides} today={localDate(now, actor.zone)} />
    </>
  )
}
