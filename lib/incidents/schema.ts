import { z } from 'zod'
import { PublicNumber, Slug } from '#lib/ids.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { PageInput } from '#lib/page.ts'
import { line, optionalLine, TITLE_MAX } from '#lib/text.ts'
import { MomentText, Zone } from '#lib/time.ts'
import { kinds, milestoneNames, serviceRoles, severities } from './model.ts'

export const Severity = z.enum(Object.keys(severities) as [keyof typeof severities], 'Choose a severity.')
export const Kind = z.enum(Object.keys(kinds) as [keyof typeof kinds], 'Choose a kind.')
export const Visibility = z.enum(['company', 'team', 'restricted'], 'Choose who may read it.')
export const RestrictedReason = z.enum(['security', 'legal', 'privacy', 'people'], 'Say why it is restricted.')
const Share = z.coerce
  .number('Write a share between 0 and 1.')
  .min(0, 'A share is at least 0.')
  .max(1, 'A share is at most 1.')

export const Milestones = z.strictObject(
  Object.fromEntries(milestoneNames.map((name) => [name, MomentText.nullish()])) as Record<
    (typeof milestoneNames)[number],
    z.ZodOptional<z.ZodNullable<typeof MomentText>>
  >,
)

const ImpactWindow = z.strictObject({
  startedAt: MomentText,
  endedAt: MomentText.nullish(),
  scope: line({ what: 'The scope', max: TITLE_MAX }),
  trafficShare: Share.nullish(),
  failingShare: Share.nullish(),
  symptom: optionalLine({ what: 'The symptom', max: TITLE_MAX }).default(''),
})

const MechanismCode = z
  .string()
  .max(40)
  .refine((code) => findMechanism(code) !== undefined, 'Choose a mechanism from the list.')

const fields = {
  title: line({ what: 'The title', max: TITLE_MAX }),
  severity: Severity,
  kind: Kind,
  team: Slug,
  zone: Zone.default('UTC'),
  // 30 services: more than any incident we know of names; the rest belongs in the text.
  services: z
    .array(
      z.strictObject({
        service: Slug,
        role: z.enum(Object.keys(serviceRoles) as [keyof typeof serviceRoles], 'Choose the part it played.'),
      }),
    )
    .max(30, 'Name at most 30 services.')
    .default([]),
  milestones: Milestones.default({}),
  windows: z.array(ImpactWindow).max(20, 'Give at most 20 impact windows.').default([]),
  mechanisms: z
    .array(MechanismCode)
    .max(10, 'Choose at most 10 mechanisms.')
    .transform((codes) => [...new Set(codes)])
    .default([]),
  /** Where times without their distance from UTC are read; without it, in `zone`. */
  timesIn: Zone.optional(),
}

export const RecordIncidentInput = z
  .strictObject({
    ...fields,
    visibility: Visibility.default('company'),
    restrictedReason: RestrictedReason.nullish(),
    externalId: optionalLine({ what: 'The external id', max: 200 }).optional(),
  })
  .refine(({ visibility, restrictedReason }) => (visibility === 'restricted') === Boolean(restrictedReason), {
    path: ['restrictedReason'],
    message: 'A restricted incident needs a reason, and only a restricted one.',
  })

export const UpdateIncidentInput = z.strictObject({
  number: PublicNumber,
  version: z.coerce.number('The version is missing; load the incident again.').int(),
  ...z
    .strictObject({
      ...fields,
      zone: Zone,
      services: fields.services.unwrap(),
      milestones: Milestones,
      windows: fields.windows.unwrap(),
      mechanisms: fields.mechanisms.unwrap(),
    })
    .partial().shape,
})

export const GetIncidentInput = z.strictObject({ number: PublicNumber })

export const ListIncidentsInput = PageInput.extend({
  /** Part of a title. */
  q: optionalLine({ what: 'The filter', max: 100 }).optional(),
  severity: z.array(Severity).max(5).optional(),
  team: Slug.optional(),
  service: Slug.optional(),
  mechanism: z.string().max(40).optional(),
})

export const TeamOut = z.strictObject({ slug: z.string(), name: z.string() })

export const IncidentListed = z.strictObject({
  number: z.number(),
  title: z.string(),
  severity: Severity,
  kind: Kind,
  visibility: Visibility,
  occurredAt: z.string(),
  zone: z.string(),
  team: TeamOut,
  services: z.array(z.strictObject({ slug: z.string(), name: z.string(), role: z.string() })),
})
export type IncidentListed = z.output<typeof IncidentListed>

export const IncidentOut = IncidentListed.extend({
  version: z.number(),
  externalId: z.string().nullable(),
  restrictedReason: RestrictedReason.nullable(),
  mechanisms: z.array(z.string()),
  milestones: z.record(z.string(), z.string().nullable()),
  windows: z.array(
    z.strictObject({
      startedAt: z.string(),
      endedAt: z.string().nullable(),
      scope: z.string(),
      trafficShare: z.number().nullable(),
      failingShare: z.number().nullable(),
      symptom: z.string(),
    }),
  ),
  timeline: z.array(
    z.strictObject({
      id: z.string(),
      at: z.string(),
      zone: z.string(),
      kind: z.string(),
      text: z.string(),
      source: z.string(),
    }),
  ),
})
export type IncidentOut = z.output<typeof IncidentOut>
