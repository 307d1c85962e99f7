import { contradictions, type Milestones } from '#lib/incidents/model.ts'
import { type FactKey, factFields } from '#lib/templates/fact-fields.ts'
import { needIn, type Severity, sectionsFor } from '#lib/templates/model.ts'
import type { Need, Template } from '#lib/templates/schema.ts'
import { hasLink, openMarks } from './marks.ts'

/**
 * What is missing before the next step, why it matters and where to mend it. A list and never a percentage: a number
 * would be filled, a question is answered. Everything here looks at one plain picture of the document.
 */
export type Stage = 'review' | 'publish'

export type Missing = {
  /** Stable, so that a list can keep its place while the text changes. */
  id: string
  stage: Stage
  /** The field as forms and REST spell it. */
  field: string
  what: string
  why: string
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
  owned: boolean
  due: boolean
  doneWhen: string
}

/** Everything that stands between the document and the stage; a stage asks for what the one before it asked for too. */
export function missingFor(stage: Stage, picture: Picture): Missing[] {
  const all = [
    ...missingSections(picture),
    ...missingFacts(picture),
    ...brokenMilestones(picture),
    ...openWindows(picture),
    ...unresolved(picture),
    ...weakItems(picture),
    ...unfitReviewers(picture),
  ]
  return stage === 'publish' ? all : all.filter((missing) => missing.stage === 'review')
}

const stageOf = (need: Need): Stage | null => (need === 'review' || need === 'publish' ? need : null)

/** The page on which that fact is filled in; where two share one, it is named after the other. */
const factHref = (number: number, key: FactKey) =>
  key === 'timeline' ? `/incidents/${number}/timeline` : `/incidents/${number}/facts/${factPages[key] ?? key}`

const factPages: Partial<Record<FactKey, string>> = {
  services: 'where',
  locations: 'where',
  mechanisms: 'factors',
  trigger: 'detection',
}

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
      ...{ stage, field: `sections.${key}`, why: prompt },
      what: there
        ? `“${heading}” is still empty.`
        : `“${heading}” is not in this document yet; its severity asks for it.`,
      href: there ? edit(picture, key) : `/postmortems/${number}/template`,
    }
  })
}

function missingFacts(picture: Picture): Missing[] {
  const { template, severity } = picture
  return (Object.entries(template.facts) as [FactKey, Template['sections'][number]['needs']][]).flatMap(
    ([key, needs]) => {
      const stage = stageOf(needIn(needs, severity))
      const lacking = stage && lackingFact(key, picture)
      if (!stage || !lacking) return []
      return { id: `fact.${key}`, stage, field: key, what: lacking.what, why: factFields[key].why, href: lacking.href }
    },
  )
}

/** What the facts lack of one kind, or null when they have it. */
function lackingFact(key: FactKey, picture: Picture): { what: string; href: string } | null {
  const { incident, number, sections } = picture
  if (key === 'evidence') {
    const linked = [...sections.map(({ body }) => body), ...(incident?.links ?? [])].some(hasLink)
    return linked ? null : { what: 'Nothing links to evidence yet.', href: edit(picture, sections[0]?.key ?? '') }
  }
  if (key === 'action_items') {
    const decided = picture.actionItems.length > 0 || picture.noActionReason
    if (decided) return null
    return {
      what: 'There is no action item, and no reason for having none.',
      href: `/action-items/new?postmortem=${number}`,
    }
  }
  // A document without an incident has no facts to hold it to.
  if (!incident) return null
  if (key === 'milestones') return lackingMilestones(incident)
  const count = incident.counts[key]
  if (count === undefined || count === null || count >= leastOf(key, picture)) return null
  return { what: lackingSentence(key, count, leastOf(key, picture)), href: factHref(incident.number, key) }
}

/** A SEV1 or SEV2 that one condition explains has not been looked at for long enough. */
const leastOf = (key: FactKey, { severity }: Picture): number =>
  key === 'factors' && (severity === 'sev1' || severity === 'sev2') ? 2 : 1

const lackingSentence = (key: FactKey, count: number, least: number): string =>
  least > 1
    ? `${factFields[key].label}: ${count === 0 ? 'none yet' : 'one so far'}, and this severity asks for ${least}.`
    : `${factFields[key].label}: not given yet.`

function lackingMilestones({ number, milestones }: PicturedIncident): { what: string; href: string } | null {
  const labels = {
    impactStarted: 'impact started',
    detected: 'it was detected',
    mitigated: 'it was mitigated',
  } as const
  const absent = (Object.keys(labels) as (keyof typeof labels)[]).filter((name) => !milestones[name])
  if (absent.length === 0) return null
  return {
    what: `Not known yet: when ${absent.map((name) => labels[name]).join(', when ')}.`,
    href: factHref(number, 'milestones'),
  }
}

function brokenMilestones({ incident, now }: Picture): Missing[] {
  if (!incident) return []
  return contradictions(incident.milestones, now).map(({ milestone, message }) => ({
    ...{ id: `milestone.${milestone}`, stage: 'review', field: `milestones.${milestone}`, what: message },
    why: 'A figure that rests on this point is not computed while it contradicts another.',
    href: factHref(incident.number, 'milestones'),
  }))
}

function openWindows({ incident }: Picture): Missing[] {
  return (incident?.windows ?? [])
    .map(({ endedAt, scope }, index) => ({ endedAt, scope, index }))
    .filter(({ endedAt }) => endedAt === null)
    .map(({ scope, index }) => ({
      ...{ id: `window.${index}`, stage: 'review', field: `windows.${index}.endedAt` },
      what: `The impact on “${scope}” has no end.`,
      why: 'How long it lasted is not computed while a window is open.',
      href: factHref(incident?.number ?? 0, 'windows'),
    }))
}

function unresolved(picture: Picture): Missing[] {
  const { sections, incident } = picture
  const why = 'Readers take what stands there for settled; say what is known, or that it cannot be known.'
  const inText = sections.flatMap(({ key, heading, body }) =>
    openMarks(body).map(({ mark, line }, index) => ({
      ...{ id: `mark.${key}.${index}`, stage: 'review' as const, field: `sections.${key}`, why },
      what: `“${heading}”, line ${line}: ${mark}`,
      href: edit(picture, key),
    })),
  )
  const inTimeline = (incident?.timeline ?? []).flatMap(({ text }, entry) =>
    openMarks(text).map(({ mark }, index) => ({
      ...{ id: `mark.timeline.${entry}.${index}`, stage: 'review' as const, field: 'timeline', why },
      what: `Timeline, entry ${entry + 1}: ${mark}`,
      href: `/incidents/${incident?.number}/timeline`,
    })),
  )
  return [...inText, ...inTimeline]
}

function weakItems({ actionItems }: Picture): Missing[] {
  return actionItems
    .filter(({ accepted }) => accepted)
    .flatMap(({ number, title, owned, due, doneWhen }) => {
      const lacks = [!owned && 'an owner', !due && 'a due date', !doneWhen.trim() && 'an exit criterion'].filter(
        (part) => part !== false,
      )
      if (lacks.length === 0) return []
      return {
        ...{ id: `item.${number}`, stage: 'publish' as const, field: `actionItems.${number}` },
        what: `AI-${number} “${title}” has not ${lacks.join(' and not ')} yet.`,
        why: 'Published promises are kept when one person, one date and one test of “done” stand there.',
        href: `/action-items/${number}/edit`,
      }
    })
}

function unfitReviewers({ template, reviewerIds, leadId, number }: Picture): Missing[] {
  if (template.review === 'optional' || reviewerIds?.some((id) => id !== leadId)) return []
  return [
    {
      ...{ id: 'reviewers', stage: 'publish', field: 'reviewers' },
      what: 'Nobody other than the lead was asked to review it.',
      why: 'A second reader sees what the writer takes for granted.',
      href: `/postmortems/${number}/review`,
    },
  ]
}
