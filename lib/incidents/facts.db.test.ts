import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database.ts'
import { type World, world } from '#lib/testing/world.ts'
import { changeSeverity } from './change-severity.ts'
import { factsOf } from './facts.ts'
import { seenOf } from './parts.ts'
import { getIncident, listIncidents } from './queries.ts'
import { recordIncident } from './record.ts'
import { roleHoldersOf } from './role-holders.ts'
import type { IncidentOut } from './schema.ts'
import { updateIncident } from './update.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
})

const outage = {
  ...{ title: 'Purges took up to 40 minutes', severity: 'sev2', kind: 'degradation', team: 'edge' },
  zone: 'Europe/Lisbon',
}
const facts = {
  impactStartBasis: 'assumed',
  locations: [
    { kind: 'pop', name: 'LIS1' },
    { kind: 'region', name: 'Asia' },
    { kind: 'pop', name: 'LIS1' },
  ],
  journeys: 'Purge a page, Change a setting',
  detection: { method: 'customer', source: 'Ticket 4211', customer: 'yes' },
  trigger: { kind: 'config_rollout', reference: 'CHG-881' },
  numbers: [{ measure: 'requests_failed', value: 41_000_000, method: 'Edge logs', certainty: 'measured' }],
  factors: [
    { mechanism: 'chg.config', role: 'trigger', text: 'A limit of 0 meant none.', evidence: 'https://git.example/881' },
    { mechanism: 'ctl.validation', role: 'enabler' },
  ],
  defences: [{ name: 'Canary of one site', outcome: 'bypassed', text: 'Data pushes do not pass it.' }],
  mitigations: [{ method: 'config_revert', byRole: 'operations_lead', result: 'helped', at: '2026-06-10T12:30' }],
  roles: [
    { role: 'incident_commander', from: '2026-06-10T12:00', until: '2026-06-10T13:00', name: 'Max Weber' },
    { role: 'expert', area: 'DNS' },
  ],
  evidence: [{ kind: 'dashboard', title: 'Purge age', url: 'https://dash.example/purge?from=1' }],
  windows: [
    {
      ...{ startedAt: '2026-06-10T12:00', endedAt: '2026-06-10T12:40', scope: 'Asia', trafficShare: '18 %' },
      ...{ failingShare: 0.25, journey: 'Purge a page', locations: 'SIN1, HKG1' },
    },
  ],
}
const record = (more: object = {}) => w.done('max', recordIncident, { ...outage, ...facts, ...more })
const update = (who: 'max' | 'ines' | 'vera', change: object) =>
  w.execute(who, updateIncident, { number: 1, ...change })

describe('the facts of an incident', () => {
  test('are kept as they were told', async () => {
    const value = await record()
    expect(value).toMatchObject({
      impactStartBasis: 'assumed',
      locations: [
        { kind: 'region', name: 'Asia' },
        { kind: 'pop', name: 'LIS1' },
      ],
      journeys: ['Purge a page', 'Change a setting'],
      detection: facts.detection,
      trigger: facts.trigger,
      numbers: [{ measure: 'requests_failed', value: 41_000_000, unit: '', certainty: 'measured' }],
      factors: [{ mechanism: 'chg.config', role: 'trigger' }, { mechanism: 'ctl.validation' }],
      defences: [{ name: 'Canary of one site', outcome: 'bypassed' }],
      mitigations: [{ method: 'config_revert', byRole: 'operations_lead', at: '2026-06-10T11:30:00.000Z' }],
      roles: [{ role: 'incident_commander', from: '2026-06-10T11:00:00.000Z', until: '2026-06-10T12:00:00.000Z' }, {}],
      evidence: [{ url: 'https://dash.example/purge?from=1' }],
      windows: [{ trafficShare: 0.18, failingShare: 0.25, locations: ['SIN1', 'HKG1'] }],
      severityLog: [{ severity: 'sev2', at: null }],
      mechanisms: ['chg.config', 'ctl.validation'],
    })
    expect(await w.read('vera', (work) => getIncident(work, 1))).toEqual(value)
  })

  test.each([
    [
      'a share above the whole',
      { windows: [{ ...facts.windows[0], failingShare: '180 %' }] },
      'windows.0.failingShare',
    ],
    [
      'an address that is a script',
      { evidence: [{ kind: 'log', title: 'x', url: 'javascript:alert(1)' }] },
      'evidence.0.url',
    ],
    ['a factor that is none', { factors: [{ mechanism: 'human.error', role: 'trigger' }] }, 'factors.0.mechanism'],
    [
      'a role that ends before it begins',
      { roles: [{ role: 'scribe', from: '2026-06-10T12:00Z', until: '2026-06-10T11:00Z' }] },
      'roles.0.until',
    ],
    ['a number below nothing', { numbers: [{ measure: 'tickets', value: -1, certainty: 'rough' }] }, 'numbers.0.value'],
  ])('refuse %s', async (_, change, field) => {
    const outcome = await w.execute('max', recordIncident, { ...outage, ...change })
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'invalid', fields: [{ field }] } })
    expect(await w.events()).toEqual([])
  })

  test('rows that stay keep their ids, those that are marked go, and ids of others are none', async () => {
    const { defences, windows } = await record()
    const [canary] = defences
    const changed = await w.done('max', updateIncident, {
      ...{ number: 1, version: 1, windows: windows.map((window) => ({ ...window, remove: true })) },
      defences: [
        { name: 'Alarm', outcome: 'too_slow', id: windows[0]?.id },
        { ...canary, outcome: 'absent' },
      ],
    })
    expect(changed.windows).toEqual([])
    expect(changed.defences.map(({ name }) => name)).toEqual(['Alarm', 'Canary of one site'])
    expect(changed.defences[1]).toEqual({ ...canary, outcome: 'absent' })
    expect(changed.defences[0]?.id).not.toBe(windows[0]?.id)
  })
})

describe('mechanisms', () => {
  const ofFactors = ({ factors }: IncidentOut) => factors.map(({ mechanism, text }) => [mechanism, text])

  test('given alone become factors without a sentence, and those that stand keep theirs', async () => {
    await record()
    const value = await w.done('max', updateIncident, {
      ...{ number: 1, version: 1, mechanisms: ['cap.retry', 'chg.config'] },
    })
    expect(ofFactors(value)).toEqual([
      ['chg.config', 'A limit of 0 meant none.'],
      ['cap.retry', ''],
    ])
    expect(value.mechanisms).toEqual(['chg.config', 'cap.retry'])
    expect(
      (await w.read('max', (work) => listIncidents(work, { limit: 5, mechanism: 'cap.retry' }))).items,
    ).toHaveLength(1)
    expect(
      (await w.read('max', (work) => listIncidents(work, { limit: 5, mechanism: 'ctl.validation' }))).items,
    ).toEqual([])
  })

  test('given beside factors add what is missing there', async () => {
    const value = await record({ mechanisms: ['chg.config', 'dep.spof'] })
    expect(value.mechanisms).toEqual(['chg.config', 'ctl.validation', 'dep.spof'])
  })
})

describe('names of those who held a role', () => {
  test('are told to those who may edit, and to nobody else', async () => {
    const { roles } = await record()
    const id = await w.database.asOwner(async (db) => (await db.incident.findFirstOrThrow()).id)
    const seen = (who: Parameters<World['read']>[0]) => w.read(who, (work) => roleHoldersOf(work, id))
    expect(await seen('ines')).toEqual({ [roles[0]?.id ?? '']: 'Max Weber' })
    for (const who of ['vera', 'tom', 'omar', 'ada', 'gus', 'nobody'] as const) expect(await seen(who)).toEqual({})
    for (const who of ['max', 'vera'] as const)
      expect(JSON.stringify(await w.read(who, (work) => factsOf(work, id)))).not.toContain('Weber')
    const told = await w.database.asOwner((db) => db.event.findMany())
    expect(JSON.stringify(told)).not.toContain('Weber')
  })

  test('stay with the role until another is given', async () => {
    const { roles } = await record()
    const id = await w.database.asOwner(async (db) => (await db.incident.findFirstOrThrow()).id)
    const names = async () => Object.values(await w.read('max', (work) => roleHoldersOf(work, id)))
    await w.done('max', updateIncident, { number: 1, version: 1, roles: roles.map((role) => ({ ...role, area: 'x' })) })
    expect(await names()).toEqual(['Max Weber'])
    await w.done('max', updateIncident, { number: 1, version: 2, roles: roles.map((role) => ({ ...role, name: '' })) })
    expect(await names()).toEqual([])
  })
})

describe('two people at the same incident', () => {
  const part = (incident: IncidentOut, name: 'defences' | 'numbers') => ({ part: name, seen: seenOf(incident, name) })
  const alarm = { defences: [{ name: 'Alarm', outcome: 'worked' }] }

  test('fill in two parts without standing in each other’s way', async () => {
    const seen = await record()
    const numbers = [{ measure: 'tickets', value: 3, certainty: 'measured' }]
    expect(await update('ines', { ...part(seen, 'defences'), ...alarm })).toMatchObject({ ok: true })
    expect(await update('max', { ...part(seen, 'numbers'), numbers })).toMatchObject({
      ...{ ok: true, value: { version: 3, defences: [{ name: 'Alarm' }], numbers: [{ value: 3 }] } },
    })
  })

  test('are told of each other in the same part, with what stands there now', async () => {
    const seen = await record()
    await update('ines', { ...part(seen, 'defences'), ...alarm })
    const late = await update('max', { ...part(seen, 'defences'), defences: [] })
    expect(late).toMatchObject({
      ...{
        ok: false,
        problem: { kind: 'conflict', current: { defences: [{ name: 'Alarm' }], seen: expect.any(String) } },
      },
    })
    const now = !late.ok && late.problem.kind === 'conflict' ? (late.problem.current as { seen: string }).seen : ''
    expect(await update('max', { part: 'defences', seen: now, defences: [] })).toMatchObject({ ok: true })
  })

  test('cannot send along what was not part of what they saw', async () => {
    const seen = await record()
    expect(await update('max', { ...part(seen, 'defences'), title: 'Another' })).toMatchObject({
      ...{ ok: false, problem: { kind: 'invalid', fields: [{ field: 'title' }] } },
    })
    expect(await update('max', { title: 'Another' })).toMatchObject({
      ...{ ok: false, problem: { kind: 'invalid', fields: [{ field: 'version' }] } },
    })
  })
})

describe('the log of the severity', () => {
  const change = (who: 'max' | 'vera', input: object) =>
    w.execute(who, changeSeverity, { number: 1, reason: 'A second continent.', ...input })
  beforeEach(() => record())

  test('is what the severity follows, in the order it was called that', async () => {
    expect(await change('max', { severity: 'sev1', at: '2026-06-10T13:00' })).toMatchObject({
      ...{ ok: true, value: { severity: 'sev1', version: 2 } },
    })
    // Remembered later, true earlier: it is a line before the last one.
    expect(await change('max', { severity: 'sev4', at: '2026-06-10T12:30' })).toMatchObject({
      ok: true,
      value: {
        severity: 'sev1',
        severityLog: [
          { severity: 'sev2', at: null },
          { severity: 'sev4', at: '2026-06-10T11:30:00.000Z' },
          { severity: 'sev1', at: '2026-06-10T12:00:00.000Z', reason: 'A second continent.' },
        ],
      },
    })
    expect((await w.events()).slice(1)).toEqual(['incident.severity_changed', 'incident.severity_changed'])
  })

  test('is corrected by a line in place of another, which stays', async () => {
    const { severityLog } = await w.done('max', changeSeverity, {
      ...{ number: 1, severity: 'sev1', at: '2026-06-10T13:00', reason: 'It spread.' },
    })
    const wrong = severityLog[1]?.id
    const input = { severity: 'sev2', at: '2026-06-10T13:05', reason: 'The clock was read wrong.', replaces: wrong }
    expect(await change('max', input)).toMatchObject({
      ...{ ok: true, value: { severity: 'sev2', severityLog: [{}, { at: '2026-06-10T12:05:00.000Z' }] } },
    })
    expect(await change('max', input)).toMatchObject({ ok: false, problem: { fields: [{ field: 'replaces' }] } })
    expect(await w.database.asOwner((db) => db.severityChange.count())).toBe(3)
    await expect(
      w.database.asOwner((db) => db.severityChange.updateMany({ data: { severity: 'sev4' } })),
    ).rejects.toThrow('append-only')
  })

  test.each([
    ['without a time, which is the declaration’s alone', { severity: 'sev1' }, 'at'],
    ['in the future', { severity: 'sev1', at: '2026-06-11T12:00' }, 'at'],
    ['without a reason', { severity: 'sev1', at: '2026-06-10T12:00', reason: '' }, 'reason'],
  ])('takes no line %s', async (_, input, field) => {
    expect(await change('max', input)).toMatchObject({ ok: false, problem: { fields: [{ field }] } })
    expect(await w.events()).toEqual(['incident.recorded'])
  })

  test('is for those who may edit', async () => {
    expect(await change('vera', { severity: 'sev1', at: '2026-06-10T12:00' })).toMatchObject({
      ...{ ok: false, problem: { kind: 'forbidden' } },
    })
  })
})
