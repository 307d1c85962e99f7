import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { formatDate } from '#lib/time.ts'
import type { Week } from '#lib/weeks/model.ts'

/** What a week brought, each with the way to it. What it did not bring takes no room. */
export function WeekInReview({ week: { published, mechanisms, items, guides } }: { week: Week }) {
  const t = useTranslations('week')
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Part title={t('published')}>
        {published.map(({ number, title }) => (
          <Row key={number} href={`/postmortems/${number}`} label={`PM-${number} ${title}`} />
        ))}
      </Part>
      <Part title={t('mechanisms')}>
        {mechanisms.map(({ code, name, incidents }) => (
          <Row key={code} href={`/mechanisms/${code}`} label={name} note={t('incidents', { count: incidents })} />
        ))}
      </Part>
      <Part title={t('items')}>
        {items.map(({ number, title, outcome }) => (
          <Row key={number} href={`/action-items/${number}`} label={`AI-${number} ${title}`} note={t(outcome)} />
        ))}
      </Part>
      <Part title={t('guides')}>
        {guides.map(({ slug, title, reviewBy }) => (
          <Row key={slug} href={`/guides/${slug}`} label={title} note={t('readBy', { date: formatDate(reviewBy) })} />
        ))}
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <Panel title={title}>
      <ul className="flex flex-col gap-2.5">{children}</ul>
    </Panel>
  )
}

function Row({ href, label, note }: { href: string; label: string; note?: string }) {
  return (
    <li className="flex flex-col gap-0.5">
      <Link href={href} className="break-words text-accent hover:underline">
        {label}
      </Link>
      {note && <span className="text-sm text-muted">{note}</span>}
    </li>
  )
}
