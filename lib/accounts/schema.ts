import { z } from 'zod'
import { scopes } from '#lib/actor.ts'
import { Id } from '#lib/ids.ts'
import { PageInput } from '#lib/page.ts'
import { email, line, NOTE_MAX, optionalLine, prose } from '#lib/text.ts'
import { Zone } from '#lib/time.ts'

const PersonRole = z.enum(['administrator', 'auditor', 'program_manager', 'member', 'guest'], 'Choose a role.')

/** Long enough for the names people have; the short form goes on buttons and bylines. */
const personName = line({ what: 'The name', max: 100 })
const organizationName = line({ what: 'The name', max: 100 })

export const PersonInput = z.strictObject({ id: Id })

const profile = {
  name: personName,
  /** What somebody does here, in words of their own: "Edge networking, Lisbon". */
  title: optionalLine({ what: 'The title', max: 100 }),
  zone: Zone,
  about: prose({ what: 'The text', max: NOTE_MAX }),
}

export const UpdatePersonInput = z.strictObject({
  id: Id,
  ...z.strictObject({ ...profile, role: PersonRole }).partial().shape,
})

export const InvitePersonInput = z.strictObject({
  name: personName,
  email,
  role: PersonRole.default('member'),
  title: profile.title.default(''),
  /** Without it, the organization's. */
  zone: Zone.optional(),
})

export const ListPeopleInput = PageInput.extend({
  /** Part of a name, a title or an address. */
  q: optionalLine({ what: 'The search', max: 100 }).optional(),
  role: PersonRole.optional(),
  /** Deactivated people are left out unless asked for. */
  deactivated: z.enum(['only', 'also']).optional(),
})

export const PersonOut = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  title: z.string(),
  role: PersonRole,
  zone: z.string(),
  about: z.string(),
  createdAt: z.iso.datetime(),
  deactivatedAt: z.iso.datetime().nullable(),
  teams: z.array(z.strictObject({ slug: z.string(), name: z.string(), role: z.enum(['owner', 'editor', 'viewer']) })),
})
export type PersonOut = z.output<typeof PersonOut>

/** A secret is shown once, in the answer that made it. */
export const LinkOut = z.strictObject({ person: PersonOut, token: z.string(), expiresAt: z.iso.datetime() })

export const SetUpOrganizationInput = z.strictObject({
  token: z.string().max(100),
  name: personName,
  email,
  organization: organizationName,
  zone: Zone,
})

export const UpdateOrganizationInput = z.strictObject({ name: organizationName, zone: Zone }).partial()

export const OrganizationOut = z.strictObject({ name: z.string(), zone: z.string(), sample: z.boolean() })
export type OrganizationOut = z.output<typeof OrganizationOut>

/** A year: long enough for a yearly chore in the calendar, short enough that a forgotten token dies. */
const TOKEN_DAYS_MAX = 365

export const CreateApiTokenInput = z.strictObject({
  name: line({ what: 'The name', max: 100 }),
  scopes: z.array(z.enum(scopes, 'Choose from the list.')).min(1, 'Choose at least one scope.').max(scopes.length),
  days: z.coerce
    .number('Choose how long it lives.')
    .int('Use whole days.')
    .min(1, 'At least a day.')
    .max(TOKEN_DAYS_MAX, 'At most 365 days.')
    .default(90),
  restricted: z.boolean().default(false),
  /** Whose token, by address. Only the command line names somebody; people make tokens for themselves. */
  person: email.optional(),
})

export const ApiTokenOut = z.strictObject({
  id: z.string(),
  name: z.string(),
  lastFour: z.string(),
  scopes: z.array(z.enum(scopes)),
  restricted: z.boolean(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
})
export type ApiTokenOut = z.output<typeof ApiTokenOut>

export const SessionOut = z.strictObject({
  id: z.string(),
  method: z.string(),
  userAgent: z.string(),
  network: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  current: z.boolean(),
})
export type SessionOut = z.output<typeof SessionOut>
