import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database.ts'
import { type World, world } from '#lib/testing/world.ts'
import { createTemplate } from './create.ts'
import { deactivateTemplate } from './deactivate.ts'
import { suggestTemplate } from './model.ts'
import { contentOf } from './parse.ts'
import { presentTemplate } from './present.ts'
import { getTemplate, getVersion, listTemplates, pinnedTemplate } from './queries.ts'
import { reactivateTemplate } from './reactivate.ts'
import { returnToShipped } from './return-to-shipped.ts'
import { saveTemplate } from './save.ts'
import { shippedTemplate } from './shipped.ts'

let cast: World
beforeEach(async () => {
  const fresh = await testDatabase()
  await fresh.empty()
  cast = await world(fresh)
})

/** What the form of a template holds before anybody changes it. */
function formOf(key: string, seen = 0) {
  const { kind: _, ...content } = contentOf(shippedTemplate(key))
  return { ...content, key, seen, note: 'Ours' }
}

describe('an administrator', () => {
  test('edits a shipped template; it counts from then on, and documents keep the version they began with', async () => {
    const form = formOf('light')
    const [first, ...others] = form.sections
    const sections = [
      ...others,
      { ...first, heading: 'The story', position: 99 },
      { heading: 'New?', prompt: 'What is new?' },
    ]
    const saved = await cast.done('ada', saveTemplate, { ...form, sections })
    expect(saved).toMatchObject({ origin: 'organization', version: 1, basedOn: 2, seen: 1, update: null })
    expect(saved.sections.map(({ heading }) => heading).slice(-2)).toEqual(['New?', 'The story'])
    expect(saved.sections.find(({ heading }) => heading === 'New?')).toMatchObject({
      key: 'new',
      needs: { sev1: 'optional' },
    })
    const inForce = await cast.read('gus', (work) => getTemplate(work, 'light'))
    expect(inForce.origin).toBe('organization')
    const pin = { template: 'light', templateVersion: 2, templateOrigin: 'shipped' as const }
    const pinned = await cast.read('max', (work) => pinnedTemplate(work, pin))
    expect(pinned.sections[0]?.heading).toBe('What happened')
    expect(await cast.events()).toEqual(['template.saved'])
  })

  test('returns to the shipped one, and what was ours is still there to compare', async () => {
    await cast.done('ada', saveTemplate, { ...formOf('light'), name: 'Short' })
    const back = await cast.done('ada', returnToShipped, { key: 'light', note: 'Good as it is' })
    expect(back).toMatchObject({ origin: 'shipped', name: 'Light', seen: 2 })
    expect(back.versions.map(({ origin, version, own }) => [origin, version, own])).toEqual([
      ['organization', 2, false],
      ['organization', 1, true],
      ['shipped', 2, false],
      ['shipped', 1, false],
    ])
    const ours = await cast.read('max', (work) =>
      getVersion(work, { key: 'light', origin: 'organization', version: 1 }),
    )
    expect(ours.name).toBe('Short')
    expect(await cast.execute('ada', returnToShipped, { key: 'light' })).toMatchObject({ problem: { kind: 'invalid' } })
  })

  test('is offered a newer shipped version, and says by saving that it was looked at', async () => {
    await cast.done('ada', saveTemplate, { ...formOf('light'), name: 'Short' })
    await cast.database.asOwner((db) => db.templateVersion.updateMany({ data: { basedOn: 1 } }))
    expect(await cast.read('ada', (work) => presentTemplate(work, 'light'))).toMatchObject({ update: 2, basedOn: 1 })
    const again = { ...formOf('light', 1), name: 'Short', note: 'Version 2 asks nothing new of us' }
    expect(await cast.done('ada', saveTemplate, again)).toMatchObject({ update: null, basedOn: 2 })
    expect(await cast.execute('ada', saveTemplate, { ...again, seen: 2 })).toMatchObject({
      problem: { kind: 'invalid', fields: [{ message: expect.stringContaining('Nothing has changed') }] },
    })
  })

  test('begins one of their own from a copy, with rules for a team that is there', async () => {
    const own = await cast.done('ada', createTemplate, { name: 'Payments', from: 'classic' })
    expect(own).toMatchObject({ key: 'payments', origin: 'organization', version: 1, shipped: null, choose: [] })
    const { kind: _, key, origin: __, version: ___, ...rest } = own
    const { active: _a, shipped: _b, basedOn: _c, update: _d, seen, versions: _e, ...content } = rest
    const save = { ...content, key, seen, note: 'For control' }
    const rule = (team: string) => [{ teams: [team], because: 'Control has its own.' }]
    expect(await cast.execute('ada', saveTemplate, { ...save, choose: rule('nobody') })).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field: 'choose.0.teams' }] },
    })
    await cast.done('ada', saveTemplate, { ...save, choose: rule('control') })
    const offered = await cast.read('max', listTemplates)
    expect(suggestTemplate(offered, { severity: 'sev1', kind: 'outage', team: 'control' })).toEqual({
      key: 'payments',
      because: 'Control has its own.',
    })
    expect(await cast.execute('ada', createTemplate, { name: 'Payments', from: 'light' })).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field: 'name' }] },
    })
  })

  test('sets one aside and offers it again; the last one stays', async () => {
    await cast.done('ada', deactivateTemplate, { key: 'learning', reason: 'We never used it' })
    const offered = await cast.read('max', listTemplates)
    expect(offered.map(({ key }) => key)).not.toContain('learning')
    expect(offered.map(({ key }) => key)).not.toContain('customer_summary')
    expect(await cast.execute('ada', deactivateTemplate, { key: 'learning' })).toMatchObject({ ok: false })
    await cast.done('ada', reactivateTemplate, { key: 'learning' })
    for (const key of ['coe', 'learning', 'edge', 'light', 'security', 'drill'])
      await cast.done('ada', deactivateTemplate, { key })
    expect(await cast.execute('ada', deactivateTemplate, { key: 'classic' })).toMatchObject({
      problem: { fields: [{ message: expect.stringContaining('last one') }] },
    })
  })
})

test('two who edit at once are told, and nothing is written over', async () => {
  await cast.done('ada', saveTemplate, { ...formOf('light'), name: 'First' })
  expect(await cast.execute('ada', saveTemplate, { ...formOf('light'), name: 'Second' })).toMatchObject({
    problem: { kind: 'conflict', current: { version: 1 } },
  })
  expect((await cast.read('ada', (work) => getTemplate(work, 'light'))).name).toBe('First')
})

test.each([
  ['no section', { sections: [{ heading: 'A', prompt: 'A?', remove: true }] }, 'sections'],
  ['a heading without a question', { sections: [{ heading: 'A', prompt: '' }] }, 'sections.0.prompt'],
  [
    'the same key twice',
    {
      sections: [
        { key: 'a', heading: 'A', prompt: 'A?' },
        { key: 'a', heading: 'B', prompt: 'B?' },
      ],
    },
    'sections',
  ],
  ['a rule for everything', { choose: [{ because: 'Always' }] }, 'choose.0.severities'],
  ['no note', { note: '' }, 'note'],
])('%s is refused where it stands', async (_, change, field) => {
  expect(await cast.execute('ada', saveTemplate, { ...formOf('light'), ...change })).toMatchObject({
    problem: { kind: 'invalid', fields: [{ field }] },
  })
  expect(await cast.events()).toEqual([])
})

test('everybody reads templates, and only administrators write them', async () => {
  for (const who of ['max', 'olga', 'pia', 'omar', 'gus'] as const) {
    expect((await cast.read(who, (work) => presentTemplate(work, 'classic'))).name).toBe('Classic')
    expect(await cast.execute(who, saveTemplate, formOf('light'))).toMatchObject({ problem: { kind: 'forbidden' } })
  }
})
