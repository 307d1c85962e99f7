import type { Chip } from '#components/search/chips.tsx'
import type { FacetLinks } from '#components/search/facet-list.tsx'
import type { Note } from '#components/search/notes.tsx'
import { bounds, type Operator, operatorOf } from '#lib/search/fields.ts'
import { withAsked, withoutAsked } from '#lib/search/query-text.ts'
import type { SearchFacet, SearchNote } from '#lib/search/schema.ts'
import type { Meant } from '#lib/search/understand.ts'
import { hrefWith } from '#lib/web/filters.ts'

const to = (q: string) => hrefWith('/search', { q })

export function chipsOf(q: string, meant: readonly Meant[], labelOf: (field: Operator) => string): Chip[] {
  return meant.map(({ asked, field, label }) => ({
    label,
    field: labelOf(field),
    negated: asked.negated,
    removeHref: to(withoutAsked(q, asked)),
  }))
}

export function facetLinks(
  q: string,
  facets: readonly SearchFacet[],
  labelOf: (field: Operator) => string,
): FacetLinks[] {
  return facets.map(({ field, values }) => ({
    field,
    label: labelOf(field),
    values: values.map((each) => {
      const asked = { operator: field, value: each.value, negated: false }
      return { ...each, href: to(each.chosen ? withoutAsked(q, asked) : withAsked(q, asked)) }
    }),
  }))
}

export function notesOf(q: string, notes: readonly SearchNote[]): Note[] {
  return notes.map(({ operator: name, value, try: offers }) => {
    const operator = operatorOf(name) ?? 'is'
    const without = withoutAsked(withoutAsked(q, { operator, value, negated: false }), {
      operator,
      value,
      negated: true,
    })
    return {
      operator,
      value,
      known: !bounds.some((bound) => bound === operator),
      offers: offers.map((each) => ({
        label: each,
        href: to(withAsked(without, { operator, value: each, negated: false })),
      })),
    }
  })
}
