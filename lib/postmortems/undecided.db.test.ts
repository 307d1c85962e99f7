import { beforeEach, expect, test } from 'vitest'
import { decideActionItem } from '#lib/action-items/decide.ts'
import { ListDecisionsInput, listDecisions } from '#lib/action-items/decisions.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type World, world } from '#lib/testing/world.ts'
import { draftPostmortem } from './draft.ts'
import { undecidedItems } from './undecided.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.truncate()
  w = await world(given)
})

const staged = async (severity: string) => {
  await w.done('max', recordIncident, { title: 'Ports ran out', severity, kind: 'outage', team: 'edge' })
  await w.done('max', draftPostmortem, { incident: 1, title: 'Ports', template: 'classic', team: 'edge' })
  const item = { title: 'Alert on ports', priority: 'p1', team: 'edge', dueOn: '2026-07-10', postmortem: 1 }
  for (const _ of [1, 2, 3]) await w.done('max', proposeActionItem, item)
}
const waiting = () =>
  w.read('max', async (work) =>
    undecidedItems(work, await work.db.postmortem.findUniqueOrThrow({ where: { number: 1 } })),
  )

test('a SEV1 waits until each idea is accepted, carried or declined, and the register has what is not done', async () => {
  await staged('sev1')
  expect(await waiting()).toEqual([1, 2, 3])
  const decide = (number: number, more: object) => w.done('max', decideActionItem, { number, ...more })
  await decide(1, { to: 'accepted', owner: w.personIds.ines, doneWhen: 'A drill pages.' })
  await decide(2, { to: 'declined', reason: 'The proxy goes away.' })
  await decide(3, { to: 'risk_accepted', reason: 'Rare.', until: '2026-12-01', approver: w.personIds.olga })
  expect(await waiting()).toEqual([])
  const numbers = async (kind: string) =>
    (await w.read('max', (work) => listDecisions(work, ListDecisionsInput.parse({ kind })))).items.map(
      ({ number }) => number,
    )
  expect(await numbers('risk_accepted')).toEqual([3])
  expect(await numbers('declined')).toEqual([2])
})

test('a SEV3 may leave ideas open', async () => {
  await staged('sev3')
  expect(await waiting()).toEqual([])
})
