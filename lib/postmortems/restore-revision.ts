import { command, perform } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { editPostmortem } from './edit.ts'
import { freeze } from './freeze.ts'
import { getRevision, lockPostmortem } from './queries.ts'
import { EditedOut, RestoreRevisionInput } from './schema.ts'

/**
 * The text that stands is frozen first, so going back loses nothing. What follows is an ordinary edit: people who write
 * at this moment see it arrive. Sections the revision did not know stay as they are.
 */
export const restoreRevision = command({
  name: 'postmortem.restore_revision',
  summary: 'Makes the text of an earlier revision the working text again.',
  scope: 'postmortems:write',
  input: RestoreRevisionInput,
  output: EditedOut,
  subject: (work, { number }) => lockPostmortem(work, number),
  may: (actor, postmortem) => can(actor, 'edit', 'postmortem', postmortem),
  async run(work, { input: { number, revision }, subject: postmortem }) {
    const earlier = await getRevision(work, number, revision)
    const stored = await work.db.section.findMany({ where: { postmortemId: postmortem.id } })
    const bodies = new Map(earlier.sections.map(({ key, body }) => [key, body]))
    const sections = stored.flatMap(({ key, version, body }) => {
      const before = bodies.get(key)
      return before === undefined || before === body ? [] : [{ key, version, body: before }]
    })
    if (sections.length === 0 && earlier.title === postmortem.workingTitle)
      refuse({ kind: 'conflict', message: `The working text reads as revision ${revision} already.` })
    await freeze(work, postmortem, { note: `The text before revision ${revision} was restored` })
    const value = await perform(work, editPostmortem, { number, title: earlier.title, sections })
    return { value, events: [happened('postmortem.revision_restored', postmortem.id, { revision })] }
  },
})
