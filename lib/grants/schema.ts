import { z } from 'zod'
import { Id, PublicNumber } from '#lib/ids.ts'
import { line, NOTE_MAX, optionalLine } from '#lib/text.ts'

const RecordKind = z.enum(['postmortem', 'incident'], 'Choose a postmortem or an incident.')
const record = { record: RecordKind, number: PublicNumber }

export const GrantAccessInput = z.strictObject({
  ...record,
  person: Id,
  reason: optionalLine({ what: 'The reason', max: NOTE_MAX }).default(''),
})
export const RevokeAccessInput = z.strictObject({ ...record, person: Id })
export const BreakGlassInput = z.strictObject({
  ...record,
  // Ten characters: enough that it has to be a reason.
  reason: line({ what: 'The reason', max: NOTE_MAX, min: 10 }),
})

const GrantOut = z.strictObject({
  person: z.strictObject({ id: z.string(), name: z.string() }),
  grantedAt: z.string(),
  breakGlass: z.boolean(),
  reason: z.string(),
})
export const AccessOut = z.strictObject({ grants: z.array(GrantOut) })
