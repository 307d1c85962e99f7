import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { policySql } from './sql.ts'

test('prisma/policies.sql is what the policy says', () => {
  const written = readFileSync('prisma/policies.sql', 'utf8')
  expect(written === policySql(), 'The policy changed: run "npm run policy" and commit prisma/policies.sql.').toBe(true)
})
