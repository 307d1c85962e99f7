import { FORMAT } from '#lib/exports/schema.ts'
import { slugOf } from '#lib/ids.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { momentOf, settle } from '#lib/wall-clock.ts'
import { sectionsOf } from './foreign-sections.ts'
import { FOREIGN_ROLE, severityOf, statusOf, visibilityOf } from './foreign-words.ts'
import type { ImportOptions } from './schema.ts'

type Given = { data: Record<string, unknown>; body: string; file: string; options: ImportOptions }

/** What a file says, each thing under the key it stands at; `wrong` and `note` say what could not be taken as written. */
export type Foreign = {
  document: Record<string, unknown>
  wrong: { key: string; message: string }[]
  notes: string[]
}

/** Of an incident whose file names no time at all. It stands nowhere; the moment of recording does. */
export const UNKNOWN_TIME = '1970-01-01T00:00:00.000Z'

const UNDERSTOOD = new Set([
  ...['id', 'title', 'service', 'services', 'team', 'severity', 'start_time', 'end_time', 'status', 'visibility'],
  ...['mechanisms', 'published', 'zone', 'kind'],
])

/** A file of any origin as one of our documents. What it does not say is not made up, except where `notes` say so. */
export function fromForeign({ data, body, file, options }: Given): Foreign {
  const wrong: Foreign['wrong'] = []
  const notes: string[] = []
  const refuse = (key: string, message: string) => void wrong.push({ key, message })
  const read = reader(data, refuse)
  const heading = /^#[ \t]+(.+)$/m.exec(body)?.[1]?.trim()
  const title = read.text('title') ?? heading ?? ''
  if (!title && wrong.length === 0) refuse('title', 'The title is missing.')
  const zone = read.text('zone') ?? 'UTC'
  const start = momentIn(read.text('start_time'), { key: 'start_time', zone, refuse, notes })
  const end = momentIn(read.text('end_time'), { key: 'end_time', zone, refuse, notes })
  const published = momentIn(read.text('published'), { key: 'published', zone, refuse, notes })
  const status = read.word('status', statusOf, 'Use draft, published or retracted.') ?? options.status
  const visibility = read.word('visibility', visibilityOf, 'Use company, team or restricted.') ?? 'company'
  const severity = read.word('severity', severityOf, 'Use sev1, sev2, sev3, sev4 or near_miss.')
  if (!severity) notes.push(`It names no severity and was taken as ${options.severity.toUpperCase()}.`)
  const teamName = read.text('team')
  const team = teamOf(teamName, options)
  if (!team) refuse('team', 'It names no team. Add "team: …" to the file, or choose one for all that name none.')
  const { known, unknown } = mechanismsIn(read.list('mechanisms'))
  if (unknown.length > 0) notes.push(`Not mechanisms of the catalogue, kept beside it: ${unknown.join(', ')}.`)
  const services = [...read.list('service'), ...read.list('services')]
  const restrictedReason = visibility === 'restricted' ? 'security' : null
  const id = read.text('id') ?? file.replace(/\.[^./]+$/, '')
  const points = [start, end].filter((at) => at !== null)
  return {
    wrong,
    notes,
    document: {
      firebreak: FORMAT,
      origin: 'foreign',
      id,
      title,
      status,
      visibility,
      restrictedReason,
      team,
      file,
      begun: end ?? start,
      published: status === 'draft' ? null : published,
      retracted: null,
      template: 'classic',
      templateVersion: 1,
      incident: {
        id,
        title,
        severity: severity ?? options.severity,
        visibility,
        restrictedReason,
        team,
        zone,
        kind: kindOf(read.text('kind'), severity),
        // Derived again when it is stored; the earliest thing known.
        occurredAt: points[0] ?? published ?? UNKNOWN_TIME,
        services: [...new Set(services)].map((name) => ({ ...named(name, options.services), role: FOREIGN_ROLE })),
        mechanisms: known,
        milestones: { impactStarted: start, mitigated: end },
        windows: [],
        timeline: [],
      },
      frozen: {},
      actionItems: [],
      extra: { ...unknownKeys(data), ...(unknown.length > 0 && { other_mechanisms: unknown }) },
      sections: sectionsOf(body, title),
    },
  }
}

const kinds = new Set(['outage', 'degradation', 'data', 'security', 'near_miss', 'experiment', 'third_party'])

function kindOf(written: string | null, severity: string | null): string {
  const word = written?.toLowerCase().replace(/[\s-]/g, '_') ?? ''
  if (kinds.has(word)) return word
  return severity === 'near_miss' ? 'near_miss' : 'outage'
}

const unknownKeys = (data: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(data).filter(([key]) => !UNDERSTOOD.has(key)))

function teamOf(name: string | null, options: ImportOptions) {
  if (name) return named(name, options.teams)
  return options.team ? { slug: options.team, name: options.team } : null
}

/** A mapped name is the slug it was mapped to; any other is looked for by name and by the slug it would have. */
function named(name: string, mapping: Record<string, string>) {
  const slug = Object.hasOwn(mapping, name) ? mapping[name] : undefined
  return slug ? { slug, name: slug } : { slug: slugOf(name), name: name.slice(0, 100) }
}

function mechanismsIn(codes: readonly string[]) {
  const unique = [...new Set(codes)]
  return {
    known: unique.filter((code) => findMechanism(code)).slice(0, 10),
    unknown: unique.filter((code) => !findMechanism(code)),
  }
}

type Refuse = (key: string, message: string) => void

function reader(data: Record<string, unknown>, refuse: Refuse) {
  const text = (key: string): string | null => {
    const value = data[key]
    if (value === undefined || value === null || value === '') return null
    if (typeof value === 'string' || typeof value === 'number') return String(value).trim() || null
    refuse(key, `"${key}" must be one line of text.`)
    return null
  }
  const list = (key: string): string[] => {
    const values = [data[key] ?? []].flat()
    const words = values.filter((value) => typeof value === 'string' || typeof value === 'number')
    if (words.length < values.length) refuse(key, `"${key}" must be a name or a list of names.`)
    return words.map((value) => String(value).trim()).filter(Boolean)
  }
  const word = <T>(key: string, meaning: (written: string) => T | null, choices: string): T | null => {
    const written = text(key)
    const meant = written === null ? null : meaning(written)
    if (written !== null && meant === null) refuse(key, `"${written}" is not a ${key} known here. ${choices}`)
    return meant
  }
  return { text, list, word }
}

type Reading = { key: string; zone: string; refuse: Refuse; notes: string[] }

/** A day without a clock time counts from its midnight, and the notes say so. */
function momentIn(written: string | null, { key, zone, refuse, notes }: Reading): string | null {
  if (written === null) return null
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(written)
  const moment = momentOf(isDay ? `${written} 00:00` : written)
  if (!moment) {
    refuse(key, `"${written}" is not a time. Write it like 2026-11-20T14:02:00Z.`)
    return null
  }
  const settled = settle(moment, zone)
  if (isDay) notes.push(`"${key}" names a day and no time; it was taken as midnight in ${zone}.`)
  if ('at' in settled) return settled.at.toISOString()
  refuse(key, settled.problem)
  return null
}
