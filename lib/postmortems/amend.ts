import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { changedSincePublication } from './changed.ts'
import { freeze } from './freeze.ts'
import { mayAmend } from './model.ts'
import { addPublication } from './publish.ts'
import { lockPostmortem, postmortemById } from './queries.ts'
import { AmendInput, PostmortemOut } from './schema.ts'
import { tellAll } from './tell.ts'

/** Publishes the changed working text over the published one, with a note readers see. */
export const amendPostmortem = command({
  name: 'postmortem.amend',
  summary: 'Publishes a changed text of a published postmortem, with a note.',
  scope: 'postmortems:write',
  input: AmendInput,
  output: PostmortemOut,
  subject: (work, { number }) => lockPostmortem(work, number),
  may: (actor, postmortem) => can(actor, 'publish', 'postmortem', postmortem),
  async run(work, { input: { note }, subject: postmortem }) {
    const decision = mayAmend({ state: postmortem.state, changed: await changedSincePublication(work, postmortem) })
    if (!decision.allowed) refuse({ kind: 'conflict', message: decision.reason })
    const revision = await freeze(work, postmortem, { note })
    await addPublication(work, postmortem, { revision, note })
    await tellAll(work, postmortem, { kind: 'amended', revision: revision.ordinal })
    return {
      read: () => postmortemById(work, postmortem.id),
      events: [happened('postmortem.amended', postmortem.id, { revision: revision.ordinal, note })],
    }
  },
})
