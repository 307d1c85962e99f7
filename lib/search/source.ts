import type { z } from 'zod'
import type { Severity } from '#lib/incidents/schema.ts'

/** One text of a record, and where in the record it stands: the heading of its section. */
export type Passage = { where: string | null; text: string }

/** A record as it is indexed and as it is quoted. Whose eyes read it is decided by the transaction it is read in. */
export type Source = {
  id: string
  number: number | null
  externalId: string | null
  title: string
  /** Who and what it is about: team, services, mechanisms. */
  about: string
  passages: Passage[]
  timeline: string
  url: string
  severity: z.output<typeof Severity> | null
  services: string[]
  /** When it happened, or by when it is due. */
  date: string | null
  state: string | null
  /** The incident a postmortem is about, which then need not be shown a second time. */
  incidentId: string | null
  /** False where only people named one by one, or only its writers, may read it. */
  open: boolean
  tags: string[]
  /** Codes of the catalogue. */
  mechanisms: string[]
  at: Date | null
  recency: Date | null
}

/** What most kinds have nothing to say about. */
export const plainSource = {
  number: null,
  externalId: null,
  about: '',
  timeline: '',
  severity: null,
  services: [],
  date: null,
  state: null,
  incidentId: null,
  open: true,
  tags: [],
  mechanisms: [],
  at: null,
  recency: null,
} as const satisfies Partial<Source>
