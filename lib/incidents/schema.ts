import { z } from 'zod'
import { Id, PublicNumber, Slug } from '#lib/ids.ts'
import { PageInput } from '#lib/page.ts'
import { line, NOTE_MAX, optionalLine, TITLE_MAX } from '#lib/text.ts'
import { MomentText, Zone } from '#lib/time.ts'
import { factFields, factsOut, ImpactWindowInput, MechanismCode } from './fact-schema.ts'
import { kinds, milestoneNames, serviceRoles, severities } from './model.ts'
import { parts } from './parts.ts'
import { TimelineEntryOut } from './timeline-out.ts'
import { relationKinds, valuesOf } from './vocabulary.ts'

export const Severity = z.enum(Object.keys(severities) as [keyof typeof severities], 'Choose a severity.')
export const Kind = z.enum(Object.keys(kinds) as [keyof typeof kinds], 'Choose a kind.')
export const Visibility = z.enum(['company', 'team', 'restricted'], 'Choose who may read it.')
export const RestrictedReason = z.enum(['security', 'legal', 'privacy', 'people'], 'Say why it is restricted.')

export const Milestones = z.strictObject(
  Object.fromEntries(milestoneNames.map((name) => [name, MomentText.nullish()])) as Record<
    (typeof milestoneNames)[number],
    z.ZodOptional<z.ZodNullable<typeof MomentText>>
  >,
)

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
        remove: z.boolean().optional(),
        role: z.enum(Object.keys(serviceRoles) as [keyof typeof serviceRoles], 'Choose the part it played.'),
      }),
    )
    .max(30, 'Name at most 30 services.')
    .default([]),
  milestones: Milestones.default({}),
  windows: z.array(ImpactWindowInput).max(20, 'Give at most 20 impact windows.').default([]),
  /** Factors of which only the mechanism is known. Where factors are given too, those of them that are missing are added. */
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
    ...z.strictObject(factFields).partial().shape,
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
  /** The version it was read in. Not needed beside a part. */
  version: z.coerce.number('The version is missing; load the incident again.').int().optional(),
  /** Forms send one part of the facts, and as what they saw it: then only a change to that part stands in the way. */
  part: z.enum(valuesOf(parts), 'This part of the facts is not known here.').optional(),
  seen: z.string().max(40).optional(),
  /** Why it is called that now, where the severity changes. */
  severityReason: optionalLine({ what: 'The reason', max: NOTE_MAX }).default(''),
  ...z
    .strictObject({
      ...fields,
      ...factFields,
      zone: Zone,
      services: fields.services.unwrap(),
      milestones: Milestones,
      windows: fields.windows.unwrap(),
      mechanisms: fields.mechanisms.unwrap(),
    })
    .partial().shape,
})

export const ChangeSeverityInput = z.strictObject({
  number: PublicNumber,
  severity: Severity,
  /** When it was called that. Empty is the moment it was declared. */
  at: MomentText.nullish(),
  timesIn: Zone.optional(),
  reason: line({ what: 'The reason', max: NOTE_MAX }),
  /** The line of the log this one corrects. */
  replaces: Id.optional(),
})

const pair = {
  number: PublicNumber,
  /** As people write it: 18 or INC-18. */
  other: z
    .union([z.number(), z.string().max(14)])
    .transform((given): unknown =>
      String(given)
        .trim()
        .replace(/^inc-?/i, ''),
    )
    .pipe(PublicNumber),
  note: optionalLine({ what: 'The note', max: 500 }).default(''),
}
const Relation = z.enum(valuesOf(relationKinds), 'Choose how they are related.')
export const RelateInput = z.strictObject({ ...pair, relation: Relation })
export const DeclineRelationInput = z.strictObject(pair)
export const UnrelateInput = z.strictObject({ number: PublicNumber, id: Id })

export const RelationOut = z.strictObject({
  id: z.string(),
  relation: z.string(),
  /** Whether this incident says it of the other ("from") or the other of this one. */
  side: z.enum(['from', 'to']),
  note: z.string(),
  incident: z.strictObject({ number: z.number(), title: z.string(), severity: Severity, occurredAt: z.string() }),
})
export type RelationOut = z.output<typeof RelationOut>
/** What somebody believes, and nobody who may change one of the two has agreed to yet. */
const ProposalOut = RelationOut.extend({ by: z.string().nullable(), at: z.string() })
export type ProposalOut = z.output<typeof ProposalOut>
export const RelationsOut = z.strictObject({
  number: z.number(),
  relations: z.array(RelationOut),
  proposals: z.array(ProposalOut),
})
export type RelationsOut = z.output<typeof RelationsOut>

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
      id: z.string().default(''),
      startedAt: z.string(),
      endedAt: z.string().nullable(),
      scope: z.string(),
      trafficShare: z.number().nullable(),
      failingShare: z.number().nullable(),
      symptom: z.string(),
      journey: z.string().default(''),
      locations: z.array(z.string()).default([]),
    }),
  ),
  ...factsOut,
  timeline: z.array(TimelineEntryOut),
})
export type IncidentOut = z.output<typeof IncidentOut>
