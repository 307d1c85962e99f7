import type { FileResult, ImportTotals } from '#lib/imports/schema.ts'

/** One file or row as it is shown. */
export type Told = Pick<FileResult, 'outcome' | 'number' | 'title'> & { where: string; remarks: string[] }

export type PasteState = {
  problem?: string
  /** What was typed, to be shown again. */
  values?: { what: string; text: string; team: string }
  results?: Told[]
  totals?: ImportTotals
}
export type PasteAction = (state: PasteState, form: FormData) => Promise<PasteState>
