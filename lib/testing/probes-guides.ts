import type { Actor } from '#lib/actor.ts'
import { abandonChecklist, finishChecklist } from '#lib/checklists/end.ts'
import { markItem } from '#lib/checklists/mark-item.ts'
import { startChecklist } from '#lib/checklists/start.ts'
import { answerGuide } from '#lib/guides/answer.ts'
import { closeProposal } from '#lib/guides/close-proposal.ts'
import { flagGuide } from '#lib/guides/flag.ts'
import { proposeChange } from '#lib/guides/propose-change.ts'
import { can } from '#lib/policy/can.ts'
import { type Probe, probe } from './probe.ts'
import type { StagedGuides } from './stage-guides.ts'

/** A guide that no team of the cast owns, with a proposal that is open; and a checklist that is. */
export function ofGuides({ guide: { slug: guide, proposal }, checklists }: StagedGuides): Probe[] {
  const sees = (actor: Actor) => can(actor, 'read', 'guide').allowed
  const discusses = (actor: Actor) => can(actor, 'discuss', 'guide').allowed
  const answers = (actor: Actor) => can(actor, 'answer', 'guide', {}).allowed
  return [
    probe(
      flagGuide,
      { guide, text: 'It was otherwise.' },
      { sees, may: (actor) => can(actor, 'flag', 'guide').allowed },
    ),
    probe(answerGuide, { guide, verdict: 'stands', reason: 'Read.', until: '2026-12-01' }, { sees, may: answers }),
    probe(closeProposal, { guide, number: proposal, outcome: 'merged' }, { sees: discusses, may: answers }),
    probe(
      startChecklist,
      { guide: 'anycast-drain-and-return', service: 'edge-proxy' },
      { sees, may: (actor) => can(actor, 'create', 'checklist').allowed },
    ),
    ...checklists.slice(0, 1).flatMap((row) => {
      const { number } = row
      const edits = { sees: discusses, may: (actor: Actor) => can(actor, 'edit', 'checklist', row).allowed }
      return [
        probe(markItem, { number, item: 1, mark: 'done' }, edits),
        probe(finishChecklist, { number }, edits),
        probe(abandonChecklist, { number, reason: 'Not needed.' }, edits),
      ]
    }),
  ]
}

/** It needs the text as it stands; its own tests have it. */
export const unprobedGuides = [proposeChange.name]
