import { expect, test } from 'vitest'
import { addBusinessDays, dueDates } from './deadlines.ts'
import { needsSentence, ruleFor, shippedRules, sidesOf, unmetBy } from './model.ts'

const none = new Set<string>()

test.each([
  ['2026-06-10', 1, '2026-06-11'],
  ['2026-06-12', 1, '2026-06-15'],
  ['2026-06-13', 1, '2026-06-15'],
  ['2026-06-10', 5, '2026-06-17'],
])('%s and %i business days make %s', (from, days, to) => {
  expect(addBusinessDays(from, days, none)).toBe(to)
})

test('holidays are no business days', () => {
  expect(addBusinessDays('2026-06-09', 1, new Set(['2026-06-10']))).toBe('2026-06-11')
})

test('the clock starts on the day it is where the team is', () => {
  const mitigatedAt = new Date('2026-06-10T20:00:00Z')
  const terms = { draftDays: 1, publishDays: 2, businessDays: false }
  expect(dueDates(terms, { mitigatedAt, zone: 'America/Denver', holidays: none }).draft).toBe('2026-06-11')
  expect(dueDates(terms, { mitigatedAt, zone: 'Asia/Singapore', holidays: none }).draft).toBe('2026-06-12')
})

test('a team’s own rule comes before everybody’s, and that before what is shipped', () => {
  const everybody = { ...shippedRules.sev2, severity: 'sev2' as const, teamId: null, team: null, approvals: 3 }
  const own = { ...everybody, teamId: 'edge', team: 'Edge', approvals: 4 }
  expect(ruleFor([], 'sev2', 'edge').approvals).toBe(shippedRules.sev2.approvals)
  expect(ruleFor([everybody], 'sev2', 'edge').approvals).toBe(3)
  expect(ruleFor([everybody, own], 'sev2', 'edge')).toMatchObject({ approvals: 4, team: 'Edge' })
  expect(ruleFor([everybody, own], 'sev2', 'control').approvals).toBe(3)
})

test('a program manager stands outside the team, also when a member of it', () => {
  expect(sidesOf({ role: 'member', teamIds: ['edge'] }, 'edge')).toEqual(['owning_team'])
  expect(sidesOf({ role: 'member', teamIds: [] }, 'edge')).toEqual(['outside'])
  expect(sidesOf({ role: 'program_manager', teamIds: ['edge'] }, 'edge')).toEqual(['outside', 'program_manager'])
})

test('a rule is said with its reason, and what is missing with who could give it', () => {
  const rule = ruleFor([], 'sev1', 'edge')
  expect(needsSentence(rule)).toBe(
    '2 approvals, at least one from somebody outside the owning team, or a program manager, because it is a SEV1.',
  )
  expect(unmetBy(rule, [['owning_team'], ['owning_team']])).toContain('outside the owning team')
  expect(unmetBy(rule, [['outside']])).toBe('Ask at least 2 people.')
  expect(unmetBy(rule, [['outside'], ['owning_team']])).toBeNull()
})
