import { z } from 'zod'
import { ORGANIZATION_ID } from '#lib/accounts/model.ts'
import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { lockRules, placeOf, teamOf } from './place.ts'
import { RulePlace } from './schema.ts'

export const resetReviewRule = command({
  name: 'organization.reset_review_rule',
  summary: 'Removes a rule of review: everybody’s returns to what the release ships, a team’s to everybody’s.',
  scope: 'admin:write',
  input: RulePlace,
  output: z.strictObject({ removed: z.boolean() }),
  subject: lockRules,
  may: (actor) => can(actor, 'edit', 'organization'),
  async run(work, { input: { severity, team: slug } }) {
    const team = await teamOf(work, slug)
    const { count } = await work.db.reviewRule.deleteMany({ where: { place: placeOf(severity, team) } })
    if (count === 0) return refuse(notFound)
    return {
      value: { removed: true },
      events: [happened('organization.review_rule_reset', ORGANIZATION_ID, { severity, team: team?.name ?? null })],
    }
  },
})
