import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { approveSummary } from '#lib/customer-summaries/approve.ts'
import { writeSummary } from '#lib/customer-summaries/write.ts'
import { supersedePostmortem } from '#lib/postmortems/supersede.ts'
import { addHoliday } from '#lib/review-rules/add-holiday.ts'
import { setReviewRule } from '#lib/review-rules/set-rule.ts'
import { answerPoint } from '#lib/reviews/answer-point.ts'
import { decideReview } from '#lib/reviews/decide.ts'
import { scheduleMeeting } from '#lib/reviews/schedule-meeting.ts'
import { updateMeeting } from '#lib/reviews/update-meeting.ts'
import { waivePostmortem } from '#lib/waivers/waive.ts'
import { acting, type Scene } from './scene.ts'
import type { Story } from './schema.ts'

const Anything = z.record(z.string(), z.unknown())
const told = { postmortem: z.string(), person: z.string(), daysAgo: z.number() }

const Reviews = z.strictObject({
  rules: z.array(Anything),
  holidays: z.array(Anything),
  waivers: z.array(z.strictObject({ incident: z.string(), by: z.string(), daysAgo: z.number(), reason: z.string() })),
  supersessions: z.array(z.strictObject({ ...told, by: z.string(), reason: z.string() })),
  points: z.array(
    z.strictObject({
      ...told,
      rubric: z.array(Anything),
      points: z.array(Anything),
      answers: z.array(z.strictObject({ outcome: z.string(), person: z.string(), text: z.string() })),
    }),
  ),
  meetings: z.array(
    z.strictObject({
      ...told,
      ...{ minutes: z.number(), place: z.string(), outcome: z.string().optional(), notes: z.string().optional() },
      attendees: z.array(z.strictObject({ person: z.string(), role: z.string() })),
    }),
  ),
  summaries: z.array(
    z.strictObject({
      ...{ postmortem: z.string(), person: z.string(), approver: z.string(), title: z.string(), body: z.string() },
    }),
  ),
})

const read = () => {
  const home = process.env.FIREBREAK_HOME ?? process.cwd()
  return Reviews.parse(parseYaml(readFileSync(path.join(home, 'content', 'sample', 'reviews.yaml'), 'utf8')))
}

const DAY = 86_400_000

const ago = ({ today }: Scene, days: number) => new Date(today.getTime() - days * DAY)

/** The company's own rules and holidays, from its first day on. */
export async function ruleReviews(scene: Scene): Promise<void> {
  const { act } = acting(scene)
  const { rules, holidays } = read()
  const first = ago(scene, 449)
  const administrator = scene.cast.person('ines')
  for (const rule of rules) await act(administrator, first, setReviewRule, rule)
  for (const holiday of holidays) await act(administrator, first, addHoliday, holiday)
}

/** People open their inboxes: what is older than two weeks was read a day after it came. */
async function readInboxes({ db, today }: Scene): Promise<void> {
  await db.$executeRaw`update "Notification" set "readAt" = "createdAt" + interval '1 day'
    where "createdAt" < ${new Date(today.getTime() - 14 * DAY)}`
}

/** One document in each state that a review can leave it in. */
export async function tellReviews(scene: Scene, stories: readonly Story[]): Promise<void> {
  const { cast, today, db } = scene
  const { act, ask } = acting(scene)
  const reviews = read()
  const { person } = cast
  const title = (file: string, of: 'incident' | 'postmortem') => {
    const found = stories.find((story) => story.file === file)?.[of]?.title
    if (!found) throw new Error(`content/sample/reviews.yaml: ${file} has no ${of}.`)
    return found
  }
  const postmortem = async (file: string) =>
    (await db.postmortem.findFirstOrThrow({ where: { title: title(file, 'postmortem') } })).number
  for (const { incident, by, daysAgo, reason } of reviews.waivers) {
    const { number } = await db.incident.findFirstOrThrow({ where: { title: title(incident, 'incident') } })
    await act(person(by), ago(scene, daysAgo), waivePostmortem, { number, reason })
  }
  for (const { postmortem: old, by, person: who, daysAgo, reason } of reviews.supersessions)
    await act(person(who), ago(scene, daysAgo), supersedePostmortem, {
      number: await postmortem(old),
      by: await postmortem(by),
      reason,
    })
  for (const { postmortem: file, person: who, daysAgo, rubric, points, answers } of reviews.points) {
    const number = await postmortem(file)
    await act(person(who), ago(scene, daysAgo), decideReview, { number, verdict: 'comment', rubric, points })
    const raised = await db.reviewPoint.findMany({
      where: { review: { postmortem: { number } } },
      orderBy: { id: 'asc' },
    })
    for (const [index, { outcome, text, person: author }] of answers.entries())
      await act(person(author), ago(scene, daysAgo - 1), answerPoint, {
        number,
        point: raised[index]?.id,
        outcome,
        text,
      })
  }
  for (const { postmortem: file, person: who, daysAgo, outcome, notes, attendees, ...meeting } of reviews.meetings) {
    const number = await postmortem(file)
    const day = new Date(today.getTime() - daysAgo * DAY).toISOString().slice(0, 10)
    const { id } = await ask(person(who), ago(scene, daysAgo + 2), scheduleMeeting, {
      ...{ ...meeting, number, startsAt: `${day}T14:00Z`, zone: person(who).zone },
      attendees: attendees.map(({ person: key, role }) => ({ person: person(key).personId, role })),
    })
    if (outcome)
      await act(person(who), ago(scene, daysAgo - 1), updateMeeting, { number, id, version: 1, outcome, notes })
  }
  for (const { postmortem: file, person: who, approver, title, body } of reviews.summaries) {
    const number = await postmortem(file)
    await act(person(who), ago(scene, 12), writeSummary, { number, revision: 0, title, body })
    await act(person(approver), ago(scene, 11), approveSummary, {
      number,
      revision: 1,
      note: 'Read by support as well.',
    })
  }
  await readInboxes(scene)
}
