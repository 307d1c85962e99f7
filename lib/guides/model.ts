import { type FrontMatter, STAGES } from '#lib/guides/front-matter.ts'
import { addDays } from '#lib/time.ts'

/**
 * A guide is a text a team keeps true: how to do one thing that prevents or shortens incidents. It lives in the
 * repository as MDX, has an owner and a date by which it is read again, and is found from the mechanisms it treats.
 */
export interface GuideSummary extends FrontMatter {
  readonly slug: string
  readonly readingMinutes: number
}

export interface Guide extends GuideSummary {
  /** Compiled MDX, for `GuideBody`. */
  readonly code: string
  readonly headings: readonly { readonly id: string; readonly text: string; readonly depth: number }[]
  /** The words alone, for search. */
  readonly text: string
  /** What its checklists ask, in order. */
  readonly checklist: readonly string[]
  /** What its living blocks ask for. */
  readonly blocks: readonly LivingBlock[]
  readonly previous: GuideSummary | undefined
  readonly next: GuideSummary | undefined
}

/** What a guide may use besides Markdown. A closed list, so that every guide can be read by every tool that knows it. */
export const GUIDE_COMPONENTS = [
  'ActionItems',
  'Callout',
  'Checklist',
  'Diagram',
  'Exposure',
  'Incidents',
  'ProgramStatus',
] as const
export type GuideComponent = (typeof GUIDE_COMPONENTS)[number]

/** A place in a guide that shows what the records say today, as far as its reader may see them. */
export interface LivingBlock {
  readonly name: LivingComponent
  readonly mechanism: string
}

export const LIVING_COMPONENTS = [
  'ActionItems',
  'Exposure',
  'Incidents',
  'ProgramStatus',
] as const satisfies readonly GuideComponent[]
export type LivingComponent = (typeof LIVING_COMPONENTS)[number]

export type ReviewState = 'current' | 'due' | 'overdue'
export type GuideState = ReviewState | 'contested'

/** What people said of it, as far as a reader may see: flags nobody answered, and the day its owner said it is good until. */
export type Said = { readonly contested: number; readonly until: string | null }
export const NOTHING_SAID: Said = { contested: 0, until: null }

/** A flag comes before the calendar: somebody saw it go wrong. */
export function guideState(guide: { reviewBy: string }, said: Said, today: string): GuideState {
  return said.contested > 0 ? 'contested' : reviewState({ reviewBy: readBy(guide, said) }, today)
}

/** The later of what the file says and what its owner said since. */
export const readBy = ({ reviewBy }: { reviewBy: string }, { until }: Said): string =>
  until !== null && until > reviewBy ? until : reviewBy

/** `today` is the calendar date where the reader is. A guide stays current through the day it names. */
export function reviewState({ reviewBy }: { reviewBy: string }, today: string): ReviewState {
  if (today > reviewBy) return 'overdue'
  return addDays(today, DUE_DAYS) >= reviewBy ? 'due' : 'current'
}

/** In the order of an incident's life, then by title: one reading order for list, previous and next. */
export function inReadingOrder<Item extends { stage: FrontMatter['stage']; title: string }>(
  guides: readonly Item[],
): Item[] {
  return guides.toSorted(
    (a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage) || a.title.localeCompare(b.title, 'en'),
  )
}

/** 220 words a minute: technical prose read to be used, slower than a novel. A picture's source is not read. */
export function readingMinutes(body: string): number {
  const prose = body.replace(/<[A-Z][^<]*?\/>/g, '')
  return Math.max(1, Math.round((prose.match(/\S+/g)?.length ?? 0) / 220))
}

/** A month is enough for an owner to find an hour. */
const DUE_DAYS = 30
