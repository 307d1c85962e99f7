import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { decodeCursor, type Page, pageOf } from '#lib/page.ts'
import { namesOf } from '#lib/people/queries.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { localDate, localFromDate } from '#lib/time.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { findGuide, getGuideItems, getGuideSource, listGuides } from './queries.ts'
import type { AnswerOut, GuideListed, GuideOut, ListGuidesInput, ProposalOut } from './schema.ts'
import { presentListed, whatWasSaid } from './standings.ts'

/** Guides with what is said of them, for those who ask over the API. */
export async function listGuidesWithState(
  work: Work,
  { cursor, limit }: z.output<typeof ListGuidesInput>,
): Promise<Page<GuideListed>> {
  const [after] = decodeCursor(cursor, z.string()) ?? []
  const [guides, said] = [await listGuides(), await whatWasSaid(work)]
  const from = after === undefined ? 0 : guides.findIndex(({ slug }) => slug === after) + 1
  const today = localDate(work.now, 'UTC')
  const rows = guides.slice(from, from + limit + 1).map((guide) => presentListed(guide, said[guide.slug], today))
  return pageOf(rows, limit, ({ slug }) => [slug])
}

const titled = { select: { number: true, title: true } } as const
const answerParts = { exercise: titled, proposal: { select: { number: true } } } as const
const parts = {
  flags: {
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    include: { incident: titled, postmortem: titled, answer: { include: answerParts } },
  },
  answers: { where: { flagId: null }, orderBy: [{ at: 'desc' }, { id: 'desc' }], include: answerParts },
  proposals: { orderBy: { number: 'desc' }, include: { closing: true } },
} as const satisfies Prisma.GuideInclude

type Row = Prisma.GuideGetPayload<{ include: typeof parts }>
type Names = Awaited<ReturnType<typeof namesOf>>

/** One guide with everything that was said of it. What nobody spoke of yet has no row, and nothing to tell. */
export async function getGuideTalk(work: Work, slug: string): Promise<GuideOut> {
  const [guide, file, items] = await Promise.all([findGuide(slug), getGuideSource(slug), getGuideItems(slug)])
  if (!guide || !file || !items) return refuse(notFound)
  const row = await work.db.guide.findUnique({ where: { slug }, include: parts })
  const said = await whatWasSaid(work)
  const names = await namesOf(work, row ? writers(row) : [])
  return {
    ...presentListed(guide, said[slug], localDate(work.now, 'UTC')),
    text: file.source,
    version: file.version,
    checklist: items,
    flags: (row?.flags ?? []).map(({ id, text, incident, postmortem, byId, at, answer }) => ({
      id,
      text,
      incident,
      postmortem,
      by: names(byId),
      at: at.toISOString(),
      answer: answer && presentAnswer(answer, names),
    })),
    answers: (row?.answers ?? []).map((answer) => presentAnswer(answer, names)),
    proposals: (row?.proposals ?? []).map((proposal) => {
      const { patch: _, ...rest } = presentProposal(proposal, names)
      return rest
    }),
  }
}

/** What its events are about; null where nothing was said yet. */
export async function guideId({ db }: Work, slug: string): Promise<string | null> {
  return (await db.guide.findUnique({ where: { slug }, select: { id: true } }))?.id ?? null
}

export async function getProposal(work: Work, slug: string, number: number): Promise<ProposalOut> {
  const row = await work.db.guideProposal.findFirst({
    where: { number, guide: { slug } },
    include: { closing: true },
  })
  if (!row || !(await findGuide(slug))) return refuse(notFound)
  return presentProposal(row, await namesOf(work, [row.byId, row.closing?.byId ?? null]))
}

const writers = ({ flags, answers, proposals }: Row) => [
  ...flags.flatMap(({ byId, answer }) => [byId, answer?.byId ?? null]),
  ...answers.map(({ byId }) => byId),
  ...proposals.flatMap(({ byId, closing }) => [byId, closing?.byId ?? null]),
]

function presentAnswer(
  { verdict, reason, until, exercise, proposal, byId, at }: Row['answers'][number],
  names: Names,
): AnswerOut {
  return {
    verdict,
    reason,
    exercise,
    proposal: proposal?.number ?? null,
    by: names(byId),
    at: at.toISOString(),
    until: until && localFromDate(until),
  }
}

function presentProposal(
  { number, summary, patch, byId, at, closing }: Row['proposals'][number],
  names: Names,
): ProposalOut {
  return {
    number,
    summary,
    patch,
    by: names(byId),
    at: at.toISOString(),
    state: closing?.outcome ?? 'open',
    reason: closing?.reason ?? '',
    closedBy: closing && names(closing.byId),
    closedAt: closing?.at.toISOString() ?? null,
  }
}
