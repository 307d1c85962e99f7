import { beforeEach, describe, expect, test } from 'vitest'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { changeSeverity } from '#lib/incidents/change-severity.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { draftPostmortem } from './draft.ts'
import { editPostmortem } from './edit.ts'
import { openMarks } from './marks.ts'
import { moveTemplate, previewMove } from './move-template.ts'
import { getMissing } from './picture.ts'
import { recordNearMiss } from './record-near-miss.ts'
import { getSuggestions } from './suggested.ts'

let cast: World
beforeEach(async () => {
  const fresh = await testDatabase()
  await fresh.empty()
  cast = await world(fresh)
})

const facts = {
  ...{ title: 'Stale weights sent traffic to a draining site', severity: 'sev2', kind: 'degradation', team: 'edge' },
  services: [{ service: 'edge-proxy', role: 'origin' }],
  milestones: {
    impactStarted: '2026-06-09T10:00:00Z',
    detected: '2026-06-09T10:07:00Z',
    mitigated: '2026-06-09T10:41:00Z',
  },
  windows: [
    {
      ...{ startedAt: '2026-06-09T10:00:00Z', endedAt: '2026-06-09T10:41:00Z', scope: 'Lisbon' },
      ...{ trafficShare: 0.06, failingShare: 0.18, symptom: 'Time-outs' },
    },
  ],
  mechanisms: ['dat.stale', 'net.drain'],
}
const record = (change: object = {}, who: Name = 'max', now?: Date) =>
  cast.done(who, recordIncident, { ...facts, ...change }, now)
const draft = async (incident: number, change: object = {}) => {
  const { sections, ...rest } = await cast.done('max', draftPostmortem, { incident, ...change })
  return { ...rest, text: Object.fromEntries(sections.map(({ key, body }) => [key, body])) }
}
const marks = (text: Record<string, string>) => Object.values(text).flatMap((body) => openMarks(body))

describe('from facts alone', () => {
  test('a new postmortem says what is known, and asks what is not', async () => {
    const { number } = await record()
    const { text, title, template, team } = await draft(number)
    expect({ title, template, team: team.slug }).toEqual({ title: facts.title, template: 'classic', team: 'edge' })
    expect(text.summary).toContain('From 9 Jun 2026, 10:00 UTC to 9 Jun 2026, 10:41 UTC (41 min)')
    expect(text.summary).toContain('At its widest it reached 6 % of traffic, of which 18 % failed.')
    expect(text.summary).toContain('It was detected after 7 min.')
    expect(text.summary).toContain('[unknown: what ended the impact?]')
    expect(text.impact).toContain('| Lisbon | 6 % | 18 % |')
    expect(text.factors).toContain('**Stale state taken as fresh**')
    expect(text.lessons).toBe('')
    const { review } = await cast.read('max', (work) => getMissing(work, 1))
    expect(review.filter(({ id }) => id.startsWith('mark.')).length).toBe(marks(text).length)
  })

  test('nothing is invented from nothing: every sentence without a fact is a question', async () => {
    const bare = { services: [], milestones: {}, windows: [], mechanisms: [] }
    const { number } = await record(bare)
    const { text } = await draft(number)
    for (const key of ['summary', 'impact', 'timeline_notes', 'trigger', 'factors', 'defences', 'mitigation'])
      expect(openMarks(text[key] ?? ''), key).not.toEqual([])
    expect(JSON.stringify(text)).not.toMatch(/\d{2}:\d{2}|\d+ %|\d+ min/)
  })

  test('what facts hold of Markdown stands as it is', async () => {
    const { number } = await record({ windows: [{ ...facts.windows[0], scope: 'a|b *c* <d>' }] })
    expect((await draft(number)).text.impact).toContain('a\\|b \\*c\\* \\<d\\>')
  })
})

describe('what was learned before', () => {
  const earlier = new Date('2026-05-01T12:00:00Z')
  const before = {
    milestones: { impactStarted: '2026-05-01T10:00:00Z' },
    windows: [],
    title: 'Stale weights after a failover',
  }

  test('an earlier incident and an item that was open are suggested, with why', async () => {
    const old = await record(before, 'max', earlier)
    const pm = await cast.done('max', draftPostmortem, { incident: old.number }, earlier)
    const item = {
      title: 'Show the age of weights',
      priority: 'p1',
      team: 'edge',
      dueOn: '2026-07-01',
      postmortem: pm.number,
    }
    await cast.done('max', proposeActionItem, item, earlier)
    const { number, text } = await draft((await record()).number)
    expect(text.evidence).toContain(`[INC-${old.number} Stale weights after a failover](/incidents/${old.number})`)
    expect(text.evidence).toContain('Same mechanism: Stale state taken as fresh')
    expect(text.actions).toContain('Show the age of weights')
    const { similar, preventing } = await cast.read('max', (work) => getSuggestions(work, number))
    expect(similar).toMatchObject([
      { number: old.number, because: expect.arrayContaining(['Same service: edge-proxy (origin both times)']) },
    ])
    expect(preventing).toMatchObject([{ title: 'Show the age of weights', closed: false }])
    expect(await cast.read('max', (work) => getSuggestions(work, number))).toMatchObject({ similar, preventing })
  })

  test('later incidents and unlike ones are not', async () => {
    await record({ ...before, services: [], mechanisms: ['nam.cert'], title: 'A certificate ran out' }, 'max', earlier)
    const { number } = await draft((await record()).number)
    await record({ ...before, milestones: { impactStarted: '2026-06-10T10:00:00Z' } })
    expect(await cast.read('max', (work) => getSuggestions(work, number))).toMatchObject({
      ...{ similar: [], preventing: [] },
    })
  })

  test('a text tells no reader of an incident closed to them, and neither does the panel', async () => {
    const hidden = {
      ...before,
      visibility: 'restricted',
      restrictedReason: 'security',
      title: 'Stale weights, secretly',
    }
    await record(hidden, 'max', earlier)
    await record({ ...before, visibility: 'team', title: 'Stale weights of ours' }, 'max', earlier)
    const { number, text } = await draft((await record()).number)
    expect(JSON.stringify(text)).not.toMatch(/secretly|of ours/)
    const titles = async (who: Name) =>
      (await cast.read(who, (work) => getSuggestions(work, number))).similar.map(({ title }) => title).sort()
    expect(await titles('max')).toEqual(['Stale weights of ours', 'Stale weights, secretly'])
    expect(await titles('ines')).toEqual(['Stale weights of ours'])
    expect(await titles('tom')).toEqual([])
  })
})

describe('a near miss', () => {
  const given = {
    ...{ title: 'A purge for staging almost ran in production', team: 'edge', service: 'edge-proxy' },
    answers: [{ key: 'what', body: 'The tool asked twice.' }],
  }

  test('is an incident and a postmortem in one go', async () => {
    const made = await cast.done('max', recordNearMiss, { ...given, at: '2026-06-10T09:00', zone: 'Europe/Lisbon' })
    expect(made).toMatchObject({ template: 'light', state: 'draft', lead: { name: 'max' } })
    expect(made.facts).toMatchObject({ severity: 'near_miss', kind: 'near_miss', services: [{ slug: 'edge-proxy' }] })
    expect(made.facts?.milestones.detected).toBe('2026-06-10T08:00:00.000Z')
    expect(made.sections.find(({ key }) => key === 'what')?.body).toBe('The tool asked twice.')
    expect(await cast.events()).toEqual(['incident.recorded', 'postmortem.drafted'])
  })

  test('keeps no answer to a question nobody asked, and leaves nothing behind when refused', async () => {
    const odd = { ...given, answers: [{ key: 'blame', body: 'x' }] }
    expect(await cast.execute('max', recordNearMiss, odd)).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field: 'answers.0.key' }] },
    })
    expect(await cast.execute('omar', recordNearMiss, given)).toMatchObject({ problem: { kind: 'forbidden' } })
    expect(await cast.database.asOwner((db) => db.incident.count())).toBe(0)
  })
})

describe('moving to other questions', () => {
  test('adds prepared sections, keeps what is written, and says so beforehand', async () => {
    const { number } = await draft((await record()).number)
    await cast.done('max', editPostmortem, { number, sections: [{ key: 'luck', version: 1, body: 'A quiet hour.' }] })
    const { move, prepared } = await cast.read('max', (work) => previewMove(work, number, 'coe'))
    expect(move.kept.map(({ key }) => key)).toContain('luck')
    expect(prepared).toContain('q_mitigate')
    const moved = await cast.done('max', moveTemplate, { number, template: 'coe' })
    expect(moved.template).toBe('coe')
    const keys = moved.sections.map(({ key }) => key)
    expect(keys[0]).toBe('summary')
    expect(keys.indexOf('luck')).toBeGreaterThan(keys.indexOf('lessons'))
    expect(moved.sections.find(({ key }) => key === 'luck')?.body).toBe('A quiet hour.')
    expect(await cast.execute('max', moveTemplate, { number })).toMatchObject({ problem: { kind: 'invalid' } })
    expect(await cast.execute('tom', moveTemplate, { number })).toMatchObject({ problem: { kind: 'forbidden' } })
    const back = await cast.done('max', moveTemplate, { number, template: 'classic' })
    expect(back.sections.find(({ key }) => key === 'luck')?.body).toBe('A quiet hour.')
  })

  test('a severity that was raised brings the sections it asks for', async () => {
    const incident = await record({ severity: 'sev3' })
    const { number, text } = await draft(incident.number, { template: 'classic' })
    expect(text).not.toHaveProperty('response')
    await cast.done('max', changeSeverity, {
      ...{ number: incident.number, severity: 'sev1', at: '2026-06-09T10:20:00Z', reason: 'It spread.' },
    })
    const missing = await cast.read('max', (work) => getMissing(work, number))
    expect(missing.publish.map(({ href }) => href)).toContain(`/postmortems/${number}/template`)
    const moved = await cast.done('max', moveTemplate, { number })
    expect(moved.sections.map(({ key }) => key)).toContain('response')
  })
})
