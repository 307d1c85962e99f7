import { describe, expect, test } from 'vitest'
import { splitQuery, withAsked, withoutAsked } from './query-text.ts'

describe('operators of a query', () => {
  test.each<[string, string, string[]]>([
    ['timeout service:edge-proxy', 'timeout', ['service=edge-proxy']],
    ['severity:sev1,sev2 -team:edge', '', ['severity=sev1', 'severity=sev2', '-team=edge']],
    ['service:"Edge proxy" in:guide sev:1', '', ['service=Edge proxy', 'kind=guide', 'severity=1']],
    ['error:timeout https://example.com a:b', 'error:timeout https://example.com a:b', []],
    ['service: edge', 'service: edge', []],
    ['"team:edge said"', '"team:edge said"', []],
    ['BEFORE:2026-06 since:30d', '', ['before=2026-06', 'after=30d']],
  ])('%j', (query, rest, operators) => {
    const split = splitQuery(query)
    expect(split.rest).toBe(rest)
    expect(split.asked.map(({ operator, value, negated }) => `${negated ? '-' : ''}${operator}=${value}`)).toEqual(
      operators,
    )
  })

  test('one more and one less, in one spelling', () => {
    const mine = { operator: 'is', value: 'mine', negated: false } as const
    const proxy = { operator: 'service', value: 'Edge proxy', negated: false } as const
    expect(withAsked('slow  is:mine dns', mine)).toBe('slow dns is:mine')
    expect(withAsked('slow', proxy)).toBe('slow service:"Edge proxy"')
    expect(withoutAsked('slow service:"edge Proxy" is:mine', proxy)).toBe('slow is:mine')
    expect(withoutAsked('severity:sev1,sev2', { operator: 'severity', value: 'sev1', negated: false })).toBe(
      'severity:sev2',
    )
  })
})
