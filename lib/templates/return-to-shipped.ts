import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { lockTemplate } from './lock.ts'
import { presentTemplate } from './present.ts'
import { ReturnToShippedInput, TemplateOut } from './schema.ts'
import { isShipped, shippedTemplate } from './shipped.ts'

export const returnToShipped = command({
  name: 'template.return_to_shipped',
  summary: 'Lets the shipped template count again, also in its later versions. The versions of your own are kept.',
  scope: 'admin:write',
  input: ReturnToShippedInput,
  output: TemplateOut,
  subject: (work, { key }) => lockTemplate(work, key),
  may: (actor) => can(actor, 'edit', 'template'),
  async run(work, { input: { key, note }, subject: { id, template, newest } }) {
    const { db, now, actor } = work
    if (!isShipped(key)) refuse(invalid('key', 'This template is your own; there is no shipped one to return to.'))
    if (template.origin === 'shipped') refuse(invalid('key', 'The shipped template counts already.'))
    await db.templateVersion.createMany({
      data: {
        id: newId(now),
        key,
        version: newest + 1,
        basedOn: shippedTemplate(key).version,
        note,
        createdById: actor.kind === 'person' ? actor.personId : null,
        createdAt: now,
      },
    })
    const { name, version } = shippedTemplate(key)
    return {
      read: () => presentTemplate(work, key),
      events: [happened('template.returned_to_shipped', id, { name, key, version, note })],
    }
  },
})
