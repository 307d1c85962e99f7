import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { slugOf } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { lockTemplate, templateId } from './lock.ts'
import { contentOf } from './parse.ts'
import { presentTemplate } from './present.ts'
import { templateInForce } from './queries.ts'
import { addVersion } from './save.ts'
import { CreateTemplateInput, TemplateOut } from './schema.ts'

/** More than anybody chooses among; it bounds what a list of all of them reads. */
const TEMPLATES_MAX = 60

export const createTemplate = command({
  name: 'template.create',
  summary: 'Begins a template of your own as a copy of another.',
  scope: 'admin:write',
  input: CreateTemplateInput,
  output: TemplateOut,
  subject: (work, { from }) => lockTemplate(work, from),
  may: (actor) => can(actor, 'edit', 'template'),
  async run(work, { input: { name }, subject: { template } }) {
    const key = await freeKey(work, name)
    // The rules stay with the original: two templates of the same rule would leave the choice to their order.
    const content = { ...contentOf(template), name, choose: [] }
    const note = `Begun as a copy of “${template.name}”`
    await addVersion(work, { key, template, newest: 0 }, { content, note })
    return {
      read: () => presentTemplate(work, key),
      events: [happened('template.created', templateId(key), { name, key, from: template.name })],
    }
  },
})

async function freeKey(work: Work, name: string): Promise<string> {
  const key =
    slugOf(name)
      .slice(0, 40)
      .replace(/^[^a-z]+|-$/g, '') || 'own'
  const own = await work.db.templateVersion.groupBy({ by: ['key'] })
  if (own.length >= TEMPLATES_MAX) refuse(invalid('name', `There are ${TEMPLATES_MAX} templates already; change one.`))
  if (await templateInForce(work, key)) refuse(invalid('name', 'There is a template of that name already.'))
  return key
}
