import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MechanismIndex } from '#components/mechanisms/mechanism-index.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { countMechanisms } from '#lib/mechanisms/queries.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mechanisms'))('title') }
}

export default async function MechanismsPage() {
  const [t, context] = await Promise.all([getTranslations('mechanisms'), currentContext()])
  const counts = await read(context, countMechanisms)
  return (
    <>
      <PageHeader title={t('title')} description={t('about')} />
      <MechanismIndex counts={counts} />
    </>
  )
}
