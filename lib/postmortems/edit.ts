import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { tellTitle } from '#lib/documents/append.ts'
import type { Locked } from '#lib/documents/model.ts'
import { replaceLocked } from '#lib/documents/replace.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { getWorkingText, lockPostmortem } from './queries.ts'
import { EditedOut, EditInput } from './schema.ts'

/** Only what really changed is written. A section somebody else changed meanwhile is refused with both texts. */
export const editPostmortem = command({
  name: 'postmortem.edit',
  summary: 'Changes the working text of a postmortem.',
  scope: 'postmortems:write',
  input: EditInput,
  output: EditedOut,
  subject: (work, { number }) => lockPostmortem(work, number),
  may: (actor, postmortem) => can(actor, 'edit', 'postmortem', postmortem),
  async run(work, { input: { number, title, titleWas, lead, sections }, subject: { id, ...before } }) {
    const { db, now } = work
    const stored = new Map((await lockSections(work, id)).map((section) => [section.key, section]))
    const unknown = sections.find(({ key }) => !stored.has(key))
    if (unknown) refuse(invalid(`sections.${unknown.key}`, `This postmortem has no section "${unknown.key}".`))
    const changed = sections.filter(({ key, body }) => stored.get(key)?.body !== body)
    const stale = changed.filter(({ key, version }) => stored.get(key)?.version !== version)
    if (stale.length > 0)
      refuse({
        kind: 'conflict',
        message: 'Somebody else changed this meanwhile. Both texts are kept; choose what stays and save again.',
        current: {
          sections: stale.map(({ key }) => ({ key, body: stored.get(key)?.body, version: stored.get(key)?.version })),
        },
      })
    await replaceLocked(
      work,
      changed.flatMap(({ key, body }) => {
        const section = stored.get(key)
        return section ? [{ section, body }] : []
      }),
    )
    const renamed = title !== undefined && title !== before.workingTitle
    if (renamed && titleWas !== undefined && titleWas !== before.workingTitle) refuseStale(before.workingTitle)
    if (lead !== undefined && lead !== before.leadId) await refuseUnknownLead(work, lead)
    await db.postmortem.update({
      where: { id },
      data: {
        ...(renamed && { workingTitle: title }),
        ...(lead && { leadId: lead }),
        version: { increment: 1 },
        updatedAt: now,
      },
      select: { id: true },
    })
    if (renamed) await tellTitle(work, { document: id, title })
    return {
      read: async () => {
        const { row, sections } = await getWorkingText(work, number)
        return {
          number,
          title: row.workingTitle,
          sections: sections.map(({ key, heading, body, version }) => ({ key, heading, body, version })),
        }
      },
      events: [
        happened('postmortem.edited', id, { sections: changed.map(({ key }) => key), ...(renamed && { title }) }),
      ],
    }
  },
})

/** People who write live lock a section alone, so what is compared here must stay until it is replaced. */
const lockSections = ({ db }: Work, postmortemId: string) =>
  db.$queryRaw<Locked[]>`
    select "postmortemId", "key", "version", "body" from "Section"
     where "postmortemId" = ${postmortemId}::uuid order by "position" for update`

const refuseStale = (title: string) =>
  refuse({
    kind: 'conflict',
    message: `Somebody else changed the title meanwhile. It is “${title}” now; save again to put yours in its place.`,
    current: { title },
  })

async function refuseUnknownLead({ db }: Work, lead: string): Promise<void> {
  const person = await db.person.findUnique({ where: { id: lead }, select: { deactivatedAt: true } })
  if (!person || person.deactivatedAt) refuse(invalid('lead', 'Choose somebody who is active here.'))
}
