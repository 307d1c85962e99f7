import type { Work } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { pinnedTemplate } from '#lib/templates/queries.ts'
import { type Missing, missingFor, type Picture, type PicturedIncident, type Stage } from './completeness.ts'
import { sectionsOf } from './freeze.ts'
import { type Known, knownOf } from './known.ts'
import { openMarks } from './marks.ts'
import { PREVENTING } from './prefill.ts'
import { type LockedPostmortem, loadForPolicy } from './queries.ts'

/** What is missing before the next stage, for those who may mend it. */
export async function getMissing(work: Work, number: number): Promise<Record<Stage, Missing[]>> {
  const postmortem = await loadForPolicy(work, number)
  // Readers of something published have no working text to hold against anything.
  const decision = can(work.actor, 'edit', 'postmortem', postmortem)
  if (!decision.allowed) refuse({ kind: 'forbidden', reason: decision.reason })
  const picture = await pictureOf(work, postmortem, await sectionsOf(work, postmortem.id))
  const all = missingFor('publish', picture)
  return {
    review: all.filter(({ stage }) => stage === 'review'),
    publish: all.filter(({ stage }) => stage === 'publish'),
  }
}

/** The document and its facts as the rules of completeness look at them. */
export async function pictureOf(work: Work, row: LockedPostmortem, sections: Picture['sections']): Promise<Picture> {
  const { db, now } = work
  const [known, items] = await Promise.all([
    // An incident hidden from this writer has no facts to hold their document to.
    row.incident && row.incidentId ? knownOf(work, row.incidentId) : null,
    db.actionItem.findMany({ where: { postmortemId: row.id }, orderBy: { number: 'asc' }, take: 200 }),
  ])
  const [review] = row.reviews
  return {
    number: row.number,
    leadId: row.leadId,
    now,
    sections,
    template: await pinnedTemplate(work, row),
    severity: known?.severity ?? null,
    incident: known && pictured(known),
    actionItems: items.map(({ number, title, ownerId, doneWhen, commitment, closed }) => ({
      number,
      title,
      doneWhen,
      owned: ownerId !== null,
      due: true,
      accepted: commitment === 'accepted',
      undecided: commitment === 'proposed' && !closed,
    })),
    noActionReason: reasonForNone(sections),
    reviewerIds: review ? review.reviewers.map(({ personId }) => personId) : null,
  }
}

/** Written where the template asks for items, by somebody: what was prepared there is a question and no reason. */
export const reasonForNone = (sections: readonly { key: string; body: string }[]): string | null =>
  sections.find(({ key, body }) => (key === 'actions' || key === 'next') && body.split('\n').some(isWritten))?.body ??
  null

const isWritten = (line: string): boolean =>
  line.trim() !== '' && line.trim() !== PREVENTING && !/^[-*] \[AI-\d+ /.test(line) && openMarks(line).length === 0

function pictured(known: Known): PicturedIncident {
  const { number, milestones, windows, timeline, evidence } = known
  return {
    number,
    milestones,
    windows,
    timeline,
    counts: {
      services: known.services.length,
      windows: windows.length,
      timeline: timeline.length,
      mechanisms: known.mechanisms.length,
      locations: known.locations.length,
      trigger: known.triggerKind ? 1 : 0,
      detection: known.detectionMethod ? 1 : 0,
      factors: known.factors.length,
      defences: known.defences.length,
      mitigations: known.mitigations.length,
    },
    links: [
      ...evidence.map(({ url }) => url),
      ...timeline.map(({ link, source }) => link || source),
      ...known.factors.map((factor) => factor.evidence),
    ],
  }
}
