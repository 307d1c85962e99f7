import { describe, expect, test } from 'vitest'
import { isDismissed, markOf } from './dismissed.ts'

const finding = { rule: 'human-error', text: 'Human  error' }
const here = { section: 'factors', rule: 'human-error', mark: markOf('human error') }

describe('a dismissed hint', () => {
  test('has a digest of 16 digits that space and capitals do not change', () => {
    expect(markOf('human error')).toMatch(/^[0-9a-f]{16}$/)
    expect(markOf(' Human\nERROR ')).toBe(markOf('human error'))
    expect(markOf('user error')).not.toBe(markOf('human error'))
    // The published test value of FNV-1a for "a".
    expect(markOf('a')).toBe('af63dc4c8601ec8c')
  })

  test.each([
    ['the same words in the same section', { here: [here] }, true],
    ['the same words in another section', { here: [{ ...here, section: 'summary' }] }, false],
    ['other words', { here: [{ ...here, mark: markOf('user error') }] }, false],
    ['another rule', { here: [{ ...here, rule: 'simply' }] }, false],
    ['the whole rule', { everywhere: [{ rule: 'human-error', phrase: '' }] }, true],
    ['the phrase', { everywhere: [{ rule: 'human-error', phrase: 'human error' }] }, true],
    ['another phrase', { everywhere: [{ rule: 'human-error', phrase: 'user error' }] }, false],
  ])('%s', (_, some, expected) =>
    expect(isDismissed(finding, 'factors', { here: [], everywhere: [], ...some })).toBe(expected),
  )
})
