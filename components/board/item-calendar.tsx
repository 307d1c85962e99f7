import { ChevronLeft, ChevronRight } from 'lucide'
import { useTranslations } from 'next-intl'
import { PriorityBadge } from '#components/action-items/priority-badge.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import type { CalendarDay } from '#lib/action-items/board.ts'
import { dateFormat } from '#lib/date-format.ts'
import { addDays, dateFromLocal } from '#lib/time.ts'

type Props = {
  /** `2026-11`. */
  month: string
  today: string
  days: CalendarDay[]
  previousHref: string
  nextHref: string
  dayHref: (date: string) => string
}

/** A month of due dates: a grid on a desk and on paper, a list of the days with something in it on a phone. */
export function ItemCalendar({ month, today, days, previousHref, nextHref, dayHref }: Props) {
  const t = useTranslations('board.calendar')
  const known = new Map(days.map((day) => [day.date, day]))
  const grid = daysOf(month)
  return (
    <section aria-labelledby="month" className="board-calendar">
      <header className="mb-3 flex items-center justify-between gap-3">
        <h2 id="month" className="text-lg font-semibold">
          {told(`${month}-01`, { month: 'long', year: 'numeric' })}
        </h2>
        <nav aria-label={t('months')} className="flex gap-1 print:hidden">
          <LinkButton href={previousHref} size="small" rel="prev" aria-label={t('previous')}>
            <Icon icon={ChevronLeft} />
          </LinkButton>
          <LinkButton href={nextHref} size="small" rel="next" aria-label={t('next')}>
            <Icon icon={ChevronRight} />
          </LinkButton>
        </nav>
      </header>
      {days.length === 0 && <p className="mb-3 text-muted">{t('none')}</p>}
      <div aria-hidden className="grid grid-cols-7 gap-px text-sm text-muted max-md:hidden print:grid">
        {grid.slice(0, 7).map((date) => (
          <span key={date} className="px-2 py-1">
            {told(date, { weekday: 'short' })}
          </span>
        ))}
      </div>
      <ol className="board-days">
        {grid.map((date) => {
          const { count = 0, items = [] } = known.get(date) ?? {}
          return (
            <li key={date} data-empty={count === 0 || undefined} data-other={!date.startsWith(month) || undefined}>
              <h3 className={`text-sm ${date === today ? 'font-semibold text-accent' : 'font-normal text-muted'}`}>
                <span className="max-md:hidden print:inline" aria-hidden>
                  {Number(date.slice(8))}
                </span>
                <span className="board-day-name">
                  {told(date, { weekday: 'long', day: 'numeric', month: 'long' })}
                  {date === today && ` (${t('today')})`}
                </span>
              </h3>
              {items.length > 0 && (
                <ul className="mt-1 flex flex-col gap-1">
                  {items.map(({ number, title, priority, overdue }) => (
                    <li key={number} data-row={number} className="flex items-start gap-1.5 text-sm">
                      <PriorityBadge priority={priority} />
                      <Link href={`/action-items/${number}`} data-open className="min-w-0 hover:underline">
                        {title}
                        {overdue && <span className="text-danger"> ({t('overdue')})</span>}
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
              {count > items.length && (
                <Link href={dayHref(date)} className="mt-1 block text-sm text-muted hover:text-ink hover:underline">
                  {t('more', { count: count - items.length })}
                </Link>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** Whole weeks from the Monday on or before the first. */
function daysOf(month: string): string[] {
  const first = `${month}-01`
  const start = addDays(first, -((dateFromLocal(first).getUTCDay() + 6) % 7))
  const days = Array.from({ length: 42 }, (_, index) => addDays(start, index))
  return days.slice(0, days[35]?.startsWith(month) ? 42 : days[28]?.startsWith(month) ? 35 : 28)
}

/** A calendar date belongs to no zone, so it is formatted in the one it was parsed in. */
const told = (date: string, options: Intl.DateTimeFormatOptions) =>
  dateFormat('en-GB', { timeZone: 'UTC', ...options }).format(dateFromLocal(date))
