import { beforeEach, describe, expect, test } from 'vitest'
import { declineRelation } from '#lib/incidents/decline-relation.ts'
import { proposeRelation } from '#lib/incidents/propose-relation.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { relateIncident } from '#lib/incidents/relate.ts'
import { updateIncident } from '#lib/incidents/update.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { editPostmortem } from '#lib/postmortems/edit.ts'
import { getSuggestions } from '#lib/postmortems/suggested.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { library } from '#lib/testing/library.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { addTimelineEntry } from '#lib/timeline/add-entry.ts'
import { getSimilar } from './queries.ts'

const given = await testDatabase()
let cast: World
let shelf: ReturnType<typeof library>
beforeEach(async () => {
  await given.empty()
  cast = await world(given)
  shelf = library(cast)
})

const secret = { visibility: 'restricted', restrictedReason: 'security' }
const record = async (title: string, day: string, more: object = {}) => {
  const facts = { title, severity: 'sev3', kind: 'degradation', team: 'edge' }
  const milestones = { impactStarted: `2026-${day}T10:00:00Z` }
  return (await cast.done('max', recordIncident, { ...facts, milestones, ...more })).number
}
const similar = async (who: Name, number: number) =>
  (await cast.read(who, (work) => getSimilar(work, number))).similar.map(({ number: other }) => other)
const reasons = async (who: Name, number: number) =>
  (await cast.read(who, (work) => getSimilar(work, number))).similar.map(({ because }) => because)
const suggested = async (number: number) =>
  (await cast.read('vera', (work) => getSimilar(work, number))).similar.map(({ suggests }) => suggests)
const origin = { services: [{ service: 'edge-proxy', role: 'origin' }] }

describe('an incident that was seen before', () => {
  test('is told with every reason, and from both sides', async () => {
    const trigger = { trigger: { kind: 'config_rollout' } }
    const old = await record('Resolvers lost their upstreams', '03-01', {
      mechanisms: ['cap.retry'],
      ...origin,
      ...trigger,
    })
    const now = await record('Upstreams of resolvers were lost again', '05-01', {
      ...{ mechanisms: ['cap.retry'], ...origin, ...trigger },
    })
    await record('A certificate ran out', '04-01', { mechanisms: ['nam.cert'] })
    for (const [number, text] of [
      [old, 'The log fills with ERR_UPSTREAM_POOL_EMPTY.'],
      [now, 'Every node says err_upstream_pool_empty.'],
    ])
      await cast.done('max', addTimelineEntry, { number, at: '2026-03-01T10:05:00Z', kind: 'observation', text })
    await shelf.indexed()
    expect(await reasons('vera', now)).toEqual([
      [
        'Same mechanism: Retry storm',
        'Same service: edge-proxy (origin both times)',
        'Same trigger: configuration rollout',
        'Both name err_upstream_pool_empty',
        'Words of the title: resolvers, upstreams',
      ],
    ])
    expect(await similar('vera', old)).toEqual([now])
    expect(await suggested(now)).toEqual(['repeat_of'])
    expect(await suggested(old)).toEqual(['same_mechanism'])
  })

  test('is found by its words and identifiers alone, where its postmortem holds them', async () => {
    const old = await record('Shields were full', '03-01')
    const pm = await cast.done('max', draftPostmortem, { incident: old, template: 'classic' })
    const body =
      'Each slot waited on `shield_slots_max`, and the alert cache.shield_wait:p99 was silent. See [INC-77](/incidents/77), https://graphs.example/wait_77.'
    await cast.done('max', editPostmortem, { number: pm.number, sections: [{ key: 'lessons', version: 1, body }] })
    const now = await record('Nothing in common', '05-01')
    const draft = await cast.done('max', draftPostmortem, { incident: now, template: 'classic' })
    await shelf.indexed()
    const panel = () => cast.read('max', (work) => getSuggestions(work, draft.number))
    expect((await panel()).similar).toEqual([])
    await cast.done('max', editPostmortem, { number: draft.number, sections: [{ key: 'lessons', version: 1, body }] })
    expect((await panel()).similar).toMatchObject([
      { number: old, because: ['Both name cache.shield_wait:p99, shield_slots_max'], suggests: 'similar' },
    ])
    await cast.done('max', updateIncident, { number: now, version: 1, mechanisms: ['cap.cache'] })
    await cast.done('max', updateIncident, { number: old, version: 1, mechanisms: ['cap.cache'] })
    expect((await panel()).similar[0]?.because[0]).toBe('Same mechanism: Cold cache or stampede')
  })

  test('is found for a draft that is about no incident yet', async () => {
    const old = await record('The shield_slots_max of Madrid was reached', '03-01')
    const { number } = await cast.done('max', draftPostmortem, {
      ...{ title: 'Madrid: shield_slots_max in the drill', template: 'classic', team: 'edge' },
    })
    await shelf.indexed()
    expect(await cast.read('max', (work) => getSuggestions(work, number))).toMatchObject({
      ...{ incident: null, similar: [{ number: old }], preventing: [] },
    })
  })
})

test('texts that speak of the same rare things say so, and only of what both hold', async () => {
  const told = async (number: number, text: string) =>
    cast.done('max', addTimelineEntry, { number, at: '2026-03-01T10:05:00Z', kind: 'observation', text })
  const old = await record('Answers were late', '03-01', origin)
  const now = await record('Visitors waited', '05-01', origin)
  await told(old, 'The tarpit held every handshake until the sundial was right, with a toboggan.')
  await told(now, 'Each handshake fell into the tarpit again, as the sundial saw from Madrid.')
  await shelf.indexed()
  // Among so few, any word is in few.
  expect(await reasons('vera', now)).toEqual([])
  for (let one = 0; one < 40; one += 1) await record(`Filler ${one}`, '02-01')
  await shelf.indexed()
  expect(await reasons('vera', now)).toEqual([
    ['Same service: edge-proxy (origin both times)', 'Both speak of handshake, sundial, tarpit'],
  ])
  const hidden = await record('Out of sight', '04-01', { ...origin, ...secret })
  await told(hidden, 'A zeppelin with a bicycle over the tarpit.')
  await told(now, 'Somebody saw a zeppelin on a bicycle.')
  await shelf.indexed()
  expect(await similar('vera', now)).toEqual([old])
  expect(await reasons('vera', now)).toEqual([
    ['Same service: edge-proxy (origin both times)', 'Both speak of handshake, sundial, tarpit'],
  ])
})

test('what a person may not see leaves no trace, in either direction', async () => {
  const open = await record('Stale weights of a site', '03-01', { mechanisms: ['dat.stale'], ...origin })
  const hidden = await record('Stale weights, secretly', '04-01', { mechanisms: ['dat.stale'], ...origin, ...secret })
  const ours = await record('Stale weights of ours', '05-01', { mechanisms: ['dat.stale'], visibility: 'team' })
  await shelf.indexed()
  expect(await similar('max', open)).toEqual([hidden, ours])
  expect(await similar('ines', open)).toEqual([ours])
  for (const who of ['tom', 'ada', 'pia'] as const)
    expect(await similar(who, open)).toEqual(who === 'tom' ? [] : [ours])
  expect(await similar('max', hidden)).toEqual([open, ours])
  await expect(similar('ines', hidden)).rejects.toThrow()
  expect(await similar('gus', open).catch(() => 'hidden')).toBe('hidden')
})

test('what people said of a pair is kept to: not related is not shown, linked is marked', async () => {
  const [one, two, three] = [
    await record('One', '03-01', { mechanisms: ['dat.stale'] }),
    await record('Two', '04-01', { mechanisms: ['dat.stale'] }),
    await record('Three', '05-01', { mechanisms: ['dat.stale'] }),
  ]
  await cast.done('max', declineRelation, { number: three, other: one })
  await cast.done('max', relateIncident, { number: two, other: three, relation: 'same_mechanism' })
  expect((await cast.read('max', (work) => getSimilar(work, three))).similar).toMatchObject([
    { number: two, said: 'linked' },
  ])
  expect(await similar('max', one)).toEqual([two])
  await cast.done('tom', proposeRelation, { number: one, other: two, relation: 'similar' })
  expect((await cast.read('max', (work) => getSimilar(work, two))).similar.map(({ said }) => said).sort()).toEqual([
    ...['linked', 'proposed'],
  ])
  await cast.done('max', relateIncident, { number: one, other: three, relation: 'similar' })
  expect(await similar('max', one)).toEqual([three, two])
})
