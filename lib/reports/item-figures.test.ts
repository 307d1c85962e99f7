import { expect, test } from 'vitest'
import { burnUp, itemFigures, type Life, standingAt, type Turn } from './item-figures.ts'

const at = (day: string) => Date.parse(`${day}T12:00:00Z`)

type Sketch = Partial<Omit<Life, 'dues' | 'turns' | 'heard'>> & {
  accepted?: string
  due: string
  moved?: [string, string][]
  turns?: [string, Turn][]
  heard?: [string, boolean][]
}
const life = ({ accepted, due, moved = [], turns = [], heard = [], ...rest }: Sketch): Life => ({
  ...{ weighty: false, strong: false, evidenceAt: null },
  acceptedAt: accepted ? at(accepted) : null,
  firstDue: due,
  dues: moved.map(([day, dueOn]) => ({ at: at(day), dueOn })),
  turns: turns.map(([day, to]) => ({ at: at(day), to })),
  heard: heard.map(([day, inProgress]) => ({ at: at(day), inProgress })),
  dateAt: (instant) => new Date(instant).toISOString().slice(0, 10),
  ...rest,
})

/** The second quarter of 2026, looked at on its last day at noon. */
const quarter = { from: at('2026-04-01'), to: at('2026-06-30') }

/** Ten promises, each on a line that says what becomes of it. */
const lives = [
  life({
    accepted: '2026-04-02',
    due: '2026-05-01',
    turns: [['2026-04-20', 'done']],
    strong: true,
    evidenceAt: at('2026-04-20'),
  }),
  life({ accepted: '2026-04-05', due: '2026-05-01', turns: [['2026-05-10', 'done']] }),
  life({
    accepted: '2026-04-10',
    due: '2026-05-15',
    moved: [['2026-05-10', '2026-06-15']],
    turns: [['2026-06-10', 'done']],
  }),
  life({ accepted: '2026-04-15', due: '2026-05-20', weighty: true, heard: [['2026-06-01', true]] }),
  life({ accepted: '2026-05-01', due: '2026-06-10', heard: [['2026-06-25', true]] }),
  life({ accepted: '2026-05-05', due: '2026-08-01' }),
  life({ accepted: '2026-05-06', due: '2026-06-20', turns: [['2026-06-01', 'given_up']] }),
  life({
    accepted: '2026-05-07',
    due: '2026-06-20',
    turns: [
      ['2026-05-20', 'done'],
      ['2026-06-20', 'again'],
    ],
  }),
  life({ accepted: '2026-05-08', due: '2026-06-20', turns: [['2026-05-09', 'merged']] }),
  life({ due: '2026-06-20' }),
]

test('every figure is what is counted by hand', () => {
  const figures = itemFigures(lives, quarter)
  expect(figures).toMatchObject({
    // All but the merged one and the one nobody accepted.
    accepted: 8,
    // 4, 5, 6 and the one that came back.
    open: 4,
    // 4 since 20 May, 5 since 10 June, the one that came back since 20 June.
    overdue: 3,
    overdueWeighty: 1,
    stale: 1,
    // 1, 2 and 3 of the seven that nobody gave up.
    closure: { done: { of: 3, n: 7 }, givenUp: 1 },
    // First dates within the quarter: 1, 2, 3, 4, 5 and the one that came back; only 1 was done by its own.
    onTime: { first: { of: 1, n: 6 }, current: { of: 2, n: 6 } },
    evidenced: { of: 1, n: 3 },
    reopened: { of: 1, n: 4 },
    strong: { done: { of: 1, n: 3 }, accepted: { of: 1, n: 8 } },
  })
  // Days since acceptance on 30 June: 76, 60, 56 and 54.
  expect(figures.age.buckets).toEqual([
    { from: 0, count: 0 },
    { from: 15, count: 0 },
    { from: 31, count: 3 },
    { from: 61, count: 1 },
    { from: 91, count: 0 },
  ])
  // Done after 18, 35 and 61 days; at 61 two were left of seven: 6/7 · 5/6 · 1/2 is the first at or under a half.
  expect(figures.timeToDone).toMatchObject({ n: 7, done: 3, median: 61 })
})

test('as of an earlier day it is what it was then', () => {
  expect(itemFigures(lives, { from: at('2026-04-01'), to: at('2026-05-25') })).toMatchObject({
    ...{ accepted: 8, open: 5, overdue: 1, overdueWeighty: 1, stale: 0 },
    closure: { done: { of: 3, n: 8 }, givenUp: 0 },
  })
})

test('what came back is open again from that day on', () => {
  const [, , , , , , , back] = lives
  const states = ['2026-05-06', '2026-05-10', '2026-05-20', '2026-06-19', '2026-06-20'].map((day) =>
    back ? standingAt(back, at(day)).state : null,
  )
  expect(states).toEqual(['unaccepted', 'open', 'done', 'done', 'open'])
})

test('two lines never cross: what ended had been accepted', () => {
  const days = Array.from({ length: 91 }, (_, day) => quarter.from + day * 86_400_000)
  const lines = burnUp(lives, days)
  expect(lines.at(0)).toMatchObject({ accepted: 0, ended: 0 })
  expect(lines.at(-1)).toMatchObject({ accepted: 8, ended: 4 })
  expect(lines.every(({ accepted, ended }) => ended <= accepted)).toBe(true)
})
