import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { lockPostmortem } from '#lib/postmortems/queries.ts'
import { refuse } from '#lib/problem.ts'
import { getSummary } from './queries.ts'
import { SummaryOut, WriteSummaryInput } from './schema.ts'
import { tellWaiting } from './tell-waiting.ts'

export const writeSummary = command({
  name: 'postmortem.write_summary',
  summary: 'Saves what customers are told, as a new revision.',
  scope: 'postmortems:write',
  input: WriteSummaryInput,
  output: SummaryOut,
  subject: (work, { number }) => lockPostmortem(work, number),
  may: (actor, postmortem) => can(actor, 'edit', 'postmortem', postmortem),
  async run(work, { input: { number, revision, title, body }, subject: postmortem }) {
    const { db, now, actor } = work
    const newest = await db.summaryRevision.findFirst({
      where: { postmortemId: postmortem.id },
      orderBy: { ordinal: 'desc' },
    })
    if ((newest?.ordinal ?? 0) !== revision)
      refuse({
        kind: 'conflict',
        message: 'Somebody else saved this meanwhile. Both texts are kept; choose what stays and save again.',
        current: { revision: newest?.ordinal ?? 0, title: newest?.title, body: newest?.body },
      })
    if (newest && newest.title === title && newest.body === body)
      refuse({ kind: 'conflict', message: 'Nothing has changed.' })
    const createdById = actor.kind === 'person' ? actor.personId : null
    const ordinal = revision + 1
    await db.summaryRevision.createMany({
      data: { id: newId(now), postmortemId: postmortem.id, ordinal, title, body, createdById, createdAt: now },
    })
    await tellWaiting(work, postmortem)
    return {
      read: () => getSummary(work, number),
      events: [happened('postmortem.summary_written', postmortem.id, { revision: ordinal })],
    }
  },
})
