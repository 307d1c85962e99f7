import { beforeEach, describe, expect, test } from 'vitest'
import { listActivity } from '#lib/activity/queries.ts'
import { execute } from '#lib/command.ts'
import { findIncident } from '#lib/incidents/queries.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { breakGlass } from './break-glass.ts'
import { grantAccess } from './grant.ts'
import { revokeAccess } from './revoke.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
  await w.done('max', recordIncident, {
    ...{ title: 'Token in a build log', severity: 'sev2', kind: 'security', team: 'edge' },
    ...{ visibility: 'restricted', restrictedReason: 'security' },
  })
})

const incident = { record: 'incident', number: 1 }
const sees = async (who: Name) => (await w.read(who, (work) => findIncident(work, 1))) !== null
const grants = () => w.database.asOwner((db) => db.grant.count())
const share = (who: Name, person: Name) =>
  w.execute(who, grantAccess, { ...incident, person: w.personIds[person], reason: 'Helps.' })

describe('access by name', () => {
  test('opens the record to one person, and the history says who gave it', async () => {
    expect(await sees('tom')).toBe(false)
    const outcome = await share('max', 'tom')
    expect(outcome).toMatchObject({
      ok: true,
      value: { grants: [{ person: { name: 'max' } }, { person: { name: 'tom' } }] },
    })
    expect(await sees('tom')).toBe(true)
    expect(
      (await w.read('tom', (work) => listActivity(work, { about: { kind: 'incident', number: 1 } }))).items[0],
    ).toMatchObject({
      who: { name: 'max' },
      did: 'gave tom access',
      quote: 'Helps.',
      subject: { href: '/incidents/1' },
    })
    await share('max', 'tom')
    expect(await grants()).toBe(2)
  })

  test('is given by those who may edit it, not by those who only read it, and nobody else learns that it is there', async () => {
    await share('max', 'tom')
    expect(await share('tom', 'vera')).toMatchObject({ problem: { kind: 'forbidden' } })
    for (const who of ['ada', 'ines', 'olga', 'pia', 'omar', 'gus'] as const)
      expect(await share(who, 'vera')).toMatchObject({ problem: { kind: 'not_found' } })
    expect(await grants()).toBe(2)
    expect(await w.events()).toEqual(['incident.recorded', 'incident.access_granted'])
  })

  test('is taken back, but not from the last one', async () => {
    await share('max', 'ines')
    const revoke = (person: Name) => w.execute('max', revokeAccess, { ...incident, person: w.personIds[person] })
    expect(await revoke('ines')).toMatchObject({ ok: true, value: { grants: [{ person: { name: 'max' } }] } })
    expect(await sees('ines')).toBe(false)
    expect(await revoke('ines')).toMatchObject({ problem: { kind: 'not_found' } })
    expect(await revoke('max')).toMatchObject({
      problem: { kind: 'invalid', fields: [{ message: expect.stringMatching(/has to keep access/) }] },
    })
    expect(await sees('max')).toBe(true)
    expect(await w.events()).toEqual(['incident.recorded', 'incident.access_granted', 'incident.access_revoked'])
  })

  test('of ten pairs at once one takes it back and the other finds nothing to take', async () => {
    for (let round = 0; round < 10; round += 1) {
      await share('max', 'ines')
      const outcomes = await Promise.all(
        [1, 2].map(() => w.execute('max', revokeAccess, { ...incident, person: w.personIds.ines })),
      )
      expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
      expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ problem: { kind: 'not_found' } })
    }
    expect(await grants()).toBe(1)
  })

  test('two who take it from each other at once do not leave it without anybody', async () => {
    for (let round = 0; round < 10; round += 1) {
      if ((await grants()) === 1)
        await share((await sees('max')) ? 'max' : 'ines', (await sees('max')) ? 'ines' : 'max')
      await Promise.all([
        w.execute('max', revokeAccess, { ...incident, person: w.personIds.ines }),
        w.execute('ines', revokeAccess, { ...incident, person: w.personIds.max }),
      ])
      expect(await grants()).toBe(1)
    }
  })
})

describe('breaking the glass', () => {
  const why = 'The customer’s counsel asks for the dates.'
  const open = (who: Name, more: object = {}) => w.execute(who, breakGlass, { ...incident, reason: why, ...more })

  test('works at once, and everybody on the list and every auditor sees who did it and why', async () => {
    expect(await sees('ada')).toBe(false)
    expect((await open('ada')).ok).toBe(true)
    expect(await sees('ada')).toBe(true)
    for (const who of ['max', 'omar', 'ada'] as const) {
      const [event] = (await w.read(who, (work) => listActivity(work, { limit: 1 }))).items
      expect(event).toMatchObject({
        who: { name: 'ada' },
        did: 'opened this restricted record without being on its list',
        quote: why,
        // An auditor learns that it happened, and not what the record is called.
        subject: who === 'omar' ? null : { label: 'Token in a build log' },
      })
    }
    expect(await sees('omar')).toBe(false)
    expect(await open('ada')).toMatchObject({ problem: { kind: 'conflict' } })
  })

  test('is for administrators; others cannot tell a record from none', async () => {
    for (const who of ['ines', 'olga', 'pia', 'omar', 'gus'] as const) {
      const [there, missing] = [await open(who), await open(who, { number: 99 })]
      expect(there).toMatchObject({ problem: { kind: 'forbidden' } })
      expect(missing).toEqual(there)
    }
    expect(await grants()).toBe(1)
    expect(await w.events()).toEqual(['incident.recorded'])
  })

  test('needs a reason and something restricted', async () => {
    expect(await open('ada', { reason: 'because' })).toMatchObject({ problem: { kind: 'invalid' } })
    await w.done('max', recordIncident, { title: 'Open', severity: 'sev4', kind: 'data', team: 'edge' })
    expect(await open('ada', { number: 2 })).toMatchObject({ problem: { kind: 'not_found' } })
    expect(await grants()).toBe(1)
  })

  test('again through a token that sees nothing restricted is told so, and writes nothing', async () => {
    const via = { kind: 'token', tokenId: w.personIds.ada, scopes: ['admin:write'] } as const
    const token = w.contextAs({ ...w.actor('ada'), via, seesRestricted: false })
    const through = () => execute(token, breakGlass, { ...incident, reason: why })
    expect((await through()).ok).toBe(true)
    expect(await through()).toMatchObject({
      problem: { kind: 'conflict', message: 'You have access to this already.' },
    })
    expect(await grants()).toBe(2)
    expect(await w.events()).toEqual(['incident.recorded', 'incident.access_granted'])
  })

  test('twice at once gives one access and one event', async () => {
    const outcomes = await Promise.all([open('ada'), open('ada')])
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ problem: { kind: 'conflict' } })
    expect(await w.events()).toEqual(['incident.recorded', 'incident.access_granted'])
  })
})
