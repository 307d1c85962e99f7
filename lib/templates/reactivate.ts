import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { lockTemplate } from './lock.ts'
import { presentTemplate } from './present.ts'
import { GetTemplateInput, TemplateOut } from './schema.ts'

export const reactivateTemplate = command({
  name: 'template.reactivate',
  summary: 'Offers a template again.',
  scope: 'admin:write',
  input: GetTemplateInput,
  output: TemplateOut,
  subject: (work, { key }) => lockTemplate(work, key),
  may: (actor) => can(actor, 'edit', 'template'),
  async run(work, { input: { key }, subject: { id, template, active } }) {
    if (active) refuse(invalid('key', 'It is offered already.'))
    await work.db.templateDeactivation.deleteMany({ where: { key } })
    return {
      read: () => presentTemplate(work, key),
      events: [happened('template.reactivated', id, { name: template.name, key })],
    }
  },
})
