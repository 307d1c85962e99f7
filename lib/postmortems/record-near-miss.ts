import { z } from 'zod'
import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { Slug } from '#lib/ids.ts'
import { insertIncident } from '#lib/incidents/insert.ts'
import { RecordIncidentInput } from '#lib/incidents/schema.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { sectionsFor, suggestTemplate } from '#lib/templates/model.ts'
import { listTemplates } from '#lib/templates/queries.ts'
import { SectionKey, type Template, TemplateKey } from '#lib/templates/schema.ts'
import { line, prose, SECTION_MAX, TITLE_MAX } from '#lib/text.ts'
import { MomentText, Zone } from '#lib/time.ts'
import { begin } from './begin.ts'
import { postmortemById } from './queries.ts'
import { PostmortemOut } from './schema.ts'

const RecordNearMissInput = z.strictObject({
  title: line({ what: 'The title', max: TITLE_MAX }),
  team: Slug,
  service: Slug.nullish(),
  /** When it was noticed. */
  at: MomentText.nullish(),
  zone: Zone.default('UTC'),
  mechanism: z
    .string()
    .max(40)
    .refine((code) => findMechanism(code) !== undefined, 'Choose a mechanism from the list.')
    .nullish(),
  /** Without one, the one the rules choose for a near miss of this team. */
  template: TemplateKey.optional(),
  answers: z
    .array(z.strictObject({ key: SectionKey, body: prose({ what: 'The answer', max: SECTION_MAX }).default('') }))
    .max(40)
    .default([]),
})

/** Fifteen minutes: the incident and its postmortem from one page of short questions. */
export const recordNearMiss = command({
  name: 'postmortem.record_near_miss',
  summary: 'Records a near miss: its incident and its postmortem in one go.',
  scope: 'postmortems:write',
  input: RecordNearMissInput,
  output: PostmortemOut,
  subject: (work, { team }) => teamBySlug(work, team, 'team'),
  may: (actor) => all(can(actor, 'create', 'incident'), can(actor, 'create', 'postmortem')),
  async run(work, { input, subject: team }) {
    const { actor } = work
    if (actor.kind !== 'person') refuse(invalid('lead', 'A near miss is recorded by a person, who leads it.'))
    const template = await templateFor(work, input)
    const written = new Map(input.answers.map(({ key, body }) => [key, body]))
    refuseUnasked(template, [...written.keys()])
    const incidentId = await insertIncident(work, incidentOf(input), team)
    const id = await begin(work, {
      title: input.title,
      template,
      teamId: team.id,
      leadId: actor.personId,
      written,
      access: template.restricted
        ? { visibility: 'restricted', restrictedReason: template.restricted }
        : { visibility: 'company', restrictedReason: null },
      incident: { id: incidentId, severity: 'near_miss' },
    })
    const { title } = input
    return {
      read: () => postmortemById(work, id),
      events: [
        happened('incident.recorded', incidentId, { title, severity: 'near_miss' }),
        happened('postmortem.drafted', id, { title, template: template.key }),
      ],
    }
  },
})

type Given = z.output<typeof RecordNearMissInput>

async function templateFor(work: Work, input: Given): Promise<Template> {
  const offered = await listTemplates(work)
  const about = { severity: 'near_miss', kind: 'near_miss', team: input.team }
  const key = input.template ?? suggestTemplate(offered, about).key
  return offered.find((template) => template.key === key) ?? refuse(invalid('template', 'Choose one of the templates.'))
}

/** An answer nobody asked for would be lost without a word. */
function refuseUnasked(template: Template, keys: string[]): void {
  const asked = new Set(sectionsFor(template, 'near_miss').map(({ key }) => key))
  const index = keys.findIndex((key) => !asked.has(key))
  if (index >= 0) refuse(invalid(`answers.${index}.key`, `This template has no question "${keys[index]}".`))
}

function incidentOf({ title, team, service, at, zone, mechanism }: Given): z.output<typeof RecordIncidentInput> {
  return {
    ...RecordIncidentInput.parse({
      title,
      team,
      zone,
      severity: 'near_miss',
      kind: 'near_miss',
      ...(service && { services: [{ service, role: 'origin' }] }),
      ...(mechanism && { mechanisms: [mechanism] }),
    }),
    milestones: at ? { detected: at } : {},
  }
}
