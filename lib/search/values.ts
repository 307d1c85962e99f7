import type { Work } from '#lib/context.ts'
import { severities } from '#lib/incidents/model.ts'
import { mechanismOptions } from '#lib/mechanisms/options.ts'
import { optionsOf, slugOptions } from '#lib/options.ts'
import { distance } from './distance.ts'
import { conditions, type Field, plainValue, states } from './fields.ts'
import { type Kind, kinds } from './model.ts'

/** What can stand after a field's colon, and how it is called. */
export type Value = { value: string; label: string }

/** More services or teams than anybody completes by typing. */
const MOST = 1_000

const kindLabels: Record<Kind, string> = {
  postmortem: 'Postmortems',
  incident: 'Incidents',
  action_item: 'Action items',
  program: 'Programs',
  risk: 'Risks',
  exercise: 'Exercises',
  comment: 'Comments',
  mechanism: 'Mechanisms',
  service: 'Services',
  guide: 'Guides',
}

/** All there are for this actor: services and teams are read under their own policy. */
export async function valuesOf({ db, now }: Work, field: Field): Promise<Value[]> {
  const select = { slug: true, name: true } as const
  const order = { orderBy: { name: 'asc' }, take: MOST, select } as const
  if (field === 'service') return slugOptions(await db.service.findMany(order))
  if (field === 'team') return slugOptions(await db.team.findMany(order))
  if (field === 'mechanism') return mechanismOptions
  if (field === 'severity') return optionsOf(severities)
  if (field === 'kind') return kinds.map((value) => ({ value, label: kindLabels[value] }))
  if (field === 'year') return Array.from({ length: 40 }, (_, ago) => String(now.getUTCFullYear() - ago)).map(itself)
  return [...optionsOf(states), ...conditions.map((value) => ({ value, label: conditionLabels[value] }))]
}

const conditionLabels = { mine: 'Mine', overdue: 'Overdue' } as const
const itself = (value: string) => ({ value, label: value })

/** By its value or its name, whatever the case, with blanks or hyphens for underscores, and kinds in the plural. */
export function valueNamed(values: readonly Value[], field: Field, given: string): Value | null {
  const wanted = plainValue(given)
  const names = ({ value, label }: Value) => [plainValue(value), plainValue(label)]
  const number = field === 'severity' && /^\d$/.test(wanted) ? `sev${wanted}` : wanted
  const exact = values.find((each) => names(each).includes(number))
  if (exact) return exact
  const beginning = values.filter((each) => names(each).some((name) => name.startsWith(wanted)))
  // "edge" for the only service that begins so; among several nobody knows which was meant.
  return beginning.length === 1 && wanted.length >= 3 ? (beginning[0] ?? null) : null
}

/** Up to three that are spelled alike or hold what was written. */
export function closest(values: readonly Value[], given: string): string[] {
  const wanted = plainValue(given)
  const scored = values.map(({ value, label }) => {
    const names = [plainValue(value), plainValue(label)]
    const holds = wanted.length >= 2 && names.some((name) => name.includes(wanted))
    return {
      value,
      edits: holds ? 0 : Math.min(...names.map((name) => distance(wanted, name.slice(0, wanted.length + 2)))),
    }
  })
  return scored
    .filter(({ edits }) => edits <= Math.max(2, wanted.length / 3))
    .toSorted((a, b) => a.edits - b.edits)
    .slice(0, 3)
    .map(({ value }) => value)
}
