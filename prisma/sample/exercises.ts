import { proposeActionItem } from '#lib/action-items/propose.ts'
import type { PersonActor } from '#lib/actor.ts'
import { addFinding } from '#lib/exercises/add-finding.ts'
import { callOffExercise } from '#lib/exercises/call-off.ts'
import { finishExercise } from '#lib/exercises/finish.ts'
import { importJournal } from '#lib/exercises/import-journal.ts'
import { logExercise } from '#lib/exercises/log.ts'
import { planExercise } from '#lib/exercises/plan.ts'
import { startExercise } from '#lib/exercises/start.ts'
import { answerExposure } from '#lib/exposure/answer.ts'
import { closeSweep } from '#lib/exposure/close-sweep.ts'
import { openSweep } from '#lib/exposure/open-sweep.ts'
import { addRiskTest } from '#lib/risks/add-test.ts'
import { recordRisk } from '#lib/risks/record.ts'
import { treatRisk } from '#lib/risks/treat.ts'
import { updateRisk } from '#lib/risks/update.ts'
import { localDate } from '#lib/time.ts'
import { readExercises, type SampleExercise, type SampleRisk, type SampleSweep } from './exercises-schema.ts'
import { acting, type Scene } from './scene.ts'
import type { Story } from './schema.ts'

const MINUTE = 60_000
const DAY = 1_440 * MINUTE

/** What the company keeps in its register, tried on purpose, and asked of its teams. */
export async function tellExercises(scene: Scene, stories: readonly Story[]): Promise<void> {
  const { risks, exercises, sweeps } = readExercises()
  const teller = telling(scene, stories)
  for (const risk of risks) await teller.record(risk)
  for (const risk of risks) await teller.connect(risk)
  for (const exercise of exercises) await teller.exercise(exercise)
  for (const risk of risks) await teller.treat(risk)
  for (const sweep of sweeps) await teller.sweep(sweep)
}

function telling(scene: Scene, stories: readonly Story[]) {
  const { db, cast, today } = scene
  const { act, ask } = acting(scene)
  const at = (daysAgo: number, minutes = 0) => new Date(today.getTime() - daysAgo * DAY + minutes * MINUTE)
  const day = (daysAgo: number) => localDate(at(daysAgo), 'UTC')
  const { person } = cast
  const risks = new Map<string, number>()
  const exercises = new Map<string, number>()
  const numberOf = (of: Map<string, number>, key: string) => of.get(key) ?? missing(key)

  async function record({ key, daysAgo, by, owner, incident, program, targetDaysAhead, ...given }: SampleRisk) {
    const { dependsOn: _, tests: __, treatment: ___, ...fields } = given
    const value = await ask(person(by), at(daysAgo), recordRisk, {
      ...{ ...fields, incidents: incident ? [await incidentOf(incident)] : [] },
      ...(owner && { owner: person(owner).personId }),
      ...(await programOf(program)),
      ...(targetDaysAhead && { targetOn: day(-targetDaysAhead) }),
    })
    risks.set(key, value.number)
  }

  async function connect({ key, by, daysAgo, dependsOn }: SampleRisk) {
    if (dependsOn.length === 0) return
    const number = numberOf(risks, key)
    const needs = dependsOn.map((one) => numberOf(risks, one))
    await act(person(by), at(daysAgo, 30), updateRisk, { number, version: 1, dependsOn: needs })
  }

  async function treat({ key, by, tests, treatment }: SampleRisk) {
    const number = numberOf(risks, key)
    for (const { daysAgo, exercise, ...test } of tests)
      await act(person(by), at(daysAgo, 90), addRiskTest, {
        ...{ ...test, number, testedOn: day(daysAgo + 1) },
        ...(exercise && { exercise: numberOf(exercises, exercise) }),
      })
    if (!treatment) return
    const { daysAgo, approver, untilDaysAgo, ...decision } = treatment
    await act(person(by), at(daysAgo), treatRisk, {
      ...{ ...decision, number },
      ...(approver && { approver: person(approver).personId }),
      ...(untilDaysAgo !== undefined && { until: day(untilDaysAgo) }),
    })
  }

  async function exercise(told: SampleExercise) {
    const {
      key,
      program,
      plannedDaysAgo,
      by,
      owner,
      risks: tried,
      log,
      journal,
      result,
      calledOff,
      findings,
      ...plan
    } = told
    const who = person(by)
    const begin = Math.max(plannedDaysAgo, 0)
    // One that is running now began a while ago.
    const from = begin === 0 ? -40 : 0
    const { number } = await ask(who, at(begin + 9), planExercise, {
      ...{ ...plan, plannedOn: day(plannedDaysAgo), zone: who.zone, owner: person(owner).personId },
      risks: tried.map((one) => numberOf(risks, one)),
      ...(await programOf(program)),
    })
    exercises.set(key, number)
    if (calledOff) await act(who, at(begin), callOffExercise, { number, reason: calledOff })
    if (journal) await act(who, at(begin, 60), importJournal, { number, journal: journalOf(journal, at(begin)) })
    if (log.length > 0) await act(who, at(begin, from), startExercise, { number, met: plan.preconditions })
    let last = 0
    for (const line of log) {
      last = Number(/^\d+/.exec(line)?.[0] ?? 0)
      await act(who, at(begin, from + last), logExercise, { number, lines: line.replace(/^\d+ /, '') })
    }
    if (result) await act(who, at(begin, from + last + 20), finishExercise, { number, ...result })
    for (const { item, risk, ...finding } of findings)
      await found(who, at(begin, last + 40), { number, item, risk, finding })
  }

  type Found = { number: number; item?: string | undefined; risk?: object | undefined; finding: object }

  async function found(who: PersonActor, now: Date, { number, item, risk, finding }: Found) {
    const { foundOut, team } = await ask(who, now, addFinding, { number, ...finding })
    const made = foundOut.at(-1)
    const from = { team: team.slug, finding: made?.id }
    if (item) await act(who, now, proposeActionItem, { ...itemOf(item, now), ...from, mechanism: made?.mechanism })
    if (risk) await act(who, now, recordRisk, { ...risk, ...from })
  }

  async function sweep({ daysAgo, scope, dueDays, closedAfterDays, answers, program, ...asked }: SampleSweep) {
    const manager = person('mateus')
    const { number, targets } = await ask(manager, at(daysAgo), openSweep, {
      ...{ ...asked, ...scope, ...(await programOf(program)) },
      ...(dueDays && { dueOn: day(daysAgo - dueDays) }),
    })
    for (const { service, by, afterDays, item, ...answer } of answers) {
      const now = at(daysAgo - afterDays)
      await act(person(by), now, answerExposure, { ...answer, number, service })
      const target = targets.find((one) => one.service.slug === service)
      if (item && target)
        await act(person(by), now, proposeActionItem, {
          ...{ ...itemOf(item, now), team: target.service.team.slug, target: target.id, mechanism: asked.mechanism },
        })
    }
    if (closedAfterDays) await act(manager, at(daysAgo - closedAfterDays), closeSweep, { number })
  }

  async function programOf(key: string | undefined): Promise<{ program?: number }> {
    if (!key) return {}
    return { program: (await db.program.findUniqueOrThrow({ where: { key } })).number }
  }

  async function incidentOf(file: string): Promise<number> {
    const title = stories.find((story) => story.file === file)?.incident?.title ?? missing(file)
    return (await db.incident.findFirstOrThrow({ where: { title } })).number
  }

  return { record, connect, treat, exercise, sweep }
}

const itemOf = (title: string, now: Date) => ({
  ...{ title, priority: 'p2', doneWhen: 'The exercise is run again and shows it.' },
  dueOn: localDate(new Date(now.getTime() + 60 * DAY), 'UTC'),
})

function journalOf({ minutes, deviated, steps }: NonNullable<SampleExercise['journal']>, start: Date): string {
  const instant = (after: number) => new Date(start.getTime() + after * MINUTE).toISOString()
  const run = steps.map((name, index) => ({
    ...{ activity: { type: 'action', name }, status: 'succeeded' },
    start: instant((index * minutes) / steps.length),
  }))
  return JSON.stringify({ status: 'completed', deviated, start: instant(0), end: instant(minutes), run })
}

const missing = (what: string): never => {
  throw new Error(`content/sample/exercises.yaml: there is no "${what}".`)
}
