import type { z } from 'zod'
import { type FieldProblem, refuse } from '#lib/problem.ts'
import type { SaveTemplateInput, TemplateContent } from './schema.ts'

type Given = z.output<typeof SaveTemplateInput>
type Edited = Given['sections'][number]

/** The content a form describes: removed sections out, the others in their order, new ones with a key of their own. */
export function assemble(
  { sections, facts, ...given }: Omit<Given, 'key' | 'seen' | 'note'>,
  kind: TemplateContent['kind'],
): TemplateContent {
  const kept = sections.filter(({ remove }) => !remove)
  if (kept.length === 0) refuse(onSections('A template needs at least one section.'))
  if (kept.length > 40) refuse(onSections('A template can have at most 40 sections.'))
  const taken = new Set(kept.flatMap(({ key }) => key ?? []))
  if (taken.size < kept.filter(({ key }) => key !== undefined).length)
    refuse(onSections('Two sections have the same key; give each its own.'))
  const ordered = kept
    .map((section, index) => ({ section, place: section.position ?? index + 1, index }))
    .sort((a, b) => a.place - b.place || a.index - b.index)
  const wanted = Object.entries(facts).filter(([, needs]) => Object.values(needs).some((need) => need !== 'hidden'))
  return {
    ...given,
    kind,
    facts: Object.fromEntries(wanted),
    sections: ordered.map(({ section }) => stored(section, taken)),
  }
}

function stored({ position: _, remove: __, key, ...section }: Edited, taken: Set<string>) {
  return { ...section, key: key ?? freeKey(section.heading, taken) }
}

/** From the heading, so that an export reads well; a number where the name is taken. */
function freeKey(heading: string, taken: Set<string>): string {
  const words = heading.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
  const base =
    words
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[^a-z]+|_$/g, '')
      .slice(0, 34) || 'section'
  const names = [base, ...Array.from({ length: 60 }, (_, index) => `${base}_${index + 2}`)]
  const free = names.find((name) => !taken.has(name)) ?? base
  taken.add(free)
  return free
}

const onSections = (message: string): { kind: 'invalid'; fields: FieldProblem[] } => ({
  kind: 'invalid',
  fields: [{ field: 'sections', message }],
})
