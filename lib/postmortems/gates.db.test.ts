import { beforeEach, describe, expect, test } from 'vitest'
import { decideActionItem } from '#lib/action-items/decide.ts'
import { ListDecisionsInput, listDecisions } from '#lib/action-items/decisions.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { decideReview } from '#lib/reviews/decide.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { texts } from '#lib/testing/library.ts'
import { type World, world } from '#lib/testing/world.ts'
import { replaceTimeline } from '#lib/timeline/replace.ts'
import { draftPostmortem } from './draft.ts'
import { editPostmortem } from './edit.ts'
import { publishPostmortem } from './publish.ts'
import { getWorkingText } from './queries.ts'
import { requestReview } from './request-review.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
})

const at = (time: string) => `2026-06-10T${time}:00Z`
const whole = {
  title: 'Ports ran out',
  ...{ severity: 'sev2', kind: 'outage', team: 'edge', services: [{ service: 'edge-proxy', role: 'origin' }] },
  ...{ milestones: { impactStarted: at('10:00'), detected: at('10:04'), mitigated: at('10:40') } },
  windows: [{ startedAt: at('10:00'), endedAt: at('10:40'), scope: 'Lisbon' }],
  ...{ detection: { method: 'threshold_alert' } },
  factors: [
    { mechanism: 'ctl.limits', role: 'enabler', text: 'One address per gateway.' },
    { mechanism: 'chg.config', role: 'amplifier', text: 'Clients reconnect at once.' },
  ],
  defences: [{ name: 'Port alert', outcome: 'absent' }],
  mitigations: [{ method: 'rollback', result: 'helped' }],
  trigger: { kind: 'config_rollout' },
}

/** A classic document about it, with every section written. */
async function written(
  incident: Record<string, unknown> = {},
  { body = 'Ports ran out for forty minutes.', entry = 'Connections were refused.' } = {},
) {
  const { version } = await w.done('max', recordIncident, { ...whole, ...incident })
  const entries = [{ at: at('10:00'), kind: 'observation', text: entry }]
  await w.done('max', replaceTimeline, { number: 1, version, entries })
  const { number } = await w.done('max', draftPostmortem, { incident: 1, template: 'classic' })
  const { sections } = await w.read('max', (work) => getWorkingText(work, number))
  const versions = new Map(sections.map(({ key, version }) => [key, version]))
  const told = texts(body).filter(({ key }) => versions.has(key))
  await w.done('max', editPostmortem, {
    number,
    sections: told.map((text) => ({ ...text, version: versions.get(text.key) ?? 1 })),
  })
  return number
}
const ask = (number: number) => w.execute('max', requestReview, { number, reviewers: [w.personIds.ines] })
const fieldsOf = async (outcome: Promise<unknown>) =>
  ((await outcome) as { problem?: { fields?: { field: string }[] } }).problem?.fields?.map(({ field }) => field)

describe('before a review', () => {
  test('each thing that is missing is named with its page, and nothing is frozen or told', async () => {
    const wrong = {
      ...{ milestones: { impactStarted: at('10:40'), mitigated: at('10:00') }, services: [] },
      windows: [{ startedAt: at('10:00'), scope: 'Lisbon' }],
    }
    const number = await written(wrong, { entry: 'It began at ??:??' })
    expect(await fieldsOf(ask(number))).toEqual([
      'services',
      'milestones',
      'milestones.mitigated',
      'windows.0.endedAt',
      'timeline',
    ])
    expect(await ask(number)).toMatchObject({
      problem: { kind: 'invalid', fields: [{ href: '/incidents/1/facts/where' }, {}, {}, {}, {}] },
    })
    expect(await w.database.asOwner((db) => db.revision.count())).toBe(0)
    expect(await w.database.asOwner((db) => db.review.count())).toBe(0)
    expect(await w.events()).not.toContain('postmortem.review_requested')
  })

  test('what is said to stay unknown, and why, holds nobody back', async () => {
    const unknown = { milestones: { impactStarted: at('10:00'), mitigated: at('10:40') } }
    const asked = '[stays unknown: when it was detected, because the alert log was rotated away]'
    expect(await ask(await written(unknown, { body: `Ports ran out. ${asked}` }))).toMatchObject({ ok: true })
  })

  test('a smaller one is told of an open window and goes on', async () => {
    const number = await written({ severity: 'sev3', windows: [{ startedAt: at('10:00'), scope: 'Lisbon' }] })
    expect(await ask(number)).toMatchObject({ ok: true })
  })
})

describe('before publication', () => {
  const approved = async (incident: Record<string, unknown> = {}) => {
    const number = await written(incident)
    await w.done('max', requestReview, { number, reviewers: [w.personIds.ines] })
    await w.done('ines', decideReview, { number, verdict: 'approve' })
    return number
  }
  const publish = (number: number) => w.execute('max', publishPostmortem, { number })
  const propose = (number: number) =>
    w.done('max', proposeActionItem, {
      ...{ title: 'Alert on ports', priority: 'p1', team: 'edge', dueOn: '2026-07-10', postmortem: number },
    })

  test('a SEV2 that one condition explains is not published, and no publication is written', async () => {
    const number = await approved({ factors: whole.factors.slice(0, 1) })
    expect(await publish(number)).toMatchObject({ problem: { fields: [{ field: 'factors' }] } })
    expect(await w.database.asOwner((db) => db.publication.count())).toBe(0)
  })

  test('ideas wait until each is accepted, carried or declined, and the register has what is not done', async () => {
    const number = await approved()
    for (const _ of [1, 2, 3]) await propose(number)
    expect(await fieldsOf(publish(number))).toEqual(['actionItems.1', 'actionItems.2', 'actionItems.3'])
    const decide = (item: number, more: object) => w.done('max', decideActionItem, { number: item, ...more })
    await decide(1, { to: 'accepted', owner: w.personIds.ines, doneWhen: 'A drill pages.' })
    await decide(2, { to: 'declined', reason: 'The proxy goes away.' })
    await decide(3, { to: 'risk_accepted', reason: 'Rare.', until: '2026-12-01', approver: w.personIds.olga })
    expect(await publish(number)).toMatchObject({ ok: true, value: { state: 'published' } })
    const numbers = async (kind: string) =>
      (await w.read('max', (work) => listDecisions(work, ListDecisionsInput.parse({ kind })))).items.map(
        ({ number }) => number,
      )
    expect(await numbers('risk_accepted')).toEqual([3])
    expect(await numbers('declined')).toEqual([2])
  })

  test('a SEV3 may leave ideas open', async () => {
    const number = await approved({ severity: 'sev3' })
    await propose(number)
    expect(await publish(number)).toMatchObject({ ok: true })
  })
})
