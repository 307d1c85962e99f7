import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { PageInput } from '#lib/page.ts'
import { listAt } from './filters.ts'

const Input = PageInput.extend({
  q: z.string().max(5).optional(),
  status: z.enum(['open', 'all']).default('open'),
  severity: z.array(z.enum(['sev1', 'sev2'])).optional(),
})

describe('a list at its address', () => {
  const list = listAt('/fires', Input, { q: 'edge', severity: 'sev1', cursor: 'abc', colour: 'red', status: 'burning' })

  test('is narrowed by what makes sense in it, and shown without the rest', () => {
    expect(list.chosen).toEqual({ q: 'edge', severity: ['sev1'], status: 'open' })
    expect(list.query).toBe('q=edge&status=open&severity=sev1')
  })

  test('looked at otherwise begins at its first page', () => {
    expect(list.href({ q: undefined, severity: ['sev1', 'sev2'] })).toBe(
      '/fires?status=open&severity=sev1&severity=sev2',
    )
    expect(list.pages({ nextCursor: 'def' })).toEqual({
      nextHref: '/fires?q=edge&status=open&severity=sev1&cursor=def',
      firstHref: '/fires?q=edge&status=open&severity=sev1',
    })
    expect(listAt('/fires', Input, {}).pages({ nextCursor: null })).toEqual({ nextHref: null, firstHref: null })
  })

  test('has a tab for each value, which keeps the other filters', () => {
    expect(list.tabs('status', ['open', 'all'] as const, (status) => ({ label: status }))).toEqual([
      { label: 'open', href: '/fires?q=edge&status=open&severity=sev1', current: true },
      { label: 'all', href: '/fires?q=edge&status=all&severity=sev1', current: false },
    ])
  })
})
