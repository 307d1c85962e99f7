import { beforeEach, describe, expect, test } from 'vitest'
import { breakGlass } from '#lib/grants/break-glass.ts'
import { grantAccess } from '#lib/grants/grant.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { drafted } from '#lib/testing/library.ts'
import { type World, world } from '#lib/testing/world.ts'
import { changeVisibility } from './change-visibility.ts'
import { draftPostmortem } from './draft.ts'
import { getPostmortem, listPostmortems } from './queries.ts'

let cast: World
beforeEach(async () => {
  const test = await testDatabase()
  await test.empty()
  cast = await world(test)
})

describe('who may read', () => {
  test('a restricted one exists only for those given access by name; an administrator breaks the glass in the open', async () => {
    const number = await drafted(cast, { visibility: 'restricted', restrictedReason: 'security' })
    for (const stranger of ['ada', 'olga', 'pia', 'omar', 'gus', 'tom'] as const) {
      await expect(cast.read(stranger, (work) => getPostmortem(work, number))).rejects.toMatchObject({
        problem: { kind: 'not_found' },
      })
      expect((await cast.read(stranger, (work) => listPostmortems(work, { limit: 50 }))).items).toEqual([])
    }
    await cast.done('max', grantAccess, { record: 'postmortem', number, person: cast.personIds.tom })
    expect(await cast.read('tom', (work) => getPostmortem(work, number))).toMatchObject({ number })
    expect(
      await cast.execute('omar', breakGlass, { record: 'postmortem', number, reason: 'I would like to read it' }),
    ).toMatchObject({ problem: { kind: 'forbidden' } })
    await cast.done('ada', breakGlass, { record: 'postmortem', number, reason: 'Legal asked for the timeline.' })
    expect(await cast.read('ada', (work) => getPostmortem(work, number))).toMatchObject({ number })
    const seenByMax = await cast.read('max', (work) =>
      work.db.event.findMany({ where: { name: 'postmortem.access_granted' } }),
    )
    expect(seenByMax.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({ breakGlass: true, reason: 'Legal asked for the timeline.' }),
    )
  })

  test('a token without the extra flag acts as if its owner had no access by name', async () => {
    const number = await drafted(cast, { visibility: 'restricted', restrictedReason: 'legal' })
    const token = { ...cast.actor('max'), seesRestricted: false }
    const context = cast.contextAs(token)
    await expect(context.transaction((db) => getPostmortem({ ...context, db }, number))).rejects.toMatchObject({
      problem: { kind: 'not_found' },
    })
  })

  test('closing it closes its incident too, and a postmortem is never more open than its incident', async () => {
    const incident = await cast.done('max', recordIncident, {
      title: 'A key left the building',
      severity: 'sev2',
      kind: 'security',
      team: 'edge',
    })
    const number = await drafted(cast, { incident: incident.number })
    await cast.done('max', changeVisibility, { number, visibility: 'restricted', restrictedReason: 'security' })
    expect(await cast.read('tom', (work) => work.db.incident.count())).toBe(0)
    expect(await cast.read('max', (work) => work.db.incident.count())).toBe(1)
    expect(
      await cast.execute('max', changeVisibility, { number, visibility: 'company', incidentToo: false }),
    ).toMatchObject({ problem: { kind: 'invalid', fields: [{ field: 'visibility' }] } })
  })

  test('the facts of an incident open to one team never reach another team through a postmortem', async () => {
    const given = {
      title: 'Seen by the edge team',
      severity: 'sev3',
      kind: 'degradation',
      team: 'edge',
      visibility: 'team',
    }
    const { number } = await cast.done('max', recordIncident, given)
    const telling = { title: 'Told to others', template: 'light', team: 'control', incident: number }
    expect(await cast.execute('max', draftPostmortem, telling)).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field: 'visibility' }] },
    })
    await cast.done('max', draftPostmortem, { ...telling, team: 'edge' })
  })

  test('whoever may not change the incident cannot open it through its postmortem', async () => {
    const incident = await cast.done('max', recordIncident, {
      title: 'Of the edge team',
      severity: 'sev3',
      kind: 'outage',
      team: 'edge',
    })
    const { number } = await cast.done('tom', draftPostmortem, {
      title: 'Told by control',
      template: 'light',
      team: 'control',
      incident: incident.number,
    })
    const closing = { number, visibility: 'restricted', restrictedReason: 'legal' }
    expect(await cast.execute('tom', changeVisibility, closing)).toMatchObject({ problem: { kind: 'forbidden' } })
    expect(await cast.done('tom', changeVisibility, { ...closing, incidentToo: false })).toMatchObject({
      visibility: 'restricted',
    })
  })

  test('a guest and an auditor cannot write, and say so', async () => {
    for (const reader of ['gus', 'omar'] as const)
      expect(
        await cast.execute(reader, draftPostmortem, { title: 'No', template: 'classic', team: 'edge' }),
      ).toMatchObject({ problem: { kind: 'forbidden' } })
    expect(
      await cast.execute('nobody', draftPostmortem, { title: 'No', template: 'classic', team: 'edge' }),
    ).toMatchObject({ ok: false })
    expect(await cast.events()).toEqual([])
  })
})
