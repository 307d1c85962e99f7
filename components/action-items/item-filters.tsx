import { useTranslations } from 'next-intl'
import { FilterBar, type FilterChip, FilterSelect } from '#components/ui/filter-bar.tsx'
import { priorities } from '#lib/action-items/model.ts'
import {
  type CommitmentKind,
  commitments,
  type ProgressKind,
  progresses,
  purposes,
  strengths,
} from '#lib/action-items/vocabulary.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'

import { optionsOf } from './advance-form.tsx'

type Choice = { value: string; label: string }
type Filters = {
  q?: string
  status: string
  team?: string
  owner?: string
  priority?: (keyof typeof priorities)[]
  postmortem?: number
  mechanism?: string
  commitment?: CommitmentKind
  progress?: ProgressKind
  purpose?: keyof typeof purposes
  strength?: keyof typeof strengths
}

/** Everything but the status, which has its tabs and is carried along. */
export function ItemFilters({ filters, teams, people }: { filters: Filters; teams: Choice[]; people: Choice[] }) {
  const t = useTranslations('actionItems.filters')
  const priority = Object.entries(priorities).map(([value, { label }]) => ({ value, label }))
  const labelOf = (choices: Choice[], value: string) => choices.find((choice) => choice.value === value)?.label ?? value
  const chips: FilterChip[] = (
    [
      ['q', filters.q],
      ['priority', filters.priority?.map((each) => priorities[each].label).join(', ')],
      ['team', filters.team && labelOf(teams, filters.team)],
      ['owner', filters.owner && labelOf(people, filters.owner)],
      ['postmortem', filters.postmortem && `PM-${filters.postmortem}`],
      ['commitment', filters.commitment && commitments[filters.commitment]],
      ['progress', filters.progress && progresses[filters.progress]],
      ['purpose', filters.purpose && briefly(purposes)[filters.purpose]],
      ['strength', filters.strength && briefly(strengths)[filters.strength]],
      ['mechanism', filters.mechanism && (findMechanism(filters.mechanism)?.name ?? filters.mechanism)],
    ] as const
  ).flatMap(([key, value]) =>
    value ? [{ label: t(key), value, removeHref: hrefOf({ ...filters, [key]: undefined }) }] : [],
  )
  return (
    <FilterBar
      action="/action-items"
      query={filters.q}
      placeholder={t('search')}
      chips={chips}
      clearHref={hrefOf({ status: filters.status })}
    >
      <input type="hidden" name="status" value={filters.status} />
      {filters.postmortem && <input type="hidden" name="postmortem" value={filters.postmortem} />}
      {filters.mechanism && <input type="hidden" name="mechanism" value={filters.mechanism} />}
      <FilterSelect name="priority" label={t('anyPriority')} value={filters.priority?.[0]} options={priority} />
      <FilterSelect name="team" label={t('anyTeam')} value={filters.team} options={teams} />
      {(['commitment', 'progress', 'purpose', 'strength'] as const).map((name) => (
        <FilterSelect key={name} name={name} label={t(name)} value={filters[name]} options={optionsOf(words[name])} />
      ))}
      <FilterSelect name="owner" label={t('anyOwner')} value={filters.owner} options={people} />
    </FilterBar>
  )
}

/** The word before the colon; the rest is for those who choose. */
const briefly = (words: Record<string, string>) =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [key, text.split(':')[0] ?? text]))

const words = {
  commitment: commitments,
  progress: progresses,
  purpose: briefly(purposes),
  strength: briefly(strengths),
}

function hrefOf(filters: Filters): string {
  const given = Object.entries(filters).flatMap(([key, value]) =>
    value === undefined ? [] : [value].flat().map((each) => [key, String(each)]),
  )
  return `/action-items?${new URLSearchParams(given)}`
}
