import { expect, test } from 'vitest'
import { diffFacts } from './fact-lines.ts'
import { IncidentOut } from './schema.ts'

/** As the first release froze it, without any of the facts that came later. */
const frozen = {
  ...{ number: 7, title: 'Slow purges', severity: 'sev2', kind: 'degradation', visibility: 'company', zone: 'UTC' },
  ...{ occurredAt: '2026-06-10T12:00:00.000Z', team: { slug: 'edge', name: 'Edge' }, version: 3, externalId: null },
  services: [{ slug: 'edge-proxy', name: 'Edge proxy', role: 'origin' }],
  ...{ restrictedReason: null, mechanisms: ['chg.config'] },
  milestones: { impactStarted: '2026-06-10T12:00:00.000Z', mitigated: null },
  windows: [
    {
      ...{ startedAt: '2026-06-10T12:00:00.000Z', endedAt: null, scope: 'Asia' },
      ...{ trafficShare: 0.18, failingShare: null, symptom: 'Old pages' },
    },
  ],
  timeline: [],
}

test('a revision of the first release still reads, with every later fact unknown', () => {
  expect(IncidentOut.parse(frozen)).toMatchObject({
    ...{ factors: [], severityLog: [], detection: { method: null }, windows: [{ id: '', locations: [] }] },
  })
})

test('facts that are told differently are named line by line', () => {
  const before = IncidentOut.parse(frozen)
  const after = IncidentOut.parse({
    ...frozen,
    milestones: { ...frozen.milestones, mitigated: '2026-06-10T12:40:00.000Z' },
    windows: [{ ...frozen.windows[0], endedAt: '2026-06-10T12:40:00.000Z' }],
    factors: [{ id: '1', mechanism: 'chg.config', role: 'trigger', text: 'A limit of 0 meant none.', evidence: '' }],
  })
  expect(diffFacts(before, after)).toEqual([
    { part: 'milestones', label: 'Milestones', gone: [], come: ['Mitigated: 10 Jun 2026, 12:40 UTC'] },
    {
      ...{ part: 'windows', label: 'Impact windows' },
      gone: ['10 Jun 2026, 12:00 UTC – open · Asia · Old pages · 18 % traffic'],
      come: ['10 Jun 2026, 12:00 UTC – 10 Jun 2026, 12:40 UTC · Asia · Old pages · 18 % traffic'],
    },
    {
      ...{ part: 'factors', label: 'Contributing factors', gone: [] },
      come: ['Unsafe configuration · Set it off · A limit of 0 meant none.'],
    },
  ])
  expect(diffFacts(before, before)).toEqual([])
  expect(diffFacts(null, before).map(({ part }) => part)).toContain('basics')
})
