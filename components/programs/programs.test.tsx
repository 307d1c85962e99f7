import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import messages from '#content/messages/en.json' with { type: 'json' }
import { healthOf } from '#lib/programs/health.ts'
import type { MeasuresOut } from '#lib/programs/measures.ts'
import { BurnUp } from './burn-up.tsx'
import { CandidateList } from './candidate-list.tsx'
import { DecisionLog } from './decision-log.tsx'
import { EffectList } from './effect-list.tsx'
import { HealthPanel } from './health-panel.tsx'
import { KpiCard } from './kpi-card.tsx'
import { MilestoneTable } from './milestone-table.tsx'
import { RiskTable } from './risk-table.tsx'
import { UpdateList } from './update-list.tsx'

const render = (children: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      {children}
    </NextIntlClientProvider>,
  )
const text = (children: ReactNode) =>
  render(children)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

const milestone: MeasuresOut['milestones'][number] = {
  ...{
    id: 'a',
    title: 'Rings',
    exitCriterion: 'Shown in a drill.',
    owner: null,
    team: null,
    weight: 40,
    dropped: false,
  },
  ...{ dueOn: '2026-06-20', originalDueOn: '2026-06-01', percent: 60, doneOn: null, note: '', url: '', late: true },
  moves: [{ dueOn: '2026-06-20', reason: 'Racks are late.', at: '2026-05-30T10:00:00Z' }],
}
const done = { ...milestone, id: 'b', title: 'Owners', percent: 100, doneOn: '2026-05-10', late: false, moves: [] }
const kpi: MeasuresOut['kpis'][number] = {
  ...{ id: 'k', name: 'Through rings', unit: '%', direction: 'up', source: '', ended: false, cycleDays: 30 },
  ...{ baseline: 0, startOn: '2026-01-01', target: 100, targetOn: '2026-12-31', expected: 50, off: 0.2 },
  points: [{ on: '2026-07-01', value: 30, note: '', corrections: 0 }],
}

test('health is told by words, with the reason of every dimension and what was stated instead', () => {
  const computed = healthOf({
    ...{ today: '2026-07-01', milestones: [{ title: 'Rings', dueOn: '2026-06-01', weight: 1, percent: 0 }], kpis: [] },
    ...{ items: [], risks: [], incidents: [], reportedOn: '2026-07-01', reportDays: 31 },
  })
  const weeks = [
    { on: '2026-06-22', colour: null },
    { on: '2026-06-29', colour: 'red' as const },
  ]
  const stated = { colour: 'amber' as const, reason: 'The drill is tomorrow.', until: '2026-07-10' }
  const told = text(<HealthPanel health={{ computed, stated, weeks, jumpedOn: '2026-06-29' }} />)
  for (const words of [
    'Computed: Red',
    'Amber',
    'The drill is tomorrow.',
    '“Rings” is 30 days late.',
    '29 Jun 2026 Red',
  ])
    expect(told).toContain(words)
  expect(told).toContain('What changed?')
  expect(text(<HealthPanel health={{ computed: null, stated: null, weeks, jumpedOn: null }} />)).toContain(
    'Health is computed while',
  )
})

test('every chart has its values as a table, and is named', () => {
  const burn = render(
    <BurnUp milestones={[milestone, done]} startOn="2026-05-01" endOn="2026-12-01" today="2026-07-01" />,
  )
  expect(burn).toMatch(/<caption[^>]*>Milestone weight over time/)
  expect(burn).toMatch(/10 May 2026<\/th>.*?40/)
  expect(burn).not.toContain('NaN')
  const card = render(<KpiCard kpi={kpi} today="2026-07-01" />)
  expect(card).toContain('20 % of its way behind.')
  expect(card).toMatch(/1 Jul 2026<\/th>.*?30/)
  expect(render(<KpiCard kpi={{ ...kpi, points: [], expected: null, off: null }} today="2026-07-01" />)).not.toContain(
    'NaN',
  )
})

test('a moved milestone keeps its first date and the reason', () => {
  const told = text(<MilestoneTable milestones={[milestone, done, { ...milestone, id: 'c', dropped: true }]} />)
  for (const words of [
    '20 Jun 2026, late',
    'Moved once, first 1 Jun 2026. Racks are late.',
    'Done 10 May 2026',
    'Dropped',
  ])
    expect(told).toContain(words)
})

test('what it would have changed is counted once a second person agreed', () => {
  const row = {
    ...{ id: 'e', incident: { number: 7, title: 'A push', severity: 'sev1' }, effect: 'prevented' as const },
    ...{ why: 'Ring one.', by: 'Ada' },
  }
  const rows = [
    { ...row, agreement: { agrees: true, note: '', by: 'Tom' } },
    { ...row, id: 'f', agreement: null },
  ]
  const told = text(<EffectList rows={rows} />)
  expect(told).toContain('1 of 2 are agreed by a second person: 1 prevented')
  expect(told).toContain('Waits for a second person')
})

test('lists say what they hold, and that they hold nothing', () => {
  const lines = { done: 'Rings.', next: '', blocked: '', numbers: '', ask: 'A rack.' }
  expect(
    text(<UpdateList updates={[{ id: 'u', team: { name: 'Edge' }, weekOf: '2026-06-29', lines, by: 'Ada' }]} />),
  ).toMatch(/Edge week of 29 Jun 2026, by Ada Done Rings\. Ask A rack\./)
  expect(text(<UpdateList updates={[]} />)).toContain('No updates')
  expect(text(<DecisionLog decisions={[]} zone="UTC" />)).toContain('Nothing decided yet')
  const candidates = [{ mechanism: 'cap.retry', name: 'Retry storm', incidents: 3 }]
  expect(render(<CandidateList candidates={candidates} mayPropose />)).toContain('/programs/new?mechanism=cap.retry')
  expect(render(<CandidateList candidates={candidates} mayPropose={false} />)).not.toContain('/programs/new')
  const risk = { id: 'r', kind: 'risk', title: 'Racks', likelihood: 'high', effect: 'low', mitigation: '' } as const
  expect(text(<RiskTable risks={[{ ...risk, mitigationOn: null, owner: null, state: 'open', note: '' }]} />)).toContain(
    'High',
  )
})
