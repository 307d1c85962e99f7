import type { z } from 'zod'
import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { notify } from '#lib/notifications/notify.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, invalid, notFound, refuse } from '#lib/problem.ts'
import { addDays, dateFromLocal, localDate } from '#lib/time.ts'
import { lockGuide } from './owners.ts'
import { AnswerGuideInput, GuideOut } from './schema.ts'
import { getGuideTalk } from './talk.ts'

type Input = z.output<typeof AnswerGuideInput>
type Guide = Awaited<ReturnType<typeof lockGuide>>

/** A text about running systems that nobody read for two years is not kept true. */
const UNTIL_DAYS_MAX = 730

export const answerGuide = command({
  name: 'guide.answer',
  summary: 'Answers for a guide: still right because of something, or to be changed, with the proposal.',
  scope: 'guides:write',
  input: AnswerGuideInput,
  output: GuideOut,
  subject: async (work, { guide, flag }) => {
    const row = await lockGuide(work, guide)
    return { ...row, flag: flag ? await flagOf(work, row.id, flag) : null }
  },
  may: (actor, guide) => can(actor, 'answer', 'guide', guide),
  async run(work, { input, subject: guide }) {
    const { db, now, actor } = work
    const { verdict, reason } = input
    const flagId = guide.flag?.id ?? null
    if (guide.flag?.answer) refuse(conflict('It was answered already.'))
    const until = untilOf(input, localDate(now, guide.zone))
    await db.guideAnswer.createMany({
      data: {
        id: newId(now),
        guideId: guide.id,
        flagId,
        verdict,
        reason,
        at: now,
        until: until && dateFromLocal(until),
        exerciseId: await exerciseId(work, input),
        proposalId: await proposalId(work, guide, input),
        byId: actor.kind === 'person' ? actor.personId : null,
      },
    })
    if (guide.flag)
      await notify(work, {
        kind: 'guide_answered',
        people: [guide.flag.byId],
        subject: { kind: 'guide', id: guide.id },
        facts: { flagId: guide.flag.id, verdict },
      })
    return {
      read: () => getGuideTalk(work, guide.slug),
      events: [happened('guide.answered', guide.id, { flagId, verdict, reason, until })],
    }
  },
})

async function flagOf({ db }: Work, guideId: string, id: string) {
  const row = await db.guideFlag.findFirst({
    where: { id, guideId },
    select: { id: true, byId: true, answer: { select: { id: true } } },
  })
  return row ?? refuse(notFound)
}

/** An answer to the calendar is a new day. */
function untilOf({ verdict, flag, until }: Input, today: string): string | null {
  if (verdict === 'change') return null
  if (!until) return flag ? null : refuse(invalid('until', 'Choose the day by which it is read again.'))
  if (until <= today || until > addDays(today, UNTIL_DAYS_MAX))
    refuse(invalid('until', 'Choose a day to come, within two years.'))
  return until
}

async function exerciseId({ db }: Work, { verdict, exercise }: Input): Promise<string | null> {
  if (verdict === 'change' || !exercise) return null
  const row = await db.exercise.findUnique({ where: { number: exercise }, select: { id: true, outcome: true } })
  if (row?.outcome === 'confirmed') return row.id
  return refuse(invalid('exercise', 'Choose an exercise that ended and confirmed what was expected.'))
}

async function proposalId({ db }: Work, guide: Guide, { verdict, proposal }: Input): Promise<string | null> {
  if (verdict === 'stands') return null
  if (!proposal) return refuse(invalid('proposal', 'Name the proposed change: propose one first where there is none.'))
  const row = await db.guideProposal.findFirst({
    where: { number: proposal, guideId: guide.id, OR: [{ closing: null }, { closing: { outcome: 'merged' } }] },
    select: { id: true },
  })
  return row?.id ?? refuse(invalid('proposal', 'Choose a proposed change of this guide that was not declined.'))
}
