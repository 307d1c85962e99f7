import { useTranslations } from 'next-intl'
import { placeOf } from '#components/incidents/points.ts'
import { Link } from '#components/ui/link.tsx'
import type { Order } from './timeline.tsx'

export type Clocks = { utc: boolean; mine: boolean; order: Order }

/** `?clocks=utc,mine&order=known`; without it, the incident's clock with UTC beside it. */
export function readClocks(params: Record<string, string | string[] | undefined>): Clocks {
  const asked = [params.clocks].flat()[0]
  const named = asked === undefined ? ['utc'] : asked.split(',')
  const order = [params.order].flat()[0] === 'known' ? 'known' : 'happened'
  return { utc: named.includes('utc'), mine: named.includes('mine'), order }
}

export const zonesOf = ({ utc, mine }: Clocks, reader: string): string[] => [
  ...(utc ? ['UTC'] : []),
  ...(mine && !(utc && reader === 'UTC') ? [reader] : []),
]

/** Which clocks stand side by side, and in which order it is read: links, so that a choice can be sent to somebody. */
export function ClockChoice({
  clocks,
  href,
  zone,
  reader,
}: {
  clocks: Clocks
  href: string
  zone: string
  reader: string
}) {
  const t = useTranslations('timeline.clocks')
  const choices = [
    ...(zone === 'UTC' ? [] : [{ key: 'utc' as const, label: t('utc') }]),
    ...(reader === 'UTC' || reader === zone
      ? []
      : [{ key: 'mine' as const, label: t('mine', { place: placeOf(reader) }) }]),
  ]
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm print:hidden">
      {choices.map(({ key, label }) => (
        <Choice
          key={key}
          href={addressOf(href, { ...clocks, [key]: !clocks[key] })}
          label={t(clocks[key] ? 'hide' : 'show', { clock: label })}
        />
      ))}
      <Choice
        href={addressOf(href, { ...clocks, order: clocks.order === 'known' ? 'happened' : 'known' })}
        label={t(clocks.order === 'known' ? 'happened' : 'known')}
      />
    </div>
  )
}

function Choice({ href, label }: { href: string; label: string }) {
  return (
    <Link href={href} className="text-muted underline decoration-dotted underline-offset-2 hover:text-ink">
      {label}
    </Link>
  )
}

function addressOf(href: string, { utc, mine, order }: Clocks): string {
  const named = [...(utc ? ['utc'] : []), ...(mine ? ['mine'] : [])].join(',')
  const query = new URLSearchParams({ ...(named !== 'utc' && { clocks: named }), ...(order === 'known' && { order }) })
  const text = query.toString().replaceAll('%2C', ',')
  return text ? `${href}?${text}#timeline` : `${href}#timeline`
}
