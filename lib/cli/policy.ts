import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { policySql } from '#lib/policy/sql.ts'
import { POLICY_PAGE, policyPage } from '#lib/policy/table.ts'
import type { CliCommand } from './cli-command.ts'

export const policy: CliCommand = {
  summary: 'Writes prisma/policies.sql and content/policy.md from the policy in lib/policy.',
  help: 'Usage: npm run policy\n\nRun it after changing lib/policy. The database takes the new rules at the next start.',
  place: 'here',
  run: async (_words, { home, say }) => {
    writeFileSync(path.join(home, 'prisma/policies.sql'), policySql())
    writeFileSync(path.join(home, POLICY_PAGE), policyPage())
    say(`Wrote prisma/policies.sql and ${POLICY_PAGE}.`)
  },
}
