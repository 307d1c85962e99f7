import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { lockTemplate } from './lock.ts'
import { presentTemplate } from './present.ts'
import { listTemplates } from './queries.ts'
import { DeactivateTemplateInput, TemplateOut } from './schema.ts'

export const deactivateTemplate = command({
  name: 'template.deactivate',
  summary: 'Stops offering a template. Documents begun from it go on.',
  scope: 'admin:write',
  input: DeactivateTemplateInput,
  output: TemplateOut,
  subject: (work, { key }) => lockTemplate(work, key),
  may: (actor) => can(actor, 'edit', 'template'),
  async run(work, { input: { key, reason }, subject: { id, template, active } }) {
    const { db, now, actor } = work
    if (!active) refuse(invalid('key', 'It is not offered already.'))
    if (template.kind === 'postmortem') await refuseLast(work)
    await db.templateDeactivation.createMany({
      data: { key, reason, deactivatedById: actor.kind === 'person' ? actor.personId : null, deactivatedAt: now },
    })
    return {
      read: () => presentTemplate(work, key),
      events: [happened('template.deactivated', id, { name: template.name, key, reason })],
    }
  },
})

/** Nothing could be begun any more. */
async function refuseLast(work: Work): Promise<void> {
  if ((await listTemplates(work)).length <= 1) refuse(invalid('key', 'This is the last one offered; keep one.'))
}
