import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actionsOf, dataOf, kpisOf, outcomeOf, riskOf, scheduleOf } from './dimensions.ts'
import { glideAt, offPath } from './glide.ts'
import { dimensions, type HealthFacts, healthOf, isJump, worstOf } from './health.ts'
import type { Colour, Level } from './vocabulary.ts'

const today = '2026-07-01'
const milestone = (dueOn: string, weight: number, percent: number) => ({ title: 'One', dueOn, weight, percent })

describe('schedule', () => {
  test.each<[string, HealthFacts['milestones'], Colour]>([
    ['nothing planned', [], 'green'],
    ['nothing due yet, far away', [milestone('2026-09-01', 10, 0)], 'green'],
    ['due today is not late', [milestone('2026-07-01', 10, 60)], 'green'],
    ['95 of 100 is enough', [milestone('2026-06-20', 95, 100), milestone('2026-06-25', 5, 0)], 'green'],
    ['94 of 100 is not', [milestone('2026-06-20', 94, 100), milestone('2026-06-25', 6, 0)], 'amber'],
    ['80 of 100 is amber', [milestone('2026-06-20', 80, 100), milestone('2026-06-25', 20, 0)], 'amber'],
    ['79 of 100 is red', [milestone('2026-06-20', 79, 100), milestone('2026-06-25', 21, 0)], 'red'],
    ['99 % done earns nothing', [milestone('2026-06-30', 10, 99)], 'red'],
    ['what is done early counts', [milestone('2026-06-30', 10, 0), milestone('2026-09-01', 10, 100)], 'green'],
    ['14 days late, all else earned', [milestone('2026-06-17', 1, 0), milestone('2026-06-01', 99, 100)], 'green'],
    ['15 days late is red', [milestone('2026-06-16', 1, 0), milestone('2026-06-01', 99, 100)], 'red'],
    ['due in 14 days and 49 % done', [milestone('2026-07-15', 10, 49)], 'amber'],
    ['due in 14 days and 50 % done', [milestone('2026-07-15', 10, 50)], 'green'],
    ['due in 15 days and not begun', [milestone('2026-07-16', 10, 0)], 'green'],
  ])('%s', (_, milestones, colour) => {
    expect(scheduleOf({ today, milestones }).colour).toBe(colour)
  })
})

const kpi = (value: number | null, more: Partial<HealthFacts['kpis'][number]> = {}): HealthFacts['kpis'][number] => ({
  ...{ name: 'Tested', direction: 'up', baseline: 0, startOn: '2026-01-01', target: 100, targetOn: '2026-06-01' },
  ...{ cycleDays: 30, last: value === null ? null : { on: '2026-06-25', value } },
  ...more,
})

describe('KPIs', () => {
  test.each<[string, HealthFacts['kpis'], Colour]>([
    ['none', [], 'green'],
    ['on the path', [kpi(100)], 'green'],
    ['better', [kpi(120)], 'green'],
    ['4 % behind is noise', [kpi(96)], 'green'],
    ['5 % behind', [kpi(95)], 'amber'],
    ['15 % behind', [kpi(85)], 'amber'],
    ['16 % behind', [kpi(84)], 'red'],
    ['the worst counts', [kpi(100), kpi(84)], 'red'],
    ['lower is better: 5 % behind', [kpi(5, { direction: 'down', baseline: 100, target: 0 })], 'amber'],
    ['lower is better: on the path', [kpi(0, { direction: 'down', baseline: 100, target: 0 })], 'green'],
    ['not measured for 60 days of 30', [kpi(100, { last: { on: '2026-05-02', value: 100 } })], 'green'],
    ['not measured for 61 days of 30', [kpi(100, { last: { on: '2026-05-01', value: 100 } })], 'red'],
    ['never measured and just begun', [kpi(null, { startOn: '2026-06-20', targetOn: '2026-12-01' })], 'green'],
    ['never measured for two cycles', [kpi(null)], 'red'],
    ['not begun', [kpi(null, { startOn: '2026-07-02', targetOn: '2026-12-01' })], 'green'],
    ['to stay where it is: 16 % under it', [kpi(84, { baseline: 100 })], 'red'],
  ])('%s', (_, kpis, colour) => {
    expect(kpisOf({ today, kpis }).colour).toBe(colour)
  })

  test('the glide path is straight between its ends and level beyond them', () => {
    const path = { direction: 'up' as const, baseline: 20, startOn: '2026-01-01', target: 80, targetOn: '2026-01-31' }
    expect([
      glideAt(path, '2025-12-01'),
      glideAt(path, '2026-01-01'),
      glideAt(path, '2026-01-11'),
      glideAt(path, '2026-01-16'),
      glideAt(path, '2026-01-31'),
      glideAt(path, '2026-05-01'),
    ]).toEqual([20, 20, 40, 50, 80, 80])
    expect(offPath(path, { on: '2026-01-16', value: 44 })).toBe(0.1)
  })
})

const item = (lateDays: number, priority: 'p0' | 'p1' | 'p2' = 'p1') => ({ number: 1, priority, lateDays })

describe('actions', () => {
  test.each<[string, HealthFacts['items'], Colour]>([
    ['none late', [item(0), item(0, 'p0')], 'green'],
    ['only a P2 late', [item(90, 'p2')], 'green'],
    ['one', [item(1)], 'amber'],
    ['two, 14 days', [item(1), item(14)], 'amber'],
    ['one, 15 days', [item(15)], 'red'],
    ['three, one day', [item(1), item(1), item(1, 'p0')], 'red'],
  ])('%s', (_, items, colour) => {
    expect(actionsOf({ items }).colour).toBe(colour)
  })
})

const risk = (likelihood: Level, effect: Level, mitigationOn: string | null, mitigation = 'Borrow racks') => ({
  ...{ title: 'Racks', likelihood, effect, mitigation, mitigationOn },
})

describe('risk', () => {
  test.each<[string, HealthFacts['risks'], Colour]>([
    ['none', [], 'green'],
    ['high and medium', [risk('high', 'medium', null)], 'green'],
    ['one, its mitigation on time', [risk('high', 'high', '2026-07-01')], 'amber'],
    ['one, its mitigation late', [risk('high', 'high', '2026-06-30')], 'red'],
    ['one without a date', [risk('high', 'high', null)], 'red'],
    ['one without a mitigation', [risk('high', 'high', '2026-08-01', '')], 'red'],
    ['two on time', [risk('high', 'high', '2026-08-01'), risk('high', 'high', '2026-08-01')], 'red'],
  ])('%s', (_, risks, colour) => {
    expect(riskOf({ today, risks }).colour).toBe(colour)
  })
})

const met = (...severities: HealthFacts['incidents'][number]['severity'][]) =>
  severities.map((severity, number) => ({ number, severity }))

describe('outcome', () => {
  test.each<[string, HealthFacts['incidents'], Colour]>([
    ['none', [], 'green'],
    ['near misses and a SEV4', met('near_miss', 'near_miss', 'sev4'), 'green'],
    ['one SEV3', met('sev3'), 'amber'],
    ['three SEV3', met('sev3', 'sev3', 'sev3'), 'amber'],
    ['one SEV2', met('sev2'), 'amber'],
    ['two SEV2', met('sev2', 'sev2'), 'red'],
    ['one SEV1', met('sev1'), 'red'],
  ])('%s', (_, incidents, colour) => {
    expect(outcomeOf({ incidents }).colour).toBe(colour)
  })
})

const nothing: HealthFacts = {
  ...{ today, milestones: [], kpis: [], items: [], risks: [], incidents: [] },
  ...{ reportedOn: today, reportDays: 31 },
}

describe('data', () => {
  test.each<[string, Partial<HealthFacts>, Colour]>([
    ['reported today', {}, 'green'],
    ['31 days ago', { reportedOn: '2026-05-31' }, 'green'],
    ['32 days ago', { reportedOn: '2026-05-30' }, 'amber'],
    ['62 days ago', { reportedOn: '2026-04-30' }, 'amber'],
    ['63 days ago', { reportedOn: '2026-04-29' }, 'red'],
    ['a KPI one cycle late', { kpis: [kpi(1, { last: { on: '2026-05-02', value: 1 } })] }, 'amber'],
    ['a KPI over one cycle late', { kpis: [kpi(1, { last: { on: '2026-05-01', value: 1 } })] }, 'red'],
  ])('%s', (_, given, colour) => {
    expect(dataOf({ ...nothing, ...given }).colour).toBe(colour)
  })
})

describe('the whole', () => {
  test.each<[Colour[], Colour]>([
    [['green', 'green'], 'green'],
    [['green', 'amber', 'green'], 'green'],
    [['amber', 'amber', 'green'], 'amber'],
    [['amber', 'red'], 'red'],
    [['red'], 'red'],
  ])('%j is %s', (colours, colour) => {
    expect(worstOf(colours)).toBe(colour)
  })

  test('every dimension says why, and no dimension is better than the whole by more than one amber', () => {
    const colour = fc.constantFrom<Colour>('green', 'amber', 'red')
    fc.assert(
      fc.property(fc.array(colour, { minLength: 6, maxLength: 6 }), (colours) => {
        const whole = worstOf(colours)
        expect(whole === 'red').toBe(colours.includes('red'))
        expect(worstOf([...colours].reverse())).toBe(whole)
        expect(worstOf([...colours, 'green'])).toBe(whole)
      }),
    )
    const { parts } = healthOf(nothing)
    expect(dimensions.every((dimension) => /[.]$/.test(parts[dimension].why))).toBe(true)
  })

  test('only from red to green is a jump', () => {
    expect([
      isJump('red', 'green'),
      isJump('red', 'amber'),
      isJump('amber', 'green'),
      isJump(undefined, 'green'),
    ]).toEqual([true, false, false, false])
  })
})
