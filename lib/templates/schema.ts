import { z } from 'zod'

/** A template is data: content/templates/<key>.md. A postmortem keeps the version it started from. */
export const Template = z.strictObject({
  key: z.string(),
  name: z.string(),
  version: z.number().int(),
  description: z.string(),
  /** Whether a postmortem made from it must be approved before it is published. */
  review: z.enum(['review', 'optional']),
  sections: z
    .array(z.strictObject({ key: z.string(), heading: z.string(), required: z.boolean(), prompt: z.string() }))
    .min(1),
})
export type Template = z.output<typeof Template>
export type TemplateSection = Template['sections'][number]

export const templateKeys = ['classic', 'edge', 'light', 'security'] as const
export const TemplateKey = z.enum(templateKeys, 'Choose one of the templates.')
export type TemplateKey = z.output<typeof TemplateKey>
