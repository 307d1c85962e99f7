import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { invalid, notFound, refuse } from '#lib/problem.ts'
import { keyOf, listGrants } from './queries.ts'
import { loadRecord, mayShare } from './record.ts'
import { AccessOut, RevokeAccessInput } from './schema.ts'

export const revokeAccess = command({
  name: 'record.revoke_access',
  summary: 'Takes one person’s access to a restricted record back.',
  scope: 'postmortems:write',
  input: RevokeAccessInput,
  output: AccessOut,
  subject: loadRecord,
  may: mayShare,
  async run(work, { input: { person: personId }, subject: { record, row } }) {
    const { db, actor } = work
    const grants = await db.grant.findMany({ where: keyOf(record, row.id), include: { person: true } })
    const grant = grants.find((each) => each.personId === personId) ?? refuse(notFound)
    if ('leadId' in row && row.leadId === personId && row.visibility === 'restricted')
      refuse(invalid('person', 'The lead keeps access. Hand the lead over first.'))
    if (grants.length === 1 && row.visibility === 'restricted')
      refuse(invalid('person', 'Somebody has to keep access. Give it to another person first.'))
    const value = await listGrants(work, record, row.id)
    await db.grant.deleteMany({ where: { id: grant.id } })
    return {
      // Read before the row goes: giving up one's own access leaves nothing to see afterwards.
      value: { grants: value.grants.filter(({ person }) => person.id !== personId || actor.kind === 'system') },
      events: [happened(`${record}.access_revoked`, row.id, { personId, name: grant.person.name })],
    }
  },
})
