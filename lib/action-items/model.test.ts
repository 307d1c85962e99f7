import { expect, test } from 'vitest'
import { mayDecide, mayMove, nextDecisions, nextSteps } from './model.ts'
import { type CommitmentKind, commitments, type Priority, type ProgressKind, progresses } from './vocabulary.ts'

const state = (commitment: CommitmentKind, progress: ProgressKind, priority: Priority = 'p3') => ({
  ...{ commitment, progress, priority },
  closed: false,
})

test.each<[ProgressKind, ProgressKind[], ProgressKind[]]>([
  [
    'open',
    ['in_progress', 'blocked', 'in_verification', 'verified', 'dropped'],
    ['in_progress', 'blocked', 'in_verification'],
  ],
  ['in_progress', ['blocked', 'in_verification', 'verified', 'dropped'], ['blocked', 'in_verification']],
  ['blocked', ['in_progress', 'dropped'], ['in_progress']],
  ['in_verification', ['in_progress', 'verified', 'dropped'], ['in_progress', 'verified']],
  ['verified', ['regressed'], ['regressed']],
  [
    'regressed',
    ['in_progress', 'blocked', 'in_verification', 'verified', 'dropped'],
    ['in_progress', 'blocked', 'in_verification'],
  ],
  ['dropped', ['open'], ['open']],
])('from %s a P3 goes on to %j, and a P0 to %j', (progress, light, heavy) => {
  expect(nextSteps(state('accepted', progress))).toEqual(light)
  expect(nextSteps(state('accepted', progress, 'p0'))).toEqual(heavy)
})

test.each<[CommitmentKind, CommitmentKind[]]>([
  ['proposed', ['accepted', 'risk_accepted', 'declined', 'duplicate', 'handed']],
  ['accepted', ['risk_accepted', 'duplicate']],
  ['risk_accepted', ['proposed', 'accepted', 'risk_accepted']],
  ['declined', ['proposed', 'accepted']],
  ['duplicate', ['proposed']],
  ['handed', ['proposed']],
])('what is %s can become %j', (commitment, next) => {
  expect(nextDecisions(state(commitment, 'open'))).toEqual(next)
})

test('what cannot be done says why, and nothing moves that was not accepted', () => {
  for (const commitment of Object.keys(commitments) as CommitmentKind[])
    for (const progress of Object.keys(progresses) as ProgressKind[]) {
      const from = state(commitment, progress)
      if (commitment !== 'accepted') expect(nextSteps(from)).toEqual([])
      if (progress === 'verified' || progress === 'dropped') expect(nextDecisions(from)).toEqual([])
      const refused = [
        ...Object.keys(commitments).map((to) => mayDecide(from, to as CommitmentKind)),
        ...Object.keys(progresses).map((to) => mayMove(from, to as ProgressKind)),
      ].flatMap((decision) => (decision.allowed ? [] : [decision.reason]))
      expect(refused.every((reason) => /[.]$/.test(reason))).toBe(true)
    }
})
