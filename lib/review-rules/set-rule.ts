import { ORGANIZATION_ID } from '#lib/accounts/model.ts'
import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { lockRules, placeOf, teamOf } from './place.ts'
import { present } from './queries.ts'
import { RuleOut, SetRuleInput } from './schema.ts'

/** It holds for reviews asked for from now on, and for what is due from now on. */
export const setReviewRule = command({
  name: 'organization.set_review_rule',
  summary: 'Says how postmortems of a severity are approved and when they are due, for everybody or for one team.',
  scope: 'admin:write',
  input: SetRuleInput,
  output: RuleOut,
  subject: lockRules,
  may: (actor) => can(actor, 'edit', 'organization'),
  async run(work, { input: { severity, team: slug, ...terms } }) {
    const { db, now, actor } = work
    const team = await teamOf(work, slug)
    const place = placeOf(severity, team)
    const data = {
      ...terms,
      fromEach: [...new Set(terms.fromEach)],
      setById: actor.kind === 'person' ? actor.personId : null,
      setAt: now,
    }
    await db.reviewRule.upsert({
      where: { place },
      create: { place, severity, teamId: team?.id ?? null, ...data },
      update: data,
    })
    const { approvals, draftDays, publishDays } = terms
    return {
      value: present({ ...data, severity, team }, true),
      events: [
        happened('organization.review_rule_set', ORGANIZATION_ID, {
          severity,
          team: team?.name ?? null,
          approvals,
          draftDays,
          publishDays,
        }),
      ],
    }
  },
})
