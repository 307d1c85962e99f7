import { expect, test } from 'vitest'
import { doubts } from './doubts.ts'
import type { Milestones } from './model.ts'

const at = (clock: string) => new Date(`2026-06-10T${clock}:00Z`)
const now = at('20:00')
const fine: Milestones = {
  impactStarted: at('12:00'),
  detected: at('12:07'),
  paged: at('12:08'),
  declared: at('12:10'),
  mitigated: at('12:39'),
  resolved: at('15:00'),
}
const window = (start: string, end: string | null) => ({ startedAt: at(start), endedAt: end === null ? null : at(end) })

const cases: [string, Parameters<typeof doubts>[0], string[]][] = [
  ['nothing', { milestones: fine, windows: [window('12:00', '12:40')] }, []],
  ['mitigated before it was detected', { milestones: { ...fine, mitigated: at('12:03') } }, ['doubtful mitigated']],
  ['declared before it was detected', { milestones: { ...fine, declared: at('12:01') } }, ['doubtful declared']],
  ['over before it began', { milestones: { ...fine, resolved: at('11:00') } }, ['impossible resolved']],
  ['a window before the impact', { milestones: fine, windows: [window('11:58', null)] }, ['doubtful impactStarted']],
  ['a window after the impact', { milestones: fine, windows: [window('12:05', null)] }, ['doubtful impactStarted']],
  ['fine before users are', { milestones: fine, windows: [window('12:00', '12:20')] }, ['doubtful mitigated']],
  ['the alert as the start', { milestones: { ...fine, detected: at('12:00') } }, ['doubtful impactStarted']],
  [
    'the alert as the start, measured',
    { milestones: { ...fine, detected: at('12:00') }, impactStartBasis: 'measured' },
    [],
  ],
]
test.each(cases)('%s', (_, told, expected) => {
  expect(doubts(told, now).map(({ weight, milestone }) => `${weight} ${milestone}`)).toEqual(expected)
})
