import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as samples from '#lib/testing/transcripts.ts'
import { type Given, hear } from './hear.ts'
import { linesIn } from './said.ts'

const around = {
  zone: 'Europe/Lisbon',
  near: [new Date('2026-06-09T22:30:00Z')],
  now: new Date('2026-06-20T00:00:00Z'),
}
const heard = (transcript: string, more: Partial<Given> = {}) => hear({ transcript, ...more }, around)
const told = (transcript: string, more: Partial<Given> = {}) =>
  heard(transcript, more).items.map(({ at, speaker, text }) => [
    at?.toISOString().slice(5, 19) ?? null,
    speaker,
    text.slice(0, 42),
  ])

describe('each way a transcript comes', () => {
  test('Slack, as its window is copied now', () => {
    expect(heard(samples.slackWindow).format).toBe('slack')
    expect(told(samples.slackWindow)).toEqual([
      ['06-09T22:41:00', 'PagerDuty', '[FIRING] edge-lis 5xx ratio above 2 % for '],
      ['06-09T22:43:00', 'Marta Reis', 'looking'],
      ['06-09T22:44:00', 'Marta Reis', 'purge queue is at 40k and growing'],
      ['06-09T22:52:00', 'Kenji Ito', 'I think the 22:30 config push did it\n@Mart'],
      ['06-09T23:03:00', 'Marta Reis', 'rolling back lis now'],
    ])
  })

  test('Slack, as it was copied before, with times in brackets', () => {
    expect(heard(samples.slackBrackets).format).toBe('slack')
    expect(told(samples.slackBrackets)).toEqual([
      ['06-09T22:41:00', 'PagerDuty', '[FIRING] edge-lis 5xx ratio'],
      ['06-09T22:43:00', 'Marta Reis', 'looking'],
      ['06-09T22:44:00', 'Marta Reis', 'purge queue is at 40k'],
      ['06-09T23:03:00', 'Kenji Ito', 'rolling back lis now'],
    ])
  })

  test('Teams', () => {
    expect(heard(samples.teams).format).toBe('teams')
    expect(told(samples.teams)).toEqual([
      ['06-09T22:43:00', 'Marta Reis', 'looking at the 5xx alert'],
      ['06-09T22:52:00', 'Kenji Ito (Platform)', 'could be the config push\nchecking'],
      ['06-09T23:03:00', 'Marta Reis', 'rolling back lis now'],
    ])
  })

  test.each([
    ['with full dates', samples.lark],
    ['in Chinese', samples.feishu],
  ])('Feishu and Lark, %s', (_, transcript) => {
    const { format, items } = heard(transcript)
    expect(format).toBe('lark')
    expect(items.map(({ at, text }) => [at?.toISOString().slice(5, 16), text.split('\n').length])).toEqual([
      ['06-09T22:43', 1],
      ['06-09T22:52', 2],
      ['06-09T23:03', 1],
    ])
  })

  test('a Slack export', () => {
    const { format, items } = heard(samples.slackExport)
    expect(format).toBe('slack_export')
    expect(items.map(({ at, speaker, text, precision }) => [at?.toISOString(), speaker, text, precision])).toEqual([
      ['2026-06-09T22:41:03.000Z', 'PagerDuty', 'Triggered: edge-lis 5xx ratio', 'exact'],
      [
        '2026-06-09T22:43:20.000Z',
        'Marta Reis',
        'looking, @Kenji Ito & see board (https://grafana.example/d/5xx)',
        'exact',
      ],
      ['2026-06-09T22:52:00.500Z', 'Kenji Ito', '@Marta Reis the push did it', 'exact'],
    ])
  })

  test('PagerDuty log entries', () => {
    expect(heard(samples.pagerDuty).format).toBe('pagerduty')
    expect(
      heard(samples.pagerDuty).items.map(({ at, kind, text }) => [at?.toISOString().slice(11, 19), kind, text]),
    ).toEqual([
      ['22:41:00', 'alert', 'Triggered through the API'],
      ['22:41:05', 'page', 'Notified Marta Reis by phone'],
      ['22:42:31', 'acknowledgement', 'Acknowledged by Marta Reis'],
      ['23:20:00', 'recovery', 'Resolved by Marta Reis'],
    ])
  })

  test('alerts as JSON, and one record a line', () => {
    expect(
      heard(samples.alerts).items.map(({ at, kind, text }) => [at?.toISOString().slice(11, 19), kind, text]),
    ).toEqual([['22:40:12', 'alert', '5xx above 2 % in lis']])
    const lines = '{"ts":1781044860,"msg":"queue 40000"}\n{"time":"2026-06-09T22:50:00Z","message":"queue 52000"}'
    expect(told(lines)).toEqual([
      ['06-09T22:41:00', '', 'queue 40000'],
      ['06-09T22:50:00', '', 'queue 52000'],
    ])
  })

  test('CSV with quoted line ends, and dates as a spreadsheet writes them', () => {
    expect(heard(samples.csv).format).toBe('csv')
    expect(told(samples.csv)).toEqual([
      ['06-09T22:41:00', 'pager', 'Alert fired, "edge-lis"\nratio 2 %'],
      ['06-09T23:03:00', 'marta', 'Rolled back'],
      [null, 'kenji', 'no time here'],
    ])
    expect(told('Date;Message\n13.06.2026 14:02;a\n14.06.2026 2:05 PM;b')).toEqual([
      ['06-13T13:02:00', '', 'a'],
      ['06-14T13:05:00', '', 'b'],
    ])
  })

  test('lines with a time', () => {
    expect(
      heard('23:41 alert\nof the edge\n~00:10 page\nx').items.map(({ at, precision, text }) => [
        at?.toISOString().slice(5, 16),
        precision,
        text,
      ]),
    ).toEqual([
      ['06-09T22:41', 'minute', 'alert of the edge'],
      ['06-09T23:10', 'about', 'page x'],
    ])
  })
})

describe('what is open is asked, never guessed', () => {
  test('whether the day or the month comes first', () => {
    const open = '[6/9/2026 11:43 PM] Marta Reis\nlooking\n'
    expect(heard(open)).toMatchObject({
      openDates: true,
      items: [{ at: null, problem: expect.stringMatching(/two ways/) }],
    })
    expect(told(open, { dates: 'month_first' })[0]?.[0]).toBe('06-09T22:43:00')
    expect(heard(open, { dates: 'day_first' }).items[0]).toMatchObject({
      at: null,
      problem: expect.stringMatching(/future/),
    })
    expect(told(`${open}[6/13/2026 9:00 AM] Marta Reis\nwritten up\n`).map(([at]) => at)).toEqual([
      '06-09T22:43:00',
      '06-13T08:00:00',
    ])
  })

  test('an abbreviation that several zones share', () => {
    expect(heard('23:41 CST alert').items[0]).toMatchObject({
      at: null,
      problem: expect.stringMatching(/abbreviation/),
    })
  })

  test('an hour that happened twice, and one that never did', () => {
    const night = (zone: string, transcript: string, day: string) =>
      hear({ transcript, day }, { ...around, zone, now: new Date('2027-01-01T00:00:00Z') }).items.map(
        ({ problem }) => problem,
      )
    expect(night('America/New_York', '01:30 alert', '2026-11-01')[0]).toMatch(/happened twice in America\/New_York/)
    expect(night('America/New_York', '02:30 alert', '2026-03-08')[0]).toMatch(/was skipped/)
    expect(night('Australia/Lord_Howe', '01:45 alert', '2026-04-05')[0]).toMatch(/happened twice/)
    expect(night('Australia/Lord_Howe', '02:15 alert', '2026-10-04')[0]).toMatch(/was skipped/)
    expect(night('Asia/Kathmandu', '01:30 alert\n02:30 more', '2026-03-29')).toEqual(['', ''])
  })
})

describe('names', () => {
  test('are found, with who is only spoken to', () => {
    expect(heard(samples.slackWindow).names).toEqual([
      { name: 'Marta Reis', said: 3, initials: 'MR' },
      { name: 'PagerDuty', said: 1, initials: 'P' },
      { name: 'Kenji Ito', said: 1, initials: 'KI' },
      { name: 'Ana Lopes', said: 0, initials: 'AL' },
    ])
  })

  test('stay until somebody confirms their roles, and are gone afterwards', () => {
    const names = [{ name: 'Marta Reis', role: 'Incident lead' }]
    expect(heard(samples.slackWindow, { names }).items[1]).toMatchObject({ speaker: 'Marta Reis', role: '' })
    const { items } = heard(samples.slackWindow, { names, rename: true })
    expect(items[1]).toMatchObject({ speaker: '', role: 'Incident lead' })
    expect(items[3]?.text).toBe('I think the 22:30 config push did it\nIncident lead can you ask AL?')
    expect(JSON.stringify(items)).not.toMatch(/Marta|Reis|Kenji|Ito\b|Ana Lopes/)
  })
})

describe('nothing is lost', () => {
  const piece = fc.oneof(
    fc.constantFrom(...Object.values(samples).flatMap((sample) => sample.split('\n'))),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('14:02 text', '[14:02] Marta Reis', 'New', '{"a":1}', 'time,text', '"', '[', 'Tuesday, June 9th'),
  )

  test('every line that is not empty is in some evidence or named as an aside', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 14 }), (pieces) => {
        const transcript = pieces.join('\n').toWellFormed()
        const { format, items, asides } = heard(transcript)
        if (['slack_export', 'pagerduty', 'json'].includes(format)) return
        const filled = linesIn(transcript).filter((line) => line.trim() !== '').length
        const kept = items.reduce((sum, { lines }) => sum + lines, 0)
        expect(kept + asides.length).toBe(filled)
        for (const { at, problem } of items) expect(at === null).toBe(problem !== '')
      }),
      { numRuns: 500 },
    )
  })

  test('every record of a JSON list is in some evidence', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.json().map((text) => JSON.parse(text) as unknown),
          { minLength: 1, maxLength: 20 },
        ),
        (records) => {
          expect(heard(JSON.stringify(records)).items.map(({ line }) => line)).toEqual(
            records.map((_, index) => index + 1),
          )
        },
      ),
      { numRuns: 200 },
    )
  })

  test('a message longer than one piece goes on in the next', () => {
    const { items } = heard(`23:41 ${'😀x'.repeat(10_000)}`)
    expect(items.map(({ text }) => text).join('')).toBe('😀x'.repeat(10_000))
    expect(items.every(({ text }) => text.isWellFormed())).toBe(true)
  })

  test('too much is refused as a whole', () => {
    const many = Array.from({ length: 2_001 }, () => '23:41 x').join('\n')
    expect(heard(many).problem).toMatch(/2,001 messages; 2,000 fit/)
  })
})

test.each([
  ['a quote nobody closes', `time,text\n"${'a,'.repeat(150_000)}`],
  ['a deep list', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['many spaces', `Marta${' '.repeat(200_000)}14:02`],
  ['long names', `${'Aa '.repeat(100_000)}\n14:02\nx`],
  ['brackets', '['.repeat(200_000)],
  ['times', '14:02 '.repeat(80_000)],
  ['mentions', '23:41 '.concat('@Aa Bb Cc '.repeat(40_000))],
  ['tags', `[{"time":"2026-06-09T22:50:00Z","text":"<p${'<'.repeat(200_000)}"}]`],
  ['own names of objects', '[{"__proto__":{"time":"x"},"constructor":"y","time":"2026-06-09T22:50:00Z","text":"z"}]'],
])('hostile input ends: %s', (_, transcript) => {
  expect(heard(transcript, { rename: true }).items.length).toBeGreaterThan(0)
})
