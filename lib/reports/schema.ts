import { z } from 'zod'
import { PublicNumber, Slug } from '#lib/ids.ts'

const Quarter = z.string().regex(/^20\d\d-Q[1-4]$/, 'Choose a quarter like 2026-Q3.')

export const ReportInput = z.strictObject({
  period: Quarter.optional(),
  /** The team that owns it. */
  team: Slug.optional(),
})
export const ItemReportInput = ReportInput.extend({
  /** The program it was handed to. */
  program: PublicNumber.optional(),
})
