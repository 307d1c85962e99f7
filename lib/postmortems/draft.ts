import type { z } from 'zod'
import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { lockIncident } from '#lib/incidents/queries.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { suggestTemplate } from '#lib/templates/model.ts'
import { listTemplates } from '#lib/templates/queries.ts'
import type { Template } from '#lib/templates/schema.ts'
import { type Access, begin } from './begin.ts'
import { reachesBeyond } from './model.ts'
import { postmortemById } from './queries.ts'
import { DraftInput, PostmortemOut } from './schema.ts'

export const draftPostmortem = command({
  name: 'postmortem.draft',
  summary: 'Begins a postmortem from a template.',
  scope: 'postmortems:write',
  input: DraftInput,
  output: PostmortemOut,
  subject: async (work, input) => {
    const incident = input.incident === undefined ? null : await lockIncident(work, input.incident)
    return { incident, team: await teamFor(work, input.team, incident) }
  },
  may: (actor) => can(actor, 'create', 'postmortem'),
  async run(work, { input, subject: { team, incident } }) {
    const template = await templateFor(work, input, { team, incident })
    const title = input.title ?? incident?.title ?? refuse(invalid('title', 'The title is missing.'))
    const id = await begin(work, {
      title,
      template,
      teamId: team.id,
      leadId: await leadFor(work, input.lead),
      access: visibilityFor(input, { template, teamId: team.id, incident }),
      incident,
      externalId: input.externalId,
    })
    return {
      read: () => postmortemById(work, id),
      events: [happened('postmortem.drafted', id, { title, template: template.key })],
    }
  },
})

/** The one named, or the incident's own. */
async function teamFor(work: Work, slug: string | undefined, incident: { teamId: string } | null) {
  if (slug !== undefined) return teamBySlug(work, slug, 'team')
  if (incident) return work.db.team.findUniqueOrThrow({ where: { id: incident.teamId } })
  return refuse(invalid('team', 'Choose a team.'))
}

type Given = z.output<typeof DraftInput>
type About = { team: { slug: string }; incident: { severity: string; kind: string } | null }

/** The one asked for, or the one the rules choose. */
async function templateFor(work: Work, input: Given, { team, incident }: About): Promise<Template> {
  const offered = await listTemplates(work)
  const about = { severity: incident?.severity ?? '', kind: incident?.kind ?? '', team: team.slug }
  const key = input.template ?? suggestTemplate(offered, about).key
  return offered.find((template) => template.key === key) ?? refuse(invalid('template', 'Choose one of the templates.'))
}

/** As open as asked for, never more open than the incident it tells of; a security review starts restricted. */
function visibilityFor(
  input: Given,
  {
    template,
    teamId,
    incident,
  }: { template: Template; teamId: string; incident: (Access & { teamId: string }) | null },
): Access {
  const usual: Access = template.restricted
    ? { visibility: 'restricted', restrictedReason: template.restricted }
    : (incident ?? { visibility: 'company', restrictedReason: null })
  const visibility = input.visibility ?? usual.visibility
  const restrictedReason = visibility === 'restricted' ? (input.restrictedReason ?? usual.restrictedReason) : null
  if (visibility === 'restricted' && !restrictedReason) refuse(invalid('restrictedReason', 'Say why it is restricted.'))
  if (incident && reachesBeyond({ visibility, teamId }, incident))
    refuse(
      invalid(
        'visibility',
        'Its readers would learn of an incident they may not see. Choose the same team or stricter.',
      ),
    )
  return { visibility, restrictedReason }
}

async function leadFor({ db, actor }: Work, lead: string | undefined): Promise<string> {
  if (lead === undefined) return actor.kind === 'person' ? actor.personId : refuse(invalid('lead', 'Name a lead.'))
  const person = await db.person.findUnique({ where: { id: lead }, select: { deactivatedAt: true } })
  return person && !person.deactivatedAt ? lead : refuse(invalid('lead', 'Choose somebody who is active here.'))
}
