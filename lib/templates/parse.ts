import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { Need, type Needs, severityNames, Template, type TemplateContent, type TemplateSection } from './schema.ts'

const FrontMatter = z.strictObject({
  name: z.string(),
  version: z.number().int().min(1),
  kind: z.enum(['postmortem', 'customer_summary']).default('postmortem'),
  review: z.enum(['review', 'optional']),
  restricted: z.string().nullable().default(null),
  minutes: z.number().nullable().default(null),
  description: z.string(),
  choose: z.array(z.unknown()).default([]),
  facts: z.record(z.string(), z.string()).default({}),
})

/**
 * A template's file: front matter, then sections as headings with their key, needs, facts and preparation in braces,
 * `## Impact {impact; review, sev4 optional; facts windows milestones; prefill impact}`. The first paragraph is the
 * question, the rest is guidance.
 */
export function parseTemplate(key: string, source: string): Template {
  const [, frontMatter, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? []
  if (frontMatter === undefined || body === undefined) fail(key, 'it begins with front matter between two lines "---".')
  const { facts, ...front } = checked(key, FrontMatter, parseYaml(frontMatter))
  return checked(key, Template, {
    ...front,
    key,
    origin: 'shipped',
    facts: Object.fromEntries(Object.entries(facts).map(([fact, text]) => [fact, needsOf(key, text)])),
    sections: body
      .split(/^## /m)
      .slice(1)
      .map((text) => parseSection(key, text)),
  })
}

function parseSection(template: string, text: string): TemplateSection {
  const match = /^([^{\n]+?) \{([^}\n]+)\}\n+([\s\S]*)$/.exec(text)
  if (!match) fail(template, `a section heading needs its key, like "## Summary {summary; review}".`)
  const [, heading = '', inBraces = '', body = ''] = match
  const [key = '', ...parts] = inBraces.split(';').map((part) => part.trim())
  const of = (word: string) => parts.find((part) => part.startsWith(`${word} `))?.slice(word.length + 1)
  const need = parts.find((part) => !/^(facts|prefill) /.test(part)) ?? 'optional'
  const [prompt = '', ...guidance] = body.trim().split(/\n{2,}/)
  return {
    key,
    heading,
    prompt,
    guidance: guidance.join('\n\n'),
    needs: needsOf(template, need),
    facts: (of('facts')?.split(/\s+/) ?? []) as TemplateSection['facts'],
    prefill: (of('prefill') ?? null) as TemplateSection['prefill'],
  }
}

/** "review, sev4 optional, near_miss hidden": what holds for all, then the exceptions. */
function needsOf(template: string, text: string): Needs {
  const [general = '', ...exceptions] = text.split(',').map((part) => part.trim())
  const needs = Object.fromEntries(severityNames.map((severity) => [severity, general])) as Record<string, string>
  for (const exception of exceptions) {
    const [severity = '', need = ''] = exception.split(' ')
    if (!(severity in needs)) fail(template, `"${exception}" names no severity.`)
    needs[severity] = need
  }
  for (const need of Object.values(needs))
    if (!Need.safeParse(need).success)
      fail(template, `"${need}" is no need; write review, publish, optional or hidden.`)
  return needs as Needs
}

function checked<S extends z.ZodType>(key: string, schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  return fail(key, parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
}

function fail(key: string, why: string): never {
  throw new Error(`content/templates/${key}.md: ${why}`)
}

/** The content alone, without where it came from: what an edit begins with and what two versions are compared by. */
export function contentOf({ key: _, origin: __, version: ___, ...content }: Template): TemplateContent {
  return content
}
