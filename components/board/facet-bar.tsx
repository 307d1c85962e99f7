import { Check, ChevronDown, Minus, Plus } from 'lucide'
import { useTranslations } from 'next-intl'
import { FilterBar, type FilterChip } from '#components/ui/filter-bar.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { Menu, MenuLink } from '#components/ui/menu.tsx'
import type { FacetCount } from '#lib/action-items/facets.ts'
import { type FacetName, facetLabel, type Names } from './words.ts'

const order: readonly FacetName[] = [
  'state',
  'late',
  'priority',
  'team',
  'owner',
  'purpose',
  'strength',
  'removes',
  'program',
]
/** A menu is scanned; what is rarer is found by its team or its words. */
const SHOWN_MAX = 15

/** What is left out stands in `not`, like team:edge-traffic. */
export type Chosen = Partial<Record<FacetName, readonly (string | number)[]>> & { not?: readonly string[] | undefined }
type Href = (change: Record<string, unknown>) => string
type Props = {
  chosen: Chosen
  counts: Record<FacetName, readonly FacetCount[]>
  names: Names
  q?: string
  /** Filters without counts, as chips that can be taken away. */
  others: { name: string; label: string; value: string }[]
  /** Everything else the address holds, carried along by the form. */
  carried: [string, string][]
  href: Href
  clearHref: string
}

/** Every filter is a link with the number of items behind it, so it works without scripts and can be sent to a colleague. */
export function FacetBar({ chosen, counts, names, q, others, carried, href, clearHref }: Props) {
  const t = useTranslations('board')
  const chips: FilterChip[] = [
    ...(q ? [{ label: t('facets.q'), value: q, removeHref: href({ q: undefined }) }] : []),
    ...order.flatMap((facet) =>
      (chosen[facet] ?? []).map(String).map((value) => ({
        label: t(`facets.${facet}`),
        value: facetLabel(facet, value, names),
        removeHref: href({ [facet]: toggled((chosen[facet] ?? []).map(String), value) }),
      })),
    ),
    ...(chosen.not ?? []).map((each) => {
      const [facet, value] = excluded(each)
      return {
        label: t('facets.not', { facet: t(`facets.${facet}`) }),
        value: facetLabel(facet, value, names),
        removeHref: href({ not: toggled(chosen.not, each) }),
      }
    }),
    ...others.map(({ name, label, value }) => ({ label, value, removeHref: href({ [name]: undefined }) })),
  ]
  return (
    <>
      <ul className="mb-2.5 flex flex-wrap items-center gap-1.5 print:hidden" aria-label={t('facets.label')}>
        {order.map((facet) => (
          <li key={facet}>
            <FacetMenu facet={facet} {...{ chosen, names, href }} counts={counts[facet]} />
          </li>
        ))}
      </ul>
      <FilterBar
        action="/action-items"
        placeholder={t('facets.search')}
        chips={chips}
        {...(q !== undefined && { query: q })}
        {...(chips.length > 0 && { clearHref })}
      >
        {carried.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
      </FilterBar>
    </>
  )
}

type MenuProps = Pick<Props, 'chosen' | 'names' | 'href'> & { facet: FacetName; counts: readonly FacetCount[] }

function FacetMenu({ facet, counts, chosen, names, href }: MenuProps) {
  const t = useTranslations('board')
  const picked = (chosen[facet] ?? []).map(String)
  const known = new Map(counts.map(({ value, count }) => [value, count]))
  const left = (chosen.not ?? []).map(excluded).flatMap(([of, value]) => (of === facet ? [value] : []))
  const shown = [...new Set([...picked, ...left, ...counts.map(({ value }) => value)])].slice(0, SHOWN_MAX)
  return (
    <Menu
      label={t('facets.open', { facet: t(`facets.${facet}`) })}
      size="small"
      trigger={
        <>
          {t(`facets.${facet}`)}
          {picked.length > 0 && <span className="rounded-full bg-accent-soft px-1.5 text-accent">{picked.length}</span>}
          <Icon icon={ChevronDown} className="size-3.5 text-faint" />
        </>
      }
    >
      <ul className="max-h-80 min-w-52 overflow-y-auto">
        {shown.map((value) => (
          <li key={value} data-without className="flex items-center">
            <MenuLink
              href={href({ [facet]: toggled(picked, value), not: kept(chosen.not, `${facet}:${value}`) })}
              aria-current={picked.includes(value) ? 'true' : undefined}
              className={left.includes(value) ? 'line-through' : ''}
            >
              <Icon icon={Check} className={`size-4 ${picked.includes(value) ? 'text-accent' : 'invisible'}`} />
              <span className="min-w-0 flex-1 truncate">{facetLabel(facet, value, names)}</span>
              <span className="text-sm tabular-nums text-muted">{known.get(value) ?? 0}</span>
            </MenuLink>
            <Link
              href={href({ [facet]: kept(picked, value), not: toggled(chosen.not, `${facet}:${value}`) })}
              aria-label={t(left.includes(value) ? 'facets.letIn' : 'facets.leaveOut', {
                value: facetLabel(facet, value, names),
              })}
              className="inline-flex size-7 shrink-0 items-center justify-center rounded-md text-faint hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 pointer-coarse:size-11"
            >
              <Icon icon={left.includes(value) ? Plus : Minus} className="size-3.5" />
            </Link>
          </li>
        ))}
        {shown.length === 0 && <li className="px-2.5 py-1.5 text-muted">{t('facets.nothing')}</li>}
      </ul>
    </Menu>
  )
}

const toggled = (values: readonly string[] = [], value: string) =>
  values.includes(value) ? values.filter((each) => each !== value) : [...values, value]

const kept = (values: readonly string[] = [], without: string) => values.filter((each) => each !== without)

/** team:edge-traffic, as it stands in the address, whose schema knows the names before the colon. */
const excluded = (each: string): [FacetName, string] => {
  const [facet = '', ...rest] = each.split(':')
  return [facet as FacetName, rest.join(':')]
}
