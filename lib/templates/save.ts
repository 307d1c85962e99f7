import { isDeepStrictEqual } from 'node:util'
import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { assemble } from './assemble.ts'
import { type LockedTemplate, lockTemplate } from './lock.ts'
import { contentOf } from './parse.ts'
import { presentTemplate } from './present.ts'
import { SaveTemplateInput, type TemplateContent, TemplateOut } from './schema.ts'
import { isShipped, shippedTemplate } from './shipped.ts'

/** A new version each time; documents that began with an earlier one keep it. */
export const saveTemplate = command({
  name: 'template.save',
  summary: 'Saves a new version of a template.',
  scope: 'admin:write',
  input: SaveTemplateInput,
  output: TemplateOut,
  subject: (work, { key }) => lockTemplate(work, key),
  may: (actor) => can(actor, 'edit', 'template'),
  async run(work, { input: { key, seen, note, ...given }, subject }) {
    if (seen !== subject.newest)
      refuse({
        kind: 'conflict',
        message: 'Somebody else saved this template meanwhile. Load it again and bring your changes over.',
        current: { version: subject.newest },
      })
    const content = assemble(given, subject.template.kind)
    await refuseUnknownTeams(work, content)
    const version = await addVersion(work, subject, { content, note })
    return {
      read: () => presentTemplate(work, key),
      events: [happened('template.saved', subject.id, { name: content.name, key, version, note })],
    }
  },
})

type Version = { content: TemplateContent; note: string }

export async function addVersion(
  { db, now, actor }: Work,
  { key, template, newest }: Pick<LockedTemplate, 'key' | 'template' | 'newest'>,
  { content, note }: Version,
): Promise<number> {
  const shipped = isShipped(key) ? shippedTemplate(key).version : null
  const before = await db.templateVersion.findFirst({ where: { key }, orderBy: { version: 'desc' } })
  // Saving the same again is how an organisation says that it looked at a newer shipped version and keeps its own.
  if (isDeepStrictEqual(content, contentOf(template)) && (before?.content ? before.basedOn : shipped) === shipped)
    refuse(invalid('sections', 'Nothing has changed, so there is no new version to save.'))
  const version = newest + 1
  await db.templateVersion.createMany({
    data: {
      id: newId(now),
      key,
      version,
      basedOn: shipped,
      content,
      note,
      createdById: actor.kind === 'person' ? actor.personId : null,
      createdAt: now,
    },
  })
  return version
}

/** A rule for a team that does not exist would never apply, and nobody would see why. */
async function refuseUnknownTeams({ db }: Work, { choose }: TemplateContent): Promise<void> {
  const slugs = [...new Set(choose.flatMap(({ teams }) => teams))]
  const known = await db.team.findMany({ where: { slug: { in: slugs } }, select: { slug: true } })
  const names = new Set(known.map(({ slug }) => slug))
  const index = choose.findIndex(({ teams }) => teams.some((slug) => !names.has(slug)))
  if (index >= 0) refuse(invalid(`choose.${index}.teams`, 'Choose teams that exist.'))
}
