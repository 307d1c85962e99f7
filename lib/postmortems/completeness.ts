import type { Milestones } from '#lib/incidents/model.ts'
import { undescribedImages } from '#lib/markdown/own-images.ts'
import type { FieldProblem } from '#lib/problem.ts'
import type { FactKey } from '#lib/templates/fact-fields.ts'
import { type Severity, sectionsFor } from '#lib/templates/model.ts'
import type { Need, Template } from '#lib/templates/schema.ts'
import { isStrict, lackingFacts } from './lacking.ts'
import { openMarks, staysUnknown } from './marks.ts'

/**
 * What is missing before the next step, why it matters and where to mend it. A list and never a percentage: a number
 * would be filled, a question is answered. Everything here looks at one plain picture of the document. What writers are
 * shown and what holds them back is this one list.
 */
export type Stage = 'review' | 'publish'

export type Missing = {
  /** Stable, so that a list can keep its place while the text changes. */
  id: string
  stage: Stage
  /** Whether that stage waits for it. The rest is told, and nobody is held back by it. */
  blocks: boolean
  /** The field as forms and REST spell it. */
  field: string
  what: string
  why: string
  /** What to do about it, with the honest way out where no answer can be found. */
  remedy: string
  /** The page where that is done. */
  href: string
}

export type Picture = {
  number: number
  template: Template
  leadId: string
  severity: Severity | null
  sections: readonly { key: string; heading: string; body: string }[]
  /** Null for a document without an incident. */
  incident: PicturedIncident | null
  actionItems: readonly PicturedItem[]
  /** Why there are none, where somebody decided that. */
  noActionReason: string | null
  /** Those asked in the newest review; null before anybody was asked. */
  reviewerIds: readonly string[] | null
  now: Date
}

export type PicturedIncident = {
  number: number
  milestones: Milestones
  windows: readonly { endedAt: Date | null; scope: string }[]
  timeline: readonly { text: string; source: string }[]
  /** How many there are of each; null where this incident keeps no such list. */
  counts: Partial<Record<FactKey, number | null>>
  links: readonly string[]
}

export type PicturedItem = {
  number: number
  title: string
  accepted: boolean
  /** Neither accepted nor anything else yet. */
  undecided: boolean
  owned: boolean
  due: boolean
  doneWhen: string
}

/** Everything that stands between the document and the stage; a stage asks for what the one before it asked for too. */
export function missingFor(stage: Stage, picture: Picture): Missing[] {
  const all = [
    ...missingSections(picture),
    ...lackingFacts(picture),
    ...unresolved(picture),
    ...undescribed(picture),
    ...weakItems(picture),
    ...undecidedItems(picture),
    ...unfitReviewers(picture),
  ]
  return stage === 'publish' ? all : all.filter((missing) => missing.stage === 'review')
}

/** What a command answers instead of going on: one line for each thing the stage waits for, with the page to mend it on. */
export const heldBack = (stage: Stage, picture: Picture): FieldProblem[] =>
  missingFor(stage, picture)
    .filter(({ blocks }) => blocks)
    .map(({ field, what, href }) => ({ field, message: what, href }))

const stageOf = (need: Need): Stage | null => (need === 'review' || need === 'publish' ? need : null)

const edit = ({ number }: Picture, key: string) => `/postmortems/${number}/edit#${key}`

function missingSections(picture: Picture): Missing[] {
  const { template, severity, sections, number } = picture
  const written = new Map(sections.map((section) => [section.key, section.body]))
  return sectionsFor(template, severity).flatMap(({ key, heading, prompt, need }) => {
    const stage = stageOf(need)
    if (!stage || written.get(key)?.trim()) return []
    const there = written.has(key)
    return {
      id: `section.${key}`,
      blocks: true,
      stage,
      field: `sections.${key}`,
      why: prompt,
      what: there
        ? `“${heading}” is still empty.`
        : `“${heading}” is not in this document yet; its severity asks for it.`,
      remedy: there
        ? `Write it. Where nobody can know, write: ${staysUnknown('what')}`
        : 'Take the newest questions of its template over.',
      href: there ? edit(picture, key) : `/postmortems/${number}/template`,
    }
  })
}

function unresolved(picture: Picture): Missing[] {
  const { sections, incident } = picture
  const held = {
    stage: 'review' as const,
    blocks: true,
    why: 'Readers take what stands there for settled; say what is known, or that it cannot be known.',
    remedy: `Answer it. Where nobody can know, write: ${staysUnknown('what')}`,
  }
  const inText = sections.flatMap(({ key, heading, body }) =>
    openMarks(body).map(({ mark, line }, index) => ({
      ...held,
      id: `mark.${key}.${index}`,
      field: `sections.${key}`,
      what: `“${heading}”, line ${line}: ${mark}`,
      href: edit(picture, key),
    })),
  )
  const inTimeline = (incident?.timeline ?? []).flatMap(({ text }, entry) =>
    openMarks(text).map(({ mark }, index) => ({
      ...held,
      id: `mark.timeline.${entry}.${index}`,
      field: 'timeline',
      what: `Timeline, entry ${entry + 1}: ${mark}`,
      href: `/incidents/${incident?.number}/timeline`,
    })),
  )
  return [...inText, ...inTimeline]
}

function undescribed(picture: Picture): Missing[] {
  return picture.sections.flatMap(({ key, heading, body }) =>
    undescribedImages(body).map((at, index) => ({
      id: `image.${key}.${index}`,
      stage: 'review' as const,
      blocks: false,
      field: `sections.${key}`,
      what: `“${heading}”, line ${body.slice(0, at).split('\n').length}: a picture without a description.`,
      why: 'Whoever cannot see it, and whoever searches for it, has only its description.',
      remedy: 'Say what it shows, between the square brackets.',
      href: edit(picture, key),
    })),
  )
}

function weakItems(picture: Picture): Missing[] {
  return picture.actionItems
    .filter(({ accepted }) => accepted)
    .flatMap(({ number, title, owned, due, doneWhen }) => {
      const lacks = [!owned && 'an owner', !due && 'a due date', !doneWhen.trim() && 'an exit criterion'].filter(
        (part) => part !== false,
      )
      if (lacks.length === 0) return []
      return {
        id: `item.${number}`,
        stage: 'publish' as const,
        field: `actionItems.${number}`,
        blocks: isStrict(picture),
        what: `AI-${number} “${title}” has not ${lacks.join(' and not ')} yet.`,
        why: 'Published promises are kept when one person, one date and one test of “done” stand there.',
        remedy: 'Add it, or take the promise back.',
        href: `/action-items/${number}/edit`,
      }
    })
}

/** Publishing a SEV1 or SEV2 leaves no idea undecided: each is accepted, its risk is, or it is declined. */
function undecidedItems({ actionItems, severity, number: of }: Picture): Missing[] {
  if (severity !== 'sev1' && severity !== 'sev2') return []
  return actionItems
    .filter(({ undecided }) => undecided)
    .map(({ number, title }) => ({
      id: `undecided.${number}`,
      stage: 'publish',
      field: `actionItems.${number}`,
      blocks: true,
      what: `Nobody has decided about AI-${number} “${title}” yet.`,
      why: 'Readers cannot tell an idea from a promise.',
      remedy: 'Accept it, accept its risk, or decline it.',
      href: `/postmortems/${of}/publication#undecided`,
    }))
}

function unfitReviewers({ template, reviewerIds, leadId, number }: Picture): Missing[] {
  if (template.review === 'optional' || reviewerIds?.some((id) => id !== leadId)) return []
  return [
    {
      id: 'reviewers',
      stage: 'publish',
      field: 'reviewers',
      blocks: true,
      what: 'Nobody other than the lead was asked to review it.',
      why: 'A second reader sees what the writer takes for granted.',
      remedy: 'Ask for a review.',
      href: `/postmortems/${number}/review`,
    },
  ]
}
