import type { z } from 'zod'
import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { lockIncident } from '#lib/incidents/queries.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { getTemplate } from '#lib/templates/queries.ts'
import { reachesBeyond } from './model.ts'
import { postmortemById } from './queries.ts'
import { DraftInput, PostmortemOut } from './schema.ts'

export const draftPostmortem = command({
  name: 'postmortem.draft',
  summary: 'Begins a postmortem from a template.',
  scope: 'postmortems:write',
  input: DraftInput,
  output: PostmortemOut,
  subject: async (work, input) => ({
    team: await teamBySlug(work, input.team, 'team'),
    incident: input.incident === undefined ? null : await lockIncident(work, input.incident),
  }),
  may: (actor) => can(actor, 'create', 'postmortem'),
  async run(work, { input, subject: { team, incident } }) {
    const { db, now } = work
    const id = newId(now)
    const template = getTemplate(input.template)
    const access = visibilityFor(input, team.id, incident)
    const leadId = await leadFor(work, input.lead)
    await db.postmortem.createMany({
      data: {
        ...{
          id,
          title: input.title,
          template: template.key,
          templateVersion: template.version,
          teamId: team.id,
          leadId,
        },
        ...{
          ...access,
          incidentId: incident?.id ?? null,
          externalId: input.externalId ?? null,
          createdAt: now,
          updatedAt: now,
        },
      },
    })
    if (access.visibility === 'restricted') await grantLeadAndAuthor(work, id, leadId)
    await db.section.createMany({
      data: template.sections.map(({ key, heading }, position) => ({
        postmortemId: id,
        key,
        heading,
        position,
        updatedAt: now,
      })),
    })
    return {
      value: await postmortemById(work, id),
      events: [happened('postmortem.drafted', id, { title: input.title, template: template.key })],
    }
  },
})

type Access = {
  visibility: 'company' | 'team' | 'restricted'
  restrictedReason: 'security' | 'legal' | 'privacy' | 'people' | null
}

/** As open as asked for, never more open than the incident it tells of; a security review starts restricted. */
function visibilityFor(
  input: z.output<typeof DraftInput>,
  teamId: string,
  incident: (Access & { teamId: string }) | null,
): Access {
  const usual: Access =
    input.template === 'security'
      ? { visibility: 'restricted', restrictedReason: 'security' }
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

async function grantLeadAndAuthor({ db, now, actor }: Work, postmortemId: string, leadId: string): Promise<void> {
  const author = actor.kind === 'person' ? actor.personId : leadId
  await db.grant.createMany({
    data: [...new Set([leadId, author])].map((personId) => ({
      id: newId(now),
      personId,
      postmortemId,
      grantedById: author,
      grantedAt: now,
    })),
  })
}
