import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { policy } from './model.ts'
import { POLICY_PAGE, policyPage, policyTable } from './table.ts'

test('content/policy.md is what the policy says', () => {
  const written = readFileSync(POLICY_PAGE, 'utf8')
  expect(written, 'The policy changed: run "npm run policy" and commit content/policy.md.').toBe(policyPage())
})

test('it has a row for everything the policy decides, and no name that people do not use', () => {
  const decided = Object.values(policy).flatMap((verbs) => Object.keys(verbs))
  expect(policyTable().split('\n')).toHaveLength(decided.length + 2)
  expect(policyTable()).not.toMatch(/undefined|[a-z][A-Z]/)
})
