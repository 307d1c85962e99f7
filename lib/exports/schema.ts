import { z } from 'zod'
import { PublicNumber } from '#lib/ids.ts'
import { ImageOut } from '#lib/images/schema.ts'
import { IncidentOut, RestrictedReason, Visibility } from '#lib/incidents/schema.ts'
import { RevisionContent } from '#lib/postmortems/schema.ts'
import { EarlierItemOut } from '#lib/recurrences/schema.ts'
import { line, optionalLine, prose, SECTION_MAX, TITLE_MAX } from '#lib/text.ts'

/** Raised when a reader of the old form would misread the new one; new fields alone do not raise it. */
export const FORMAT = 1

const ExternalId = line({ what: 'The id', max: 200 })
const Moment = z.iso.datetime({ offset: true, error: 'Write a time like 2026-11-20T14:02:00Z.' })

const Named = z.strictObject({
  slug: z.string().max(80),
  name: line({ what: 'The name', max: 100 }),
})

/** Four times what the longest list of an incident may hold, so that a file never fails on a limit raised later. */
const rows = <Row extends z.ZodType>(row: Row) => z.array(row).max(2_000, 'A list can have at most 2,000 entries.')
const shape = IncidentOut.shape
const facts = { windows: shape.windows.element, timeline: shape.timeline.element }

/** Rows have ids and lists have counters of their own in every instance; everything else of the facts travels. */
export const Facts = IncidentOut.omit({ number: true, version: true, externalId: true }).extend({
  id: ExternalId,
  windows: rows(facts.windows.omit({ id: true })),
  severityLog: rows(shape.severityLog.unwrap().element.omit({ id: true })).default([]),
  numbers: rows(shape.numbers.unwrap().element.omit({ id: true })).default([]),
  factors: rows(shape.factors.unwrap().element.omit({ id: true })).default([]),
  defences: rows(shape.defences.unwrap().element.omit({ id: true })).default([]),
  mitigations: rows(shape.mitigations.unwrap().element.omit({ id: true })).default([]),
  roles: rows(shape.roles.unwrap().element.omit({ id: true })).default([]),
  evidence: rows(shape.evidence.unwrap().element.omit({ id: true })).default([]),
  timeline: rows(facts.timeline.omit({ id: true })),
})
export type Facts = z.output<typeof Facts>

export const ExportedItem = z.strictObject({
  id: ExternalId,
  title: line({ what: 'The title', max: TITLE_MAX }),
  doneWhen: prose({ what: 'The exit criterion', max: 2_000 }),
  priority: z.enum(['p0', 'p1', 'p2', 'p3'], 'Choose a priority.'),
  team: Named,
  dueOn: z.iso.date(),
  originalDueOn: z.iso.date(),
  closure: z
    .strictObject({ outcome: z.enum(['done', 'dropped']), note: prose({ what: 'The note', max: 2_000 }), at: Moment })
    .nullable(),
})
export type ExportedItem = z.output<typeof ExportedItem>

/** An earlier promise about the same, as it stood when the incident began. */
const ExportedEarlier = EarlierItemOut.omit({ number: true }).extend({
  title: line({ what: 'The title', max: TITLE_MAX }),
  mechanism: z.string().max(40).nullable(),
})
export const EarlierItems = z.array(ExportedEarlier).min(1).max(200, 'A document can carry at most 200 earlier items.')
export type EarlierItems = z.output<typeof EarlierItems>

const ExportedSection = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'A section key is small letters, digits and underscores.'),
  heading: line({ what: 'The heading', max: TITLE_MAX }),
  body: prose({ what: 'The section', max: SECTION_MAX }),
})

/** A picture the text shows. The file itself is beside the text: `images/`, with its id and the ending of its type. */
export const ExportedImage = ImageOut.omit({ addedAt: true, name: true })
export type ExportedImage = z.output<typeof ExportedImage>

/** What else a revision froze, by whatever name: fields added to it later travel without a change here. */
const known = ['title', 'sections', 'incident']
const Frozen = z.object(
  Object.fromEntries(
    Object.entries(RevisionContent.shape)
      .filter(([key]) => !known.includes(key))
      .map(([key, schema]) => [key, (schema as z.ZodType).optional()]),
  ),
)

/**
 * A postmortem as it leaves and comes back: the same in JSON and, with its sections as text, in Markdown. It names teams,
 * services and roles. It names no people: who led, reviewed or owns something stays in the instance.
 */
export const PostmortemDocument = z.strictObject({
  firebreak: z.literal(FORMAT, `This is a form newer than this Firebreak reads, which is ${FORMAT}.`),
  id: ExternalId,
  title: line({ what: 'The title', max: TITLE_MAX }),
  status: z.enum(['draft', 'published', 'retracted'], 'The status is draft, published or retracted.'),
  /** When it was begun, which lists sort by. */
  begun: Moment,
  published: Moment.nullable(),
  retracted: z.strictObject({ at: Moment, reason: prose({ what: 'The reason', max: 2_000 }) }).nullable(),
  team: Named,
  visibility: Visibility,
  restrictedReason: RestrictedReason.nullable(),
  template: z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/, 'This is not the key of a template.'),
  templateVersion: z.number().int().min(1).max(100_000),
  templateOrigin: z.enum(['shipped', 'organization']).default('shipped'),
  incident: Facts.nullable(),
  /** Whatever else was frozen with the text. */
  frozen: Frozen,
  actionItems: z.array(ExportedItem).max(500, 'A document can carry at most 500 action items.'),
  /** Absent where there were none. */
  earlierItems: EarlierItems.optional(),
  /** Keys of the file it was once imported from that have no place here. */
  extra: z.record(z.string(), z.unknown()),
  /** Absent for a text without any, so that older files say the same as before. */
  images: z.array(ExportedImage).max(200, 'A document can name at most 200 pictures.').optional(),
  sections: z.array(ExportedSection).max(60, 'A document can have at most 60 sections.'),
})
export type PostmortemDocument = z.output<typeof PostmortemDocument>

export const formats = ['markdown', 'html', 'json'] as const
export const Format = z.enum(formats, 'Choose markdown, html or json.')
export type Format = z.output<typeof Format>

export const ExportPostmortemInput = z.strictObject({
  number: PublicNumber,
  format: Format.default('markdown'),
  /** Readers get what was published; those who edit may ask for the text they work on. */
  text: z.enum(['published', 'working'], 'Choose published or working.').optional(),
  /** `inline` shows it in the browser, to be printed; otherwise it is saved as a file. */
  show: z.enum(['file', 'inline'], 'Choose file or inline.').default('file'),
})

export const Filename = optionalLine({ what: 'The file name', max: 400 })
