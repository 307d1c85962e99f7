import { describe, expect, test } from 'vitest'
import { ENOUGH, type Features, likeness, longWords, type Shared, telling } from './model.ts'

const nothing: Features = { mechanisms: [], services: [], trigger: null }
const none: Shared = { identifiers: [], words: [], spoken: [] }
const service = (role: 'origin' | 'victim', slug = 'edge-proxy') => ({ slug, name: slug, role })
const of = (features: Partial<Features>): Features => ({ ...nothing, ...features })

test.each<[string, Partial<Features>, Partial<Features>, Partial<Shared>, string[]]>([
  [
    'a mechanism',
    { mechanisms: ['cap.retry'] },
    { mechanisms: ['chg.code', 'cap.retry'] },
    {},
    ['Same mechanism: Retry storm'],
  ],
  ['two identifiers', {}, {}, { identifiers: ['edge_5xx', 'err_pool'] }, ['Both name edge_5xx, err_pool']],
  [
    'a service with the part it played, and a trigger',
    { services: [service('origin')], trigger: 'flag' },
    { services: [service('origin')], trigger: 'flag' },
    {},
    ['Same service: edge-proxy (origin both times)', 'Same trigger: feature flag'],
  ],
  [
    'a service hit from elsewhere, with an error string',
    { services: [service('origin')] },
    { services: [service('victim')] },
    { identifiers: ['edge_5xx'] },
    ['Same service: edge-proxy (origin here, affected there)', 'Both name edge_5xx'],
  ],
])('%s is enough, and says so', (_, one, other, shared, because) => {
  const found = likeness(of(one), of(other), { ...none, ...shared })
  expect(found.because).toEqual(because)
  expect(found.score).toBeGreaterThanOrEqual(ENOUGH)
})

test.each<[string, Partial<Features>, Partial<Shared>]>([
  ['a title with many of the same words', {}, { words: ['stale', 'weights', 'draining', 'lisbon', 'traffic'] }],
  ['that two services were hit', { services: [service('victim'), service('victim', 'api')], trigger: 'flag' }, {}],
  ['a trigger', { trigger: 'config_rollout' }, {}],
  ['one identifier', {}, { identifiers: ['edge_5xx'] }],
  ['a text with many of the same rare words', {}, { spoken: ['stale', 'resolver', 'weights', 'draining', 'lisbon'] }],
  ['that both times nobody found the trigger', { services: [service('origin')], trigger: 'unknown' }, {}],
])('%s alone is not', (_, both, shared) => {
  expect(likeness(of(both), of(both), { ...none, ...shared }).score).toBeLessThan(ENOUGH)
})

test.each<[string, Partial<Shared>, string[]]>([
  ['both speak of', { spoken: ['draining', 'stale', 'cold'] }, ['Both speak of draining, stale, cold']],
  ['a title holds already', { words: ['stale'], spoken: ['draining', 'stale', 'cold'] }, ['Words of the title: stale']],
  [
    'would add nothing',
    { words: ['cache', 'stale', 'lisbon'], spoken: ['draining', 'shield', 'cold'] },
    [expect.anything()],
  ],
  ['are a coincidence', { spoken: ['draining', 'cold'] }, []],
])('of rare words only those are a reason that weigh: what %s', (_, shared, because) => {
  const one = of({ services: [service('origin')] })
  expect(likeness(one, one, { ...none, ...shared }).because.slice(1)).toEqual(because)
})

test('is the same from both sides', () => {
  const one = of({ mechanisms: ['cap.retry', 'chg.code'], services: [service('origin')], trigger: 'flag' })
  const other = of({ mechanisms: ['chg.code'], services: [service('victim')], trigger: 'flag' })
  expect(likeness(one, other, none).score).toBe(likeness(other, one, none).score)
  expect(likeness(one, other, none).suggests).toBe(likeness(other, one, none).suggests)
})

describe('how the two are probably related', () => {
  const mechanisms = ['cap.retry']
  test.each<[string, Partial<Features>, Partial<Shared>]>([
    ['similar', { services: [service('origin')], trigger: 'flag' }, {}],
    ['same_mechanism', { mechanisms, services: [service('victim')], trigger: 'flag' }, {}],
    ['same_mechanism', { mechanisms, services: [service('origin')] }, {}],
    ['repeat_of', { mechanisms, services: [service('origin')], trigger: 'flag' }, {}],
    ['repeat_of', { mechanisms, services: [service('origin')] }, { identifiers: ['edge_5xx'] }],
  ])('%s', (suggests, both, shared) => {
    expect(likeness(of(both), of(both), { ...none, ...shared }).suggests).toBe(suggests)
  })
})

test('an identifier that many candidates hold tells none of them apart', () => {
  const candidates = Array.from({ length: 20 }, (_, index) => ({
    identifiers: ['grafana.example', ...(index < 2 ? ['edge_5xx'] : [])],
    words: [],
    spoken: [],
  }))
  expect(telling(candidates).map(({ identifiers }) => identifiers.join())).toEqual([
    ...['edge_5xx', 'edge_5xx'],
    ...Array(18).fill(''),
  ])
})

test('the words of a text are those long enough to tell something, each once', () => {
  expect(longWords('The cache of the Lisbon CACHE was cold-started by edge', 20)).toEqual([
    'cache',
    'lisbon',
    'cold-started',
  ])
})
