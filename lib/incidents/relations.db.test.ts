import { beforeEach, describe, expect, test } from 'vitest'
import { listActivity } from '#lib/activity/queries.ts'
import { listNotifications } from '#lib/notifications/queries.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { confirmRelation } from './confirm-relation.ts'
import { declineRelation } from './decline-relation.ts'
import { proposeRelation } from './propose-relation.ts'
import { getIncident } from './queries.ts'
import { recordIncident } from './record.ts'
import { relateIncident } from './relate.ts'
import { getRelations } from './relations.ts'
import { unrelateIncident } from './unrelate.ts'

const given = await testDatabase()
let w: World
const record = (who: Name, title: string, more: object = {}) =>
  w.done(who, recordIncident, { title, severity: 'sev2', kind: 'outage', team: 'edge', ...more })
const secret = { visibility: 'restricted', restrictedReason: 'security' }
const relations = async (who: Name, number: number) =>
  (await w.read(who, (work) => getRelations(work, number))).relations.map(
    ({ relation, side, incident }) => `${side} ${relation} ${incident.number}`,
  )
const history = async (who: Name, number: number) =>
  (await w.read(who, (work) => listActivity(work, { about: { kind: 'incident', number } }))).items.map(({ did }) => did)

const inbox = async (who: Name) =>
  (await w.read(who, (work) => listNotifications(work, { limit: 20 }))).items.map(
    ({ kind, subject }) => `${kind} ${subject?.href}`,
  )

beforeEach(async () => {
  await given.empty()
  w = await world(given)
  await record('max', 'First')
  await record('max', 'Second')
  await record('max', 'Third, hidden', secret)
})

describe('a link between two incidents', () => {
  test('is seen from both, and taken away from either', async () => {
    const value = await w.done('max', relateIncident, {
      number: 2,
      relation: 'repeat_of',
      other: 1,
      note: 'Same limit.',
    })
    expect(value).toMatchObject({ number: 2, relations: [{ note: 'Same limit.', incident: { title: 'First' } }] })
    expect(await relations('vera', 2)).toEqual(['from repeat_of 1'])
    expect(await relations('vera', 1)).toEqual(['to repeat_of 2'])
    expect((await history('vera', 1))[0]).toContain('INC-2')
    await w.done('max', unrelateIncident, { number: 1, id: value.relations[0]?.id })
    expect(await relations('max', 2)).toEqual([])
    expect((await history('vera', 2))[0]).toContain('took away the link with INC-1')
  })

  test('leaves no trace for those who see one end only', async () => {
    const before = await w.read('vera', (work) => getIncident(work, 1))
    const told = await history('vera', 1)
    await w.done('max', relateIncident, { number: 1, relation: 'caused_by', other: 3 })
    expect(await relations('max', 1)).toEqual(['from caused_by 3'])
    expect((await history('max', 1))[0]).toContain('INC-3')
    for (const who of ['vera', 'ada', 'omar', 'pia', 'tom'] as const) {
      expect(await relations(who, 1)).toEqual([])
      expect(await history(who, 1)).toEqual(told)
    }
    expect(await w.read('vera', (work) => getIncident(work, 1))).toEqual(before)
  })

  test('with one that is hidden is refused like one with none', async () => {
    const answers = await Promise.all(
      [3, 99].map((other) => w.execute('ines', relateIncident, { number: 1, relation: 'similar', other })),
    )
    expect(answers).toEqual(
      [3, 99].map((other) => ({
        ok: false,
        problem: {
          kind: 'invalid',
          fields: [{ field: 'other', message: `There is no INC-${other} that you can see.` }],
        },
      })),
    )
  })

  test.each([
    ['itself', { number: 1, other: 1 }, 'max', 'invalid'],
    ['one for which the role is missing', { number: 1, other: 2 }, 'vera', 'forbidden'],
    ['one that is hidden from here', { number: 3, other: 2 }, 'ines', 'not_found'],
  ] as const)('is not made with %s', async (_, ends, who, kind) => {
    expect(await w.execute(who, relateIncident, { ...ends, relation: 'similar' })).toMatchObject({
      ...{ ok: false, problem: { kind } },
    })
    expect(await w.database.asOwner((db) => db.incidentRelation.count())).toBe(0)
  })

  test('is made once, whichever way round', async () => {
    await w.done('max', relateIncident, { number: 1, relation: 'similar', other: 2 })
    for (const [number, other] of [
      [1, 2],
      [2, 1],
    ])
      expect(await w.execute('max', relateIncident, { number, relation: 'similar', other })).toMatchObject({
        ok: false,
      })
    const id = (await w.read('max', (work) => getRelations(work, 1))).relations[0]?.id
    expect(await w.execute('vera', unrelateIncident, { number: 1, id })).toMatchObject({ ok: false })
    expect(await w.execute('max', unrelateIncident, { number: 3, id })).toMatchObject({
      problem: { kind: 'not_found' },
    })
  })
})

describe('a link that is proposed', () => {
  const link = { relation: 'same_mechanism', other: 1, note: 'The same retries.' }
  const proposals = async (who: Name, number: number) =>
    (await w.read(who, (work) => getRelations(work, number))).proposals.map(
      ({ side, relation, incident, by }) => `${by}: ${side} ${relation} ${incident.number}`,
    )
  const rows = () => w.database.asOwner((db) => db.relationProposal.findMany())

  test('is no link yet, is seen from both, and becomes one when whoever may change one of them agrees', async () => {
    const { proposals: made } = await w.done('tom', proposeRelation, { number: 2, ...link })
    expect(await proposals('vera', 2)).toEqual(['tom: from same_mechanism 1'])
    expect(await proposals('vera', 1)).toEqual(['tom: to same_mechanism 2'])
    expect(await relations('vera', 1)).toEqual([])
    expect((await history('vera', 1))[0]).toContain('proposed to link it with INC-2')
    const id = made[0]?.id
    expect(await w.execute('tom', confirmRelation, { number: 2, id })).toMatchObject({ problem: { kind: 'forbidden' } })
    expect(await w.execute('max', confirmRelation, { number: 3, id })).toMatchObject({ problem: { kind: 'not_found' } })
    await w.done('max', confirmRelation, { number: 1, id })
    expect(await relations('vera', 2)).toEqual(['from same_mechanism 1'])
    expect(await rows()).toEqual([])
    expect((await history('vera', 2))[0]).toContain('confirmed the link with INC-1')
    expect(await w.execute('max', confirmRelation, { number: 1, id })).toMatchObject({ problem: { kind: 'not_found' } })
  })

  test('stays turned down with who and when, until somebody links the two after all', async () => {
    await w.done('tom', proposeRelation, { number: 2, ...link })
    await w.done('max', declineRelation, { number: 1, other: 2, note: 'Another limit.' })
    expect(await proposals('vera', 2)).toEqual([])
    expect(await rows()).toMatchObject([{ declinedById: w.personIds.max, declinedNote: 'Another limit.' }])
    expect((await history('vera', 2))[0]).toContain('said that it is not related to INC-1')
    for (const [number, other] of [
      [1, 2],
      [2, 1],
    ])
      for (const again of [proposeRelation, declineRelation])
        expect(await w.execute('max', again, { number, ...link, other } as never)).toMatchObject({
          problem: { kind: 'invalid' },
        })
    await w.done('max', relateIncident, { number: 1, ...link, other: 2 })
    expect(await relations('vera', 1)).toEqual(['from same_mechanism 2'])
    expect(await rows()).toEqual([])
  })

  test('is declined before anybody proposed it, and neither is done with what is linked', async () => {
    await w.done('max', declineRelation, { number: 1, other: 2 })
    expect(await rows()).toMatchObject([{ createdById: null, declinedById: w.personIds.max }])
    await w.done('max', relateIncident, { number: 1, ...link, other: 2 })
    for (const again of [proposeRelation, declineRelation])
      expect(await w.execute('max', again, { number: 2, ...link } as never)).toMatchObject({
        problem: { kind: 'invalid' },
      })
  })

  test('leaves no trace for those who see one end only', async () => {
    const told = await history('vera', 1)
    await w.done('max', proposeRelation, { number: 3, ...link })
    expect(await proposals('max', 1)).toEqual(['max: to same_mechanism 3'])
    const [row] = await rows()
    for (const who of ['vera', 'ada', 'omar', 'pia', 'ines'] as const) {
      expect(await proposals(who, 1)).toEqual([])
      expect(await history(who, 1)).toEqual(told)
      expect(await w.execute(who, confirmRelation, { number: 1, id: row?.id })).toMatchObject({
        problem: { kind: 'not_found' },
      })
    }
  })

  test('is told once to who leads the write-ups, and where there is none to whoever recorded it', async () => {
    await w.done('max', draftPostmortem, { incident: 1, template: 'light', lead: w.personIds.ines })
    await w.done('tom', proposeRelation, { number: 2, ...link })
    expect(await inbox('ines')).toEqual(['relation_proposed /incidents/1'])
    expect(await inbox('max')).toEqual(['relation_proposed /incidents/2'])
    await record('max', 'Fourth')
    await w.done('tom', proposeRelation, { number: 4, ...link, other: 2 })
    expect((await inbox('max')).length).toBe(2)
    await w.done('max', proposeRelation, { number: 3, ...link })
    expect((await inbox('ines')).length).toBe(1)
    await w.done('max', proposeRelation, { number: 4, ...link })
    expect((await inbox('ines')).length).toBe(2)
  })

  test('is proposed once and confirmed once, however many do it from both ends at once', async () => {
    const ends = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2].map((number) => ({ number, other: 3 - number, relation: 'similar' }))
    const tried = await Promise.all(ends.map((end) => w.execute('max', proposeRelation, end)))
    expect(tried.filter(({ ok }) => ok)).toHaveLength(1)
    const id = (await rows())[0]?.id
    const agreed = await Promise.all(ends.map(({ number }) => w.execute('max', confirmRelation, { number, id })))
    expect(agreed.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await relations('vera', 1)).toHaveLength(1)
  })

  test('is made by whoever is of the company and sees both, and by nobody who only reads', async () => {
    for (const who of ['gus', 'omar'] as const)
      expect(await w.execute(who, proposeRelation, { number: 2, ...link })).toMatchObject({ ok: false })
    expect(await rows()).toEqual([])
    await w.done('vera', proposeRelation, { number: 2, ...link })
    expect(await rows()).toMatchObject([{ createdById: w.personIds.vera, declinedAt: null }])
  })
})
