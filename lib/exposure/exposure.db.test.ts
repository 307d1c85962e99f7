import { beforeEach, describe, expect, test } from 'vitest'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { listNotifications } from '#lib/notifications/queries.ts'
import { ListNotificationsInput } from '#lib/notifications/schema.ts'
import { recordRisk } from '#lib/risks/record.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, NOW, type World, world } from '#lib/testing/world.ts'
import { answerExposure } from './answer.ts'
import { listExposure } from './cells.ts'
import { closeSweep, reopenSweep } from './close-sweep.ts'
import { openSweep } from './open-sweep.ts'
import { getSweep, listSweeps } from './queries.ts'
import { ListSweepsInput } from './schema.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
})

const question = { mechanism: 'chg.rollout-speed', question: 'Can one push reach everything at once?' }
const opened = (more: object = {}, now?: Date) => w.done('pia', openSweep, { ...question, scope: 'all', ...more }, now)
const answer = (who: Name, number: number, more: object, now?: Date) =>
  w.execute(who, answerExposure, { number, service: 'edge-proxy', ...more }, now)
const cells = (filter: object = {}) => w.read('tom', (work) => listExposure(work, filter))
const inbox = async (who: Name) =>
  (await w.read(who, (work) => listNotifications(work, ListNotificationsInput.parse({})))).items

describe('a sweep', () => {
  test.each([
    [{ scope: 'all' }, ['config-push', 'edge-proxy']],
    [{ scope: 'tier', tier: 1 }, ['config-push', 'edge-proxy']],
    [{ scope: 'team', teams: ['edge'] }, ['edge-proxy']],
    [{ scope: 'chosen', services: ['config-push'] }, ['config-push']],
  ])('asks %o', async (scope, asked) => {
    const { targets, tally } = await opened(scope)
    expect(targets.map(({ service }) => service.slug).sort()).toEqual(asked)
    expect(tally).toMatchObject({ unanswered: asked.length })
  })

  test.each([
    [{ scope: 'tier' }, 'tier'],
    [{ scope: 'tier', tier: 0 }, 'scope'],
    [{ scope: 'team' }, 'teams'],
    [{ scope: 'chosen' }, 'services'],
    [{ scope: 'chosen', services: ['nothing'] }, 'services'],
    [{ mechanism: 'human.error' }, 'mechanism'],
  ])('asks nobody with %o', async (wrong, field) => {
    const outcome = await w.execute('pia', openSweep, { ...question, scope: 'all', ...wrong })
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'invalid', fields: [{ field }] } })
    expect(await w.events()).toEqual([])
  })

  test('tells those who may answer, each once', async () => {
    await opened()
    expect((await inbox('max')).map(({ says }) => says)).toEqual(['pia asks whether one of your services is exposed.'])
    expect(await inbox('olga')).toHaveLength(1)
    expect(await inbox('tom')).toHaveLength(1)
    for (const who of ['vera', 'omar', 'pia'] as const) expect(await inbox(who)).toEqual([])
  })

  test('that is closed is answered no more until it is opened again', async () => {
    const { number } = await opened()
    await w.done('pia', closeSweep, { number, note: 'Done.' })
    expect(await answer('max', number, { answer: 'exposed' })).toMatchObject({ problem: { kind: 'conflict' } })
    expect(await w.execute('pia', closeSweep, { number })).toMatchObject({ problem: { kind: 'conflict' } })
    await w.done('pia', reopenSweep, { number })
    expect((await answer('max', number, { answer: 'exposed' })).ok).toBe(true)
    expect(await w.events()).toEqual(['sweep.opened', 'sweep.closed', 'sweep.reopened', 'sweep.answered'])
  })
})

describe('an answer', () => {
  test('of the team that owns the service, and of nobody else', async () => {
    const { number } = await opened()
    const may = async (who: Name) => (await answer(who, number, { answer: 'unknown' })).ok
    expect([await may('max'), await may('olga'), await may('pia')]).toEqual([true, true, true])
    expect([await may('tom'), await may('vera'), await may('omar'), await may('gus')]).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  test('that ends the question shows something', async () => {
    const { number } = await opened()
    for (const kind of ['mitigated', 'not_applicable'])
      expect(await answer('max', number, { answer: kind })).toMatchObject({ problem: { fields: [{ field: 'note' }] } })
    expect((await answer('max', number, { answer: 'mitigated', url: 'https://docs.example/stages' })).ok).toBe(true)
  })

  test('is kept when another follows, and turns grey', async () => {
    const { number } = await opened()
    await answer('max', number, { answer: 'exposed' })
    await answer('ines', number, { answer: 'mitigated', note: 'Four stages.' }, new Date('2026-06-11T10:00Z'))
    const { targets } = await w.read('tom', (work) => getSweep(work, number))
    const edge = targets.find(({ service }) => service.slug === 'edge-proxy')
    expect(edge).toMatchObject({ state: 'mitigated', aged: false, note: 'Four stages.' })
    expect(edge?.answers.map(({ answer: kind, by }) => [kind, by])).toEqual([
      ['mitigated', 'ines'],
      ['exposed', 'max'],
    ])
    const later = new Date('2026-12-09T10:00Z')
    const aged = await w
      .contextOf('tom', later)
      .transaction((db) => getSweep({ db, now: later, actor: w.actor('tom'), requestId: 'test' }, number))
    expect(aged.targets.find(({ service }) => service.slug === 'edge-proxy')).toMatchObject({ aged: true })
  })

  test('becomes an item or an entry of the register, and shows it', async () => {
    const { number, targets } = await opened({ scope: 'team', teams: ['edge'] })
    const target = targets[0]?.id
    await answer('max', number, { answer: 'exposed' })
    const item = { title: 'Stage the push', priority: 'p1', team: 'edge', dueOn: '2026-07-01', target }
    const { source } = await w.done('max', proposeActionItem, item)
    const risk = await w.done('max', recordRisk, {
      ...{ component: 'Push to all', layer: 'config', domain: 'global', redundancy: 'none', team: 'edge', target },
      ...{ likelihood: 3, impact: 5, detectability: 1 },
    })
    expect(source).toEqual({ href: `/exposure/${number}`, label: `SWP-${number}, edge-proxy` })
    expect(risk.source).toEqual(source)
    expect((await w.read('tom', (work) => getSweep(work, number))).targets[0]).toMatchObject({
      items: [{ title: 'Stage the push' }],
      risks: [{ number: risk.number, title: 'Push to all' }],
    })
  })
})

describe('the matrix', () => {
  test('shows the newest answer of any sweep, and before that what was asked', async () => {
    const first = await opened()
    await answer('max', first.number, { answer: 'exposed' }, new Date(NOW.getTime() + 60_000))
    const second = await opened({}, new Date(NOW.getTime() + 120_000))
    await opened({ mechanism: 'nam.cert' })
    expect(
      (await cells({ mechanism: question.mechanism })).map(({ service, state, sweep }) => [service.slug, state, sweep]),
    ).toEqual([
      ['config-push', 'unanswered', second.number],
      ['edge-proxy', 'exposed', first.number],
    ])
    expect(await cells()).toHaveLength(4)
    expect(await cells({ service: 'edge-proxy' })).toHaveLength(2)
    expect(await cells({ state: 'exposed' })).toHaveLength(1)
    expect(await cells({ team: 'control', mechanism: 'nam.cert' })).toHaveLength(1)
    expect(await cells({ tier: 0 })).toEqual([])
    expect(await w.read('gus', (work) => listExposure(work, {}))).toEqual([])
  })

  test('sweeps are listed newest first', async () => {
    const { number } = await opened()
    const newer = await opened({ mechanism: 'nam.cert' })
    await w.done('pia', closeSweep, { number })
    const list = async (filter: object) =>
      (await w.read('tom', (work) => listSweeps(work, ListSweepsInput.parse(filter)))).items.map((one) => one.number)
    expect(await list({})).toEqual([newer.number, number])
    expect(await list({ status: 'open' })).toEqual([newer.number])
    expect(await list({ mechanism: question.mechanism })).toEqual([number])
  })
})
