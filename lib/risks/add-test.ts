import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { dateFromLocal, localDate } from '#lib/time.ts'
import { mayChange } from './model.ts'
import { lockRisk, riskById } from './queries.ts'
import { RiskOut, TestRiskInput } from './schema.ts'

export const addRiskTest = command({
  name: 'risk.add_test',
  summary: 'Adds a failover that was tried, with what it showed. It counts for 180 days.',
  scope: 'programs:write',
  input: TestRiskInput,
  output: RiskOut,
  subject: (work, { number }) => lockRisk(work, number),
  may: (actor, risk) => all(can(actor, 'edit', 'risk', risk), mayChange(risk)),
  async run(work, { input, subject: risk }) {
    const { db, now, actor } = work
    const { testedOn, passed, rtoMinutes, rpoMinutes, url, note, exercise } = input
    const team = await db.team.findUniqueOrThrow({ where: { id: risk.teamId }, select: { zone: true } })
    if (testedOn > localDate(now, team.zone))
      refuse(invalid('testedOn', 'Choose a day that has been: a test to come is an exercise.'))
    if (!note && !url && !exercise) refuse(invalid('note', 'Say what was seen, or link to what shows it.'))
    const tried = exercise ? await db.exercise.findUnique({ where: { number: exercise }, select: { id: true } }) : null
    if (exercise && !tried) refuse(invalid('exercise', 'Choose an exercise from the list.'))
    await db.riskTest.createMany({
      data: {
        id: newId(now),
        riskId: risk.id,
        testedOn: dateFromLocal(testedOn),
        passed,
        url: url ?? '',
        note,
        at: now,
        rtoMinutes: rtoMinutes ?? null,
        rpoMinutes: rpoMinutes ?? null,
        exerciseId: tried?.id ?? null,
        byId: actor.kind === 'person' ? actor.personId : null,
      },
    })
    return {
      value: await riskById(work, risk.id),
      events: [happened('risk.tested', risk.id, { testedOn, passed, note })],
    }
  },
})
