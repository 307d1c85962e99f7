import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { sectionsFor } from '#lib/templates/model.ts'
import { type Move, planMove } from '#lib/templates/move.ts'
import { listAllTemplates, pinnedTemplate } from '#lib/templates/queries.ts'
import type { Template } from '#lib/templates/schema.ts'
import { preparedBodies } from './begin.ts'
import { type LockedPostmortem, loadForPolicy, lockPostmortem, postmortemById } from './queries.ts'
import { MoveTemplateInput, PostmortemOut } from './schema.ts'

export const moveTemplate = command({
  name: 'postmortem.move_template',
  summary: 'Moves a postmortem to the newest version of its template, or to another one. No text is lost.',
  scope: 'postmortems:write',
  input: MoveTemplateInput,
  output: PostmortemOut,
  subject: (work, { number }) => lockPostmortem(work, number),
  may: (actor, postmortem) => can(actor, 'edit', 'postmortem', postmortem),
  async run(work, { input, subject: postmortem }) {
    const { db, now } = work
    const { from, to, move, bodies } = await planned(work, postmortem, input.template ?? postmortem.template)
    if (isNothing(move) && samePin(postmortem, to))
      refuse(invalid('template', 'It has these questions already; nothing would change.'))
    const { id: postmortemId } = postmortem
    await db.section.deleteMany({ where: { postmortemId, key: { in: move.dropped.map(({ key }) => key) } } })
    const added = new Set(move.added.map(({ key }) => key))
    for (const [position, { key, heading }] of move.order.entries())
      if (!added.has(key))
        await db.section.update({
          where: { postmortemId_key: { postmortemId, key } },
          data: { position, heading, updatedAt: now },
        })
    await db.section.createMany({
      data: move.order.flatMap(({ key, heading }, position) =>
        added.has(key) ? [{ postmortemId, key, heading, position, body: bodies.get(key) ?? '', updatedAt: now }] : [],
      ),
    })
    await db.postmortem.update({
      where: { id: postmortemId },
      data: {
        template: to.key,
        templateVersion: to.version,
        templateOrigin: to.origin,
        version: { increment: 1 },
        updatedAt: now,
      },
    })
    const told = {
      from: from.name,
      to: to.name,
      added: move.added.map(({ heading }) => heading),
      kept: move.kept.map(({ heading }) => heading),
    }
    return {
      read: () => postmortemById(work, postmortemId),
      events: [happened('postmortem.template_changed', postmortemId, told)],
    }
  },
})

export type MovePreview = { from: Template; to: Template; move: Move; nothing: boolean; prepared: string[] }

/** What the move would do, for those who may make it. */
export async function previewMove(work: Work, number: number, key: string | null): Promise<MovePreview> {
  const postmortem = await loadForPolicy(work, number)
  const decision = can(work.actor, 'edit', 'postmortem', postmortem)
  if (!decision.allowed) refuse({ kind: 'forbidden', reason: decision.reason })
  const { bodies, ...plan } = await planned(work, postmortem, key ?? postmortem.template)
  const prepared = plan.move.added.filter((section) => bodies.get(section.key)).map((section) => section.key)
  return { ...plan, prepared, nothing: isNothing(plan.move) && samePin(postmortem, plan.to) }
}

async function planned(work: Work, postmortem: LockedPostmortem, key: string) {
  const offered = (await listAllTemplates(work)).find(({ template }) => template.key === key)
  // Its own template may have been set aside since; another one must be offered.
  if (offered?.template.kind !== 'postmortem' || (!offered.active && key !== postmortem.template))
    return refuse(invalid('template', 'Choose one of the templates.'))
  const to = offered.template
  const asked = sectionsFor(to, postmortem.incident?.severity ?? null)
  const standing = await work.db.section.findMany({
    where: { postmortemId: postmortem.id },
    orderBy: { position: 'asc' },
  })
  const move = planMove(
    standing.map(({ key, heading, body, version }) => ({ key, heading, body, untouched: version === 1 && !body })),
    asked,
  )
  const added = new Set(move.added.map((section) => section.key))
  const { visibility, restrictedReason, teamId, incidentId, incident } = postmortem
  const bodies = await preparedBodies(work, {
    access: { visibility, restrictedReason },
    teamId,
    sections: asked.filter((section) => added.has(section.key)),
    incident: incidentId && incident ? { id: incidentId, severity: incident.severity } : null,
  })
  return { from: await pinnedTemplate(work, postmortem), to, move, bodies }
}

const samePin = (
  { template, templateVersion, templateOrigin }: LockedPostmortem,
  { key, version, origin }: Template,
): boolean => template === key && templateVersion === version && templateOrigin === origin

const isNothing = ({ added, renamed, dropped }: Move): boolean => added.length + renamed.length + dropped.length === 0
