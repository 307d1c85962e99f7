import { expect, test } from 'vitest'
import { readLines } from './lines.ts'

const around = { zone: 'Europe/Lisbon', after: new Date('2026-06-10T21:00:00Z') }
const read = (pasted: string, more = {}) => readLines(pasted, { ...around, ...more }).lines

test('reads what people paste, past midnight and out of order', () => {
  const pasted = `
23:50 - Alert for 5xx in Lisbon fires
[23:52] Ada: looking
* 23:51 – Purge queue is at 40,000
0003: Rollback begins
  of the whole region
+4m Errors are falling
2026-06-11 09:15 Review of what was seen

`
  expect(read(pasted).map(({ at, text, newDay, back }) => [at, text, newDay, back])).toEqual([
    ['2026-06-10 23:50', 'Alert for 5xx in Lisbon fires', false, false],
    ['2026-06-10 23:52', 'Ada: looking', false, false],
    ['2026-06-10 23:51', 'Purge queue is at 40,000', false, true],
    ['2026-06-11 00:03', 'Rollback begins of the whole region', true, false],
    ['2026-06-11 00:07', 'Errors are falling', false, false],
    ['2026-06-11 09:15', 'Review of what was seen', false, false],
  ])
})

test('keeps what cannot be read, and says where', () => {
  const lines = read('Everything was slow\n25:99 then better\n14:02 CET the fix went out\n23:10')
  expect(lines.map(({ number, at, text, problem }) => [number, at, text, problem?.slice(0, 25)])).toEqual([
    [1, '', 'Everything was slow', 'Begin the line with its t'],
    [2, '25:99', 'then better', 'Write a time like 14:02, '],
    [3, '14:02 CET', 'the fix went out', 'Leave the abbreviation ou'],
    [4, '2026-06-10 23:10', '', undefined],
  ])
})

test('begins on the day that was named and leads on from there', () => {
  expect(read('23:00 one\n01:00 two', { day: '2026-05-01' }).map(({ at }) => at)).toEqual([
    '2026-05-01 23:00',
    '2026-05-02 01:00',
  ])
})

test('asks about the hour that happened twice', () => {
  const [line] = read('01:30 Alert', { after: new Date('2026-10-25T00:00:00Z') })
  expect(line).toMatchObject({ at: '01:30', problem: expect.stringMatching(/happened twice/) })
})

test.each(['500 requests failed', '12000 requests failed', '+3 nodes', '3 of 4 nodes'])('"%s" is no time', (more) => {
  expect(read(`23:10 first\n${more}`).map(({ text }) => text)).toEqual([`first ${more}`])
})

test('stops at what a timeline can hold', () => {
  const { lines, left } = readLines(Array.from({ length: 502 }, () => '23:10 x').join('\n'), around)
  expect([lines.length, left]).toEqual([500, 2])
})

test('many spaces do not take long to read', () => {
  expect(read(`1402${' '.repeat(50_000)}x`)).toHaveLength(1)
})

test('each line comes with the kind its words suggest', () => {
  const pasted =
    '23:10 The alert fires\n23:12 Somebody declared a SEV2\n23:30 Rolled back in Lisbon\n23:40 Errors are down\n23:41 Tea'
  expect(read(pasted).map(({ kind }) => kind)).toEqual([
    'alert',
    'declaration',
    'rollback',
    'mitigation',
    'observation',
  ])
})
