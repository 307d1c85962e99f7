import { describe, expect, test } from 'vitest'
import { shippedTemplate } from '#lib/templates/shipped.ts'
import { missingFor, type Picture, type PicturedIncident } from './completeness.ts'
import { openMarks } from './marks.ts'

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
  actionItems: [{ number: 5, title: 'Limit it', accepted: true, owned: true, due: true, doneWhen: 'A test shows it' }],
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
  const weak = { number: 5, title: 'Limit it', accepted: true, owned: false, due: true, doneWhen: '' }
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
