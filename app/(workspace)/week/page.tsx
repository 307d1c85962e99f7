import { CalendarDays } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { WeekInReview } from '#components/weeks/week-in-review.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { addDays, formatDate, LocalDate, localDate } from '#lib/time.ts'
import { isQuietWeek, mondayOf, weekToldOn } from '#lib/weeks/model.ts'
import { getWeek } from '#lib/weeks/queries.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('week'))('title') }
}

/** Before any write-up there is. */
const EARLIEST = '2000-01-01'

/** The week that is over, or the one a day was named of. */
export default async function WeekPage({ searchParams }: Props) {
  const [t, context, { of }] = await Promise.all([getTranslations('week'), currentContext(), searchParams])
  const { zone } = context.actor
  const newest = weekToldOn(mondayOf(localDate(context.now, zone)))
  const asked = LocalDate.safeParse(of)
  const named = asked.success ? mondayOf(asked.data) : newest
  const monday = named < newest && named > EARLIEST ? named : newest
  const week = await read(context, (work) => getWeek(work, { monday, zone }))
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('days', { from: formatDate(monday), until: formatDate(addDays(monday, 6)) })}
        crumbs={[{ href: '/inbox', label: t('inbox') }]}
        actions={<LinkButton href={`/week?of=${addDays(monday, -7)}`}>{t('before')}</LinkButton>}
      />
      {isQuietWeek(week) ? (
        <EmptyState icon={CalendarDays} title={t('none')}>
          {t('noneText')}
        </EmptyState>
      ) : (
        <WeekInReview week={week} />
      )}
    </>
  )
}
