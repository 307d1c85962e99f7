import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { keyOf, listGrants } from './queries.ts'
import { loadRecord, mayShare } from './record.ts'
import { AccessOut, GrantAccessInput } from './schema.ts'

export const grantAccess = command({
  name: 'record.grant_access',
  summary: 'Lets one more person read a restricted record.',
  scope: 'postmortems:write',
  input: GrantAccessInput,
  output: AccessOut,
  subject: loadRecord,
  may: mayShare,
  async run(work, { input: { person: personId, reason }, subject: { record, row } }) {
    const { db, now, actor } = work
    const person = await db.person.findUnique({ where: { id: personId } })
    if (!person || person.deactivatedAt) return refuse(invalid('person', 'Choose somebody who is active here.'))
    const grantedById = actor.kind === 'person' ? actor.personId : null
    await db.grant.createMany({
      data: { id: newId(now), personId, ...keyOf(record, row.id), grantedById, grantedAt: now, reason },
      // Given twice is given once: a PUT may be repeated.
      skipDuplicates: true,
    })
    return {
      read: () => listGrants(work, record, row.id),
      events: [
        happened(`${record}.access_granted`, row.id, { personId, name: person.name, breakGlass: false, reason }),
      ],
    }
  },
})
