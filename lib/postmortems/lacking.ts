import { contradictions } from '#lib/incidents/model.ts'
import { type FactKey, factFields } from '#lib/templates/fact-fields.ts'
import { needIn } from '#lib/templates/model.ts'
import type { Template } from '#lib/templates/schema.ts'
import type { Missing, Picture, PicturedIncident } from './completeness.ts'
import { hasLink } from './marks.ts'
import { type Settled, settledFacts, wayOut } from './settled.ts'

/** What the facts of the incident lack, and what they say that cannot be: the part of completeness that is no text. */
export function lackingFacts(picture: Picture): Missing[] {
  const settled = settledFacts([
    ...picture.sections.map(({ body }) => body),
    ...(picture.incident?.timeline ?? []).map(({ text }) => text),
  ])
  return [...missingFacts(picture, settled), ...brokenMilestones(picture), ...openWindows(picture, settled)]
}

/**
 * A SEV1 or SEV2 is held back by facts that cannot be; a smaller one is told of them. A document without an incident is
 * held to what a SEV2 is held to, as its template says too.
 */
export const isStrict = ({ severity }: Picture): boolean =>
  severity === null || severity === 'sev1' || severity === 'sev2'

/** The page on which that fact is filled in; where two share one, it is named after the other. */
const factHref = (number: number, key: FactKey) =>
  key === 'timeline' ? `/incidents/${number}/timeline` : `/incidents/${number}/facts/${factPages[key] ?? key}`

const factPages: Partial<Record<FactKey, string>> = {
  services: 'where',
  locations: 'where',
  mechanisms: 'factors',
  trigger: 'detection',
}

type Lack = { what: string; remedy: string; href: string }

const orSay = (mend: string, ...ways: Parameters<typeof wayOut>[0][]): string =>
  `${mend}, or write in the text: ${ways.map(wayOut).join(' and ')}`

function missingFacts(picture: Picture, settled: Settled): Missing[] {
  const { template, severity } = picture
  return (Object.entries(template.facts) as [FactKey, Template['sections'][number]['needs']][]).flatMap(
    ([key, needs]) => {
      const need = needIn(needs, severity)
      if (need !== 'review' && need !== 'publish') return []
      const lack = lackOf(key, picture, settled)
      return lack ? { ...lack, id: `fact.${key}`, stage: need, blocks: true, field: key, why: factFields[key].why } : []
    },
  )
}

/** What the facts lack of one kind, or null when they have it or it is said why they cannot. */
function lackOf(key: FactKey, picture: Picture, settled: Settled): Lack | null {
  const { incident, number, sections } = picture
  if (key === 'action_items') {
    if (picture.actionItems.length > 0 || picture.noActionReason) return null
    const home = sections.find((section) => section.key === 'actions' || section.key === 'next')
    const reason = home ? `, or say under “${home.heading}” why there is none` : ''
    return {
      what: 'There is no action item, and no reason for having none.',
      remedy: `Propose one${reason}.`,
      href: `/action-items/new?postmortem=${number}`,
    }
  }
  if (settled.has(key)) return null
  if (key === 'evidence') {
    const linked = [...sections.map(({ body }) => body), ...(incident?.links ?? [])].some(hasLink)
    const href = incident ? `/incidents/${incident.number}/facts/evidence` : `/postmortems/${number}/edit`
    const remedy = orSay('Link a graph, a log or a change', 'evidence')
    return linked ? null : { what: 'Nothing links to evidence yet.', remedy, href }
  }
  // A document without an incident has no facts to hold it to.
  if (!incident) return null
  if (key === 'milestones') return lackingMilestones(incident, settled)
  const count = incident.counts[key]
  const least = leastOf(key, picture)
  if (count === undefined || count === null || count >= least) return null
  return {
    what: lackingSentence(key, count, least),
    remedy: orSay('Give it', key),
    href: factHref(incident.number, key),
  }
}

/** A SEV1 or SEV2 that one condition explains has not been looked at for long enough. */
const leastOf = (key: FactKey, { severity }: Picture): number =>
  key === 'factors' && (severity === 'sev1' || severity === 'sev2') ? 2 : 1

const lackingSentence = (key: FactKey, count: number, least: number): string =>
  least > 1
    ? `${factFields[key].label}: ${count === 0 ? 'none yet' : 'one so far'}, and this severity asks for ${least}.`
    : `${factFields[key].label}: not given yet.`

function lackingMilestones({ number, milestones }: PicturedIncident, settled: Settled): Lack | null {
  const labels = {
    impactStarted: 'impact started',
    detected: 'it was detected',
    mitigated: 'it was mitigated',
  } as const
  const absent = (Object.keys(labels) as (keyof typeof labels)[]).filter(
    (name) => !milestones[name] && !settled.has(name),
  )
  if (absent.length === 0) return null
  return {
    what: `Not known yet: when ${absent.map((name) => labels[name]).join(', when ')}.`,
    remedy: orSay('Give the time', ...absent),
    href: factHref(number, 'milestones'),
  }
}

function brokenMilestones(picture: Picture): Missing[] {
  const { incident, now } = picture
  if (!incident) return []
  return contradictions(incident.milestones, now).map(({ milestone, message }) => ({
    id: `milestone.${milestone}`,
    stage: 'review',
    field: `milestones.${milestone}`,
    what: message,
    blocks: isStrict(picture),
    why: 'A figure that rests on this point is not computed while it contradicts another.',
    remedy: 'Correct one of the two, or clear the one that is not known.',
    href: factHref(incident.number, 'milestones'),
  }))
}

function openWindows(picture: Picture, settled: Settled): Missing[] {
  const { incident } = picture
  if (!incident || settled.has('windowEnd')) return []
  return incident.windows
    .map(({ endedAt, scope }, index) => ({ endedAt, scope, index }))
    .filter(({ endedAt }) => endedAt === null)
    .map(({ scope, index }) => ({
      id: `window.${index}`,
      stage: 'review',
      field: `windows.${index}.endedAt`,
      blocks: isStrict(picture),
      what: `The impact on “${scope}” has no end.`,
      why: 'How long it lasted is not computed while a window is open.',
      remedy: orSay('Say when it ended', 'windowEnd'),
      href: factHref(incident.number, 'windows'),
    }))
}
