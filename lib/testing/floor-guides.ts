import type { Actor } from '#lib/actor.ts'
import { can } from '#lib/policy/can.ts'

/** How each row is named; a flag and its answer by the record they are about. */
export const guideKeys = {
  Guide: `"id"`,
  GuideFlag: `coalesce("incidentId", "postmortemId")`,
  GuideAnswer: `(select coalesce(f."incidentId", f."postmortemId") from "GuideFlag" f where f."id" = "GuideAnswer"."flagId")`,
  GuideProposal: `"id"`,
  ProposalClosing: `"proposalId"`,
  Checklist: `"id"`,
  ChecklistItem: `"checklistId"`,
  ChecklistMark: `"itemId"`,
  ChecklistEnd: `"checklistId"`,
} as const

type Of = (table: string, keep: (words: string[], key: string) => boolean) => string[]

/** Guides are for everybody who is signed in; what is said of them for the company, with the record it names. */
export function guideRows(actor: Actor, of: Of, open: ReadonlySet<string>): Record<keyof typeof guideKeys, string[]> {
  const [reads, discusses] = [can(actor, 'read', 'guide').allowed, can(actor, 'discuss', 'guide').allowed]
  const works = can(actor, 'read', 'checklist').allowed
  const about = ([record = '']: string[]) => discusses && open.has(record)
  return {
    Guide: of('Guide', () => reads),
    GuideFlag: of('GuideFlag', about),
    GuideAnswer: of('GuideAnswer', about),
    GuideProposal: of('GuideProposal', () => discusses),
    ProposalClosing: of('ProposalClosing', () => discusses),
    Checklist: of('Checklist', () => works),
    ChecklistItem: of('ChecklistItem', () => works),
    ChecklistMark: of('ChecklistMark', () => works),
    ChecklistEnd: of('ChecklistEnd', () => works),
  }
}

/** Undefined where the event is of something else. */
export function seesGuideEvent(actor: Actor, name: string, record: string, open: ReadonlySet<string>) {
  if (name.startsWith('checklist.')) return can(actor, 'read', 'checklist').allowed
  if (name.startsWith('guide.')) return can(actor, 'discuss', 'guide').allowed && open.has(record)
  return undefined
}
