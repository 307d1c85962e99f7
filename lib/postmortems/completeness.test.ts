import { describe, expect, test } from 'vitest'
import { shippedTemplate } from '#lib/templates/shipped.ts'
import { heldBack, missingFor, type Picture, type PicturedIncident } from './completeness.ts'
import { openMarks, settledIn } from './marks.ts'
import { type Settleable, settledFacts, wayOut } from './settled.ts'

const at = (time: string) => new Date(`2026-06-10T${time}:00Z`)
const milestones = { impactStarted: at('10:00'), detected: at('10:04'), mitigated: at('10:40') }
const counts = {
  services: 1,
  windows: 1,
  timeline: 1,
  mechanisms: 1,
  locations: 1,
  trigger: 1,
  detection: 1,
  factors: 2,
  defences: 1,
  mitigations: 1,
}
const incident: PicturedIncident = {
  ...{ number: 7, milestones, counts, links: ['https://graphs.example/1'] },
  windows: [{ endedAt: at('10:40'), scope: 'Lisbon' }],
  timeline: [{ text: 'Errors rise', source: 'graph' }],
}
const template = shippedTemplate('classic')
const picture: Picture = {
  ...{ number: 42, template, leadId: 'max', severity: 'sev2', incident, noActionReason: null, now: at('14:00') },
  sections: template.sections.map(({ key, heading }) => ({ key, heading, body: 'Written.' })),
  actionItems: [
    {
      number: 5,
      title: 'Limit it',
      accepted: true,
      undecided: false,
      owned: true,
      due: true,
      doneWhen: 'A test shows it',
    },
  ],
  reviewerIds: ['ines'],
}
const ids = (stage: 'review' | 'publish', change: Partial<Picture>) =>
  missingFor(stage, { ...picture, ...change }).map(({ id }) => id)
const withIncident = (change: Partial<PicturedIncident>) => ({ incident: { ...incident, ...change } })
const written = (key: string, body: string) => ({
  sections: picture.sections.map((section) => (section.key === key ? { ...section, body } : section)),
})

test('nothing is missing from a whole one', () => {
  expect(missingFor('publish', picture)).toEqual([])
})

describe('before review', () => {
  test.each<[string, Partial<Picture>, string[]]>([
    ['an empty section', written('summary', '  '), ['section.summary']],
    [
      'a mark in the text',
      written('summary', 'It began [unknown: when?].\n\nTODO'),
      ['mark.summary.0', 'mark.summary.1'],
    ],
    [
      'a mark in the timeline',
      withIncident({ timeline: [{ text: '??:?? it stopped', source: '' }] }),
      ['mark.timeline.0.0'],
    ],
    ['an open window', withIncident({ windows: [{ endedAt: null, scope: 'Lisbon' }] }), ['window.0']],
    [
      'a broken order',
      withIncident({ milestones: { ...milestones, mitigated: at('09:00') } }),
      ['milestone.mitigated'],
    ],
    ['an unknown milestone', withIncident({ milestones: { ...milestones, detected: null } }), ['fact.milestones']],
    ['no evidence', withIncident({ links: [] }), ['fact.evidence']],
    ['no service', withIncident({ counts: { ...counts, services: 0 } }), ['fact.services']],
  ])('%s is named with its place', (_, change, expected) => {
    expect(ids('review', change)).toEqual(expected)
    for (const { href, why } of missingFor('review', { ...picture, ...change })) {
      expect(href).toMatch(/^\/(postmortems\/42|incidents\/7)\//)
      expect(why).not.toBe('')
    }
  })

  test('a link in any section is evidence', () => {
    expect(
      ids('review', { ...withIncident({ links: [] }), ...written('impact', 'See https://graphs.example/2.') }),
    ).toEqual([])
  })

  test('what is asked before publication is not asked yet', () => {
    expect(ids('review', { actionItems: [], reviewerIds: null, ...written('went_well', '') })).toEqual([])
  })
})

describe('before publication', () => {
  const weak = { number: 5, title: 'Limit it', accepted: true, undecided: false, owned: false, due: true, doneWhen: '' }
  test.each<[string, Partial<Picture>, string[]]>([
    ['one factor of a SEV2', withIncident({ counts: { ...counts, factors: 1 } }), ['fact.factors']],
    ['an accepted item without owner and exit criterion', { actionItems: [weak] }, ['item.5']],
    ['no item and no reason', { actionItems: [] }, ['fact.action_items']],
    ['only the lead as reviewer', { reviewerIds: ['max'] }, ['reviewers']],
    ['what review asks for', written('summary', ''), ['section.summary']],
  ])('%s is named', (_, change, expected) => {
    expect(ids('publish', change)).toEqual(expected)
  })

  test('a reason for no items will do, and a proposal is not held to what a promise is', () => {
    expect(ids('publish', { actionItems: [], noActionReason: 'The vendor mends it.' })).toEqual([])
    expect(ids('publish', { actionItems: [{ ...weak, accepted: false }] })).toEqual([])
  })
})

describe('what is told and what holds back', () => {
  const late = withIncident({
    ...{ milestones: { ...milestones, mitigated: at('09:00') }, windows: [{ endedAt: null, scope: 'Lisbon' }] },
  })
  const weak = { number: 5, title: 'Limit it', accepted: true, undecided: false, owned: false, due: true, doneWhen: '' }
  const idea = { ...weak, accepted: false, undecided: true }
  const held = (change: Partial<Picture>) => heldBack('publish', { ...picture, ...change }).map(({ field }) => field)

  test('a SEV2 waits for its order, its open windows and its weak promises; a SEV3 is only told', () => {
    const change = { ...late, actionItems: [weak] }
    const fields = ['milestones.mitigated', 'windows.0.endedAt', 'actionItems.5']
    expect(held(change)).toEqual(fields)
    expect(held({ ...change, severity: 'sev3' })).toEqual([])
    const told = missingFor('publish', { ...picture, ...change, severity: 'sev3' })
    expect(told.map(({ field }) => field)).toEqual(fields)
  })

  test('whatever the severity, what the template requires and marks left in the text hold it back', () => {
    const written = { key: 'summary', heading: 'Summary', body: 'TODO' }
    const sections = [written, ...picture.sections.slice(1)]
    expect(held({ sections, severity: 'sev4', ...withIncident({ counts: { ...counts, services: 0 } }) })).toEqual([
      'services',
      'sections.summary',
    ])
  })

  test('a SEV2 leaves no idea undecided, a SEV3 may', () => {
    expect(held({ actionItems: [idea] })).toEqual(['actionItems.5'])
    expect(missingFor('publish', { ...picture, actionItems: [idea], severity: 'sev3' })).toEqual([])
  })

  test('every line of a refusal leads to the page where it is mended', () => {
    expect(heldBack('publish', { ...picture, ...late, actionItems: [idea] })).toEqual([
      {
        field: 'milestones.mitigated',
        message: 'Mitigated stands before Impact started.',
        href: '/incidents/7/facts/milestones',
      },
      {
        field: 'windows.0.endedAt',
        message: 'The impact on “Lisbon” has no end.',
        href: '/incidents/7/facts/windows',
      },
      {
        field: 'actionItems.5',
        message: 'Nobody has decided about AI-5 “Limit it” yet.',
        href: '/postmortems/42/publication#undecided',
      },
    ])
  })
})

describe('what stays unknown', () => {
  const bare = withIncident({
    ...{ milestones: {}, links: [], timeline: [], windows: [{ endedAt: null, scope: 'Lisbon' }] },
    counts: Object.fromEntries(Object.keys(counts).map((key) => [key, 0])),
  })
  const because = (name: Settleable) => wayOut(name).replace('…', 'the logs had rotated')

  test('each line offers a sentence that settles it, once it has a reason', () => {
    const asked = missingFor('publish', { ...picture, ...bare })
    expect(asked.map(({ id }) => id)).toContain('fact.factors')
    const offered = asked.flatMap(({ remedy }) => remedy.match(/\[stays unknown: [^\]]+\]/g) ?? [])
    expect(ids('publish', { ...bare, ...written('summary', offered.join('\n')) })).toEqual([
      ...asked.map(({ id }) => id),
      ...offered.map((_, index) => `mark.summary.${index}`),
    ])
    const said = offered.map((mark) => mark.replace('…', 'the logs had rotated')).join('\n')
    expect(ids('publish', { ...bare, ...written('summary', said) })).toEqual([])
  })

  test.each<[string, string]>([
    ['when did impact start?', 'impactStarted'],
    ['when were users back to normal?', 'mitigated'],
    ['when and how was it detected?', 'detected'],
    ['when did it end?', 'windowEnd'],
    ['which event turned the weakness into impact?', 'trigger'],
    ['how did we first know?', 'detection'],
    ['which conditions had to be true together?', 'factors'],
    ['what shows it?', 'evidence'],
  ])('the prepared question %j is settled by answering it so', (question, name) => {
    expect(settledFacts([`[stays unknown: ${question} because nobody wrote it down]`])).toContain(name)
  })

  test('one settles its own fact alone', () => {
    expect([...settledFacts([because('impactStarted')])]).toEqual(['impactStarted'])
    expect([...settledFacts([because('trigger')])]).toEqual(['trigger'])
  })

  test.each([
    ['[stays unknown: trigger, because the logs had rotated]', ['trigger']],
    ['[Stays unknown: Trigger because the logs had rotated]', ['trigger']],
    ['[stays unknown: trigger]', []],
    ['[stays unknown: trigger, because …]', []],
    ['`[stays unknown: trigger, because of the logs]`', []],
  ])('%j settles %j', (text, facts) => {
    expect(settledIn(text)).toEqual(facts)
    expect(openMarks(text)).toHaveLength(facts.length === 0 && !text.startsWith('`') ? 1 : 0)
  })
})

test('a lower severity asks for less, and one factor explains it', () => {
  const lighter = { severity: 'sev3' as const, ...withIncident({ counts: { ...counts, factors: 1 }, links: [] }) }
  expect(ids('publish', { ...lighter, ...written('detection', '') })).toEqual([])
})

test('a severity that was raised asks for sections the document does not have, and leads to where they are added', () => {
  const sections = picture.sections.filter(({ key }) => key !== 'response')
  expect(missingFor('publish', { ...picture, sections })).toMatchObject([
    { id: 'section.response', href: '/postmortems/42/template' },
  ])
})

test('facts an incident keeps no list of are not asked for', () => {
  const { factors: _, defences: __, ...some } = counts
  expect(ids('publish', withIncident({ counts: some }))).toEqual([])
})

test.each([
  ['It began [unknown: when?].', 1],
  ['[unknown]', 1],
  ['TODO: ask. TBD.', 2],
  ['At ??:?? it stopped', 1],
  ['?? percent', 1],
  ['Really?? Yes.', 0],
  ['`TODO` in the log', 0],
  ['```\nTODO\n```', 0],
  ['~~~\nTODO\n```\nTODO\n~~~\nTODO', 1],
  ['An unknown number of requests', 0],
  ['[unknown caller](https://example.com)', 0],
])('%j holds %i open marks', (text, count) => {
  expect(openMarks(text)).toHaveLength(count)
})
