import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Still } from '#app/still.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { listGuides } from '#lib/guides/queries.ts'
import { whatWasSaid } from '#lib/guides/standings.ts'
import { localDate } from '#lib/time.ts'
import { showKept } from '#lib/web/show.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guides')
  return { title: t('title') }
}

export default async function GuidesPage() {
  const context = await currentContext()
  const [t, guides, said] = await Promise.all([
    getTranslations('guides'),
    listGuides(),
    showKept(context, ['guides'], whatWasSaid),
  ])
  return (
    <>
      <PageHeader title={t('title')} description={t('about')} />
      <Still of="GuideList" guides={guides} said={said} today={localDate(context.now, context.actor.zone)} />
    </>
  )
}
