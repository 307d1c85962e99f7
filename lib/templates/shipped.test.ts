import { expect, test } from 'vitest'
import { sectionsFor, suggestTemplate } from './model.ts'
import { parseTemplate } from './parse.ts'
import { severityNames, shippedKeys } from './schema.ts'
import { shippedTemplate, shippedTemplates, shippedVersion, shippedVersions } from './shipped.ts'

test.each([...shippedKeys])('the shipped template %s is whole, and asks for something at every severity', (key) => {
  const template = shippedTemplate(key)
  for (const severity of severityNames)
    expect(sectionsFor(template, severity).filter(({ need }) => need === 'review').length).toBeGreaterThan(0)
  expect(shippedVersions(key).map(({ version }) => version)).toEqual(
    Array.from({ length: template.version }, (_, index) => template.version - index),
  )
})

test('every version of a template keeps the sections of the one before, so that documents can move on', () => {
  for (const { key, version, sections } of shippedTemplates()) {
    const before = shippedVersion(key, version - 1)
    const keys = new Set(sections.map((section) => section.key))
    expect(before?.sections.filter((section) => !keys.has(section.key)) ?? []).toEqual([])
  }
})

test.each([
  [{ severity: 'sev1', kind: 'outage', team: 'edge' }, 'classic'],
  [{ severity: 'sev2', kind: 'security', team: 'edge' }, 'security'],
  [{ severity: 'sev3', kind: 'degradation', team: 'edge' }, 'light'],
  [{ severity: 'near_miss', kind: 'near_miss', team: 'edge' }, 'light'],
  [{ severity: 'sev4', kind: 'experiment', team: 'edge' }, 'drill'],
])('%o begins with %s', (about, key) => {
  expect(suggestTemplate(shippedTemplates(), about).key).toBe(key)
})

test('a kind says more than a team, and a team more than a severity', () => {
  const [classic, , , edge, , security] = shippedTemplates()
  if (!classic || !edge || !security) throw new Error('A shipped template is missing.')
  const rule = { severities: [], kinds: [], teams: ['edge'], because: 'Edge uses its own.' }
  const templates = [classic, { ...edge, choose: [rule] }, security]
  const at = (severity: string, kind: string, team: string) => suggestTemplate(templates, { severity, kind, team }).key
  expect(at('sev1', 'outage', 'edge')).toBe('edge')
  expect(at('sev1', 'outage', 'control')).toBe('classic')
  expect(at('sev1', 'security', 'edge')).toBe('security')
})

const front = '---\nname: Own\nversion: 1\nreview: review\ndescription: Own\n---\n\n'
test.each([
  ['no front matter', 'name: x\n', /front matter/],
  ['an unknown field', `${front.replace('name', 'titel: x\nname')}## A {a}\n\nWhat?\n`, /titel/],
  ['a heading without its key', `${front}## A\n\nWhat?\n`, /needs its key/],
  ['an unknown need', `${front}## A {a; always}\n\nWhat?\n`, /"always" is no need/],
  ['an unknown severity', `${front}## A {a; review, sev9 hidden}\n\nWhat?\n`, /names no severity/],
  ['an unknown fact', `${front}## A {a; review; facts blame}\n\nWhat?\n`, /facts from the list/],
  ['the same key twice', `${front}## A {a}\n\nWhat?\n\n## B {a}\n\nWhat?\n`, /same key/],
])('%s is refused with its place', (_, source, sentence) => {
  expect(() => parseTemplate('own', source)).toThrow(sentence)
})
