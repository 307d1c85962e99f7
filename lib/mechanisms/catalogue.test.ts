import { expect, test } from 'vitest'
import { findMechanism, mechanismGroups, mechanisms } from '#lib/mechanisms/catalogue.ts'

test('every code is unique, well formed and in a group that exists', () => {
  const codes = mechanisms.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes) expect(code).toMatch(/^[a-z]{3}\.[a-z0-9-]+$/)
  expect([...new Set(mechanisms.map(({ group }) => group))]).toEqual(Object.keys(mechanismGroups))
})

test('every definition is one sentence', () => {
  for (const { definition } of mechanisms) expect(definition).toMatch(/^[A-Z][^.]*\.$/)
})

test('a code finds its mechanism, anything else finds nothing', () => {
  expect(findMechanism('dat.stale')?.name).toBe('Stale state taken as fresh')
  expect(findMechanism('human.error')).toBeUndefined()
  expect(findMechanism('constructor')).toBeUndefined()
})
