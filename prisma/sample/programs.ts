import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse as parseYaml } from 'yaml'
import { decideActionItem } from '#lib/action-items/decide.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import type { Work } from '#lib/context.ts'
import { type Happening, happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { draftReport } from '#lib/programs/draft.ts'
import { reportFacts } from '#lib/programs/report-facts.ts'
import { recordHealth } from '#lib/programs/weekly.ts'
import { mondayOf } from '#lib/programs/weeks.ts'
import { addDays, dateFromLocal, localFromDate } from '#lib/time.ts'
import { type SampleProgram, SamplePrograms } from './programs-schema.ts'
import { acting, type Scene } from './scene.ts'
import type { Story } from './schema.ts'

const DAY = 86_400_000

/** Programs as they went, in a few statements each: their history is rows, and rows can be written together. */
export async function tellPrograms(scene: Scene, stories: readonly Story[]): Promise<void> {
  const { db, today } = scene
  for (const given of read()) {
    const telling = { ...scene, given, id: newId(at(today, given.start + 6)) }
    await found(telling)
    await plan(telling)
    await tell(telling)
    await judge(telling, stories)
    await takeIn(telling)
  }
  await recordHealth({ asOwner: (run) => run(db) }, today)
}

type Telling = Scene & { given: SampleProgram; id: string }

const at = (today: Date, daysAgo: number) => new Date(today.getTime() - daysAgo * DAY)
const day = (today: Date, daysAgo: number) => addDays(localFromDate(today), -daysAgo)
const on = (today: Date, daysAgo: number) => dateFromLocal(day(today, daysAgo))

async function found({ db, cast, today, happened: told, given, id }: Telling): Promise<void> {
  const { key, name, kind, objective, why, scopeIn, scopeOut, exitCriteria, cadence, start, end, states } = given
  const lead = cast.person(given.lead)
  const createdAt = at(today, Math.max(start, 0) + 8)
  await db.program.create({
    data: {
      ...{ id, key, name, kind, objective, why, scopeIn, scopeOut, exitCriteria, cadence, createdAt },
      ...{ leadId: lead.personId, sponsorId: given.sponsor ? cast.person(given.sponsor).personId : null },
      ...{ zone: lead.zone, createdById: lead.personId, updatedAt: createdAt },
      ...{ startOn: on(today, start), endOn: on(today, end) },
    },
  })
  await db.programLink.createMany({
    data: given.guides.map((guide) => ({
      ...{ id: newId(createdAt), programId: id, guide, answer: 'linked' as const },
      ...{ byId: lead.personId, at: createdAt },
    })),
  })
  await db.programStep.createMany({
    data: states.map(({ to, daysAgo, reason }) => ({
      ...{ id: newId(at(today, daysAgo)), programId: id, state: to, reason, byId: lead.personId },
      at: at(today, daysAgo),
    })),
  })
  const teams = await idsBySlug(await db.team.findMany({ select: { id: true, slug: true } }))
  const services = await idsBySlug(await db.service.findMany({ select: { id: true, slug: true } }))
  await db.programTeam.createMany({
    data: Object.entries(given.teams).map(([slug, contact]) => ({
      ...{ programId: id, teamId: teams(slug), contactId: cast.person(contact).personId },
    })),
  })
  await db.programService.createMany({
    data: given.services.map((slug) => ({ programId: id, serviceId: services(slug) })),
  })
  await db.watch.createMany({
    data: given.watches.map((watch) => ({ ...watch, id: newId(createdAt), programId: id, at: createdAt })),
  })
  const events: [number, Happening][] = [
    [Math.max(start, 0) + 8, happened('program.proposed', id, { name, kind })],
    ...states.map(({ to, daysAgo, reason }, index): [number, Happening] => [
      daysAgo,
      happened('program.moved', id, { from: states[index - 1]?.to ?? 'proposed', to, reason }),
    ]),
    ...given.decisions.map(({ daysAgo, text, reason }): [number, Happening] => [
      daysAgo,
      happened('program.decided', id, { text, reason }),
    ]),
  ]
  for (const [daysAgo, event] of events)
    told.push({ now: at(today, daysAgo), actor: lead, requestId: 'sample', events: [event] })
}

const idsBySlug = (rows: { id: string; slug: string }[]) => {
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]))
  return (slug: string) => ids.get(slug) ?? ''
}

async function plan({ db, cast, today, given, id: programId }: Telling): Promise<void> {
  const createdAt = at(today, Math.max(given.start, 0) + 4)
  const lead = cast.person(given.lead).personId
  const milestones = given.milestones.map((one) => ({ ...one, id: newId(createdAt) }))
  await db.milestone.createMany({
    data: milestones.map(({ id, title, criterion, owner }, position) => ({
      ...{ id, programId, position, title, exitCriterion: criterion, createdAt },
      ownerId: cast.person(owner).personId,
    })),
  })
  await db.milestonePlan.createMany({
    data: milestones.flatMap(({ id, due, weight, moved }) => [
      {
        ...{ id: newId(createdAt), milestoneId: id, weight, byId: lead, at: createdAt },
        dueOn: on(today, moved?.from ?? due),
      },
      ...(moved
        ? [
            {
              ...{ id: newId(at(today, moved.daysAgo)), milestoneId: id, weight, byId: lead, reason: moved.reason },
              ...{ dueOn: on(today, due), at: at(today, moved.daysAgo) },
            },
          ]
        : []),
    ]),
  })
  await db.milestoneStep.createMany({
    data: milestones.flatMap(({ id, owner, steps }) =>
      steps.map(({ daysAgo, ...step }) => ({
        ...{ ...step, id: newId(at(today, daysAgo)), milestoneId: id, byId: cast.person(owner).personId },
        at: at(today, daysAgo),
      })),
    ),
  })
  const kpis = given.kpis.map((one) => ({ ...one, id: newId(createdAt) }))
  await db.kpi.createMany({
    data: kpis.map(({ id, name, unit, direction, source }, position) => {
      return { id, programId, position, name, unit, direction, source, createdAt }
    }),
  })
  await db.kpiPlan.createMany({
    data: kpis.map(({ id, baseline, target, cycleDays }) => ({
      ...{ id: newId(createdAt), kpiId: id, baseline, target, cycleDays, byId: lead, at: createdAt },
      ...{ startOn: on(today, given.start), targetOn: on(today, given.end) },
    })),
  })
  await db.kpiPoint.createMany({
    data: kpis.flatMap(({ id, points }) =>
      points.map(({ daysAgo, value, note }) => ({
        ...{ id: newId(at(today, daysAgo)), kpiId: id, on: on(today, daysAgo), value, note, byId: lead },
        at: at(today, daysAgo),
      })),
    ),
  })
  const risks = given.risks.map((one) => ({ ...one, id: newId(createdAt) }))
  await db.programRisk.createMany({
    data: risks.map(({ id, kind, title }, position) => ({ id, programId, position, kind, title, createdAt })),
  })
  await db.riskAssessment.createMany({
    data: risks.map(({ id, likelihood, effect, mitigation, mitigationOn, owner }) => ({
      ...{ id: newId(createdAt), riskId: id, likelihood, effect, mitigation, mitigationOn: on(today, mitigationOn) },
      ...{ ownerId: cast.person(owner).personId, byId: lead, at: createdAt },
    })),
  })
}

async function tell({ db, cast, today, given, id: programId }: Telling): Promise<void> {
  const teams = await idsBySlug(await db.team.findMany({ select: { id: true, slug: true } }))
  await db.programDecision.createMany({
    data: given.decisions.map(({ daysAgo, by, text, reason }) => ({
      ...{ id: newId(at(today, daysAgo)), programId, text, reason, byId: cast.person(by).personId },
      at: at(today, daysAgo),
    })),
  })
  await db.programUpdate.createMany({
    data: given.updates.map(({ daysAgo, by, team, ...lines }) => ({
      ...{ ...lines, id: newId(at(today, daysAgo)), programId, teamId: teams(team), byId: cast.person(by).personId },
      ...{ weekOf: dateFromLocal(mondayOf(day(today, daysAgo))), at: at(today, daysAgo) },
    })),
  })
  const { number } = await db.program.findUniqueOrThrow({ where: { id: programId } })
  for (const { daysAgo, by, judgement } of given.reports) {
    const now = at(today, daysAgo)
    const work: Work = { db, now, actor: cast.person(by), requestId: 'sample' }
    const period = { from: day(today, daysAgo + 30), until: day(today, daysAgo) }
    await db.programReport.create({
      data: {
        ...{ id: newId(now), programId, kind: 'monthly', judgement, byId: cast.person(by).personId, at: now },
        ...{ from: dateFromLocal(period.from), until: dateFromLocal(period.until) },
        draft: draftReport(await reportFacts(work, number, period)),
      },
    })
  }
}

/** Named by the number of the story, in which order nobody has to keep. */
async function judge({ db, cast, today, given, id }: Telling, stories: readonly Story[]): Promise<void> {
  for (const { incident, effect, why, by, agreedBy } of given.effects) {
    const title = stories.find(({ file }) => file.startsWith(incident))?.incident?.title ?? ''
    const row = await db.incident.findFirstOrThrow({ where: { title }, select: { id: true } })
    const effectId = newId(at(today, 20))
    await db.programEffect.create({
      data: {
        ...{ id: effectId, programId: id, incidentId: row.id, effect, why, byId: cast.person(by).personId },
        at: at(today, 20),
      },
    })
    if (agreedBy)
      await db.effectAgreement.create({
        data: {
          ...{ id: newId(at(today, 18)), effectId, agrees: true, byId: cast.person(agreedBy).personId },
          at: at(today, 18),
        },
      })
  }
}

/** Items that were there before, and one that waits for the lead's answer. */
async function takeIn({ given, id, ...scene }: Telling): Promise<void> {
  const { db, cast, today } = scene
  const lead = cast.person(given.lead)
  const rows = await db.actionItem.findMany({
    where: { OR: given.items.map((title) => ({ title: { startsWith: title } })) },
    select: { id: true, acceptedAt: true },
  })
  if (given.items.length > 0 && rows.length < given.items.length)
    throw new Error(`content/sample/programs.yaml: ${given.key} names an action item that is not there.`)
  await db.assignment.createMany({
    data: rows.map((row) => {
      const now = row.acceptedAt && row.acceptedAt > at(today, 1) ? today : at(today, 1)
      return { id: newId(now), actionItemId: row.id, programId: id, byId: lead.personId, at: now }
    }),
  })
  if (!given.handed) return
  const { by, daysAgo, dueInDays, reason, ...item } = given.handed
  const { act, ask } = acting(scene)
  const who = cast.person(by)
  const proposed = { ...item, dueOn: day(today, -dueInDays) }
  const { number } = await ask(who, at(today, daysAgo), proposeActionItem, proposed)
  const program = await db.program.findUniqueOrThrow({ where: { id } })
  const handed = { number, to: 'handed', program: program.number, reason }
  await act(who, at(today, daysAgo - 0.5), decideActionItem, handed)
}

function read(): SampleProgram[] {
  const home = process.env.FIREBREAK_HOME ?? process.cwd()
  return SamplePrograms.parse(parseYaml(readFileSync(path.join(home, 'content', 'sample', 'programs.yaml'), 'utf8')))
}
