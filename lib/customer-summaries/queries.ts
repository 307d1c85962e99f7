import type { Work } from '#lib/context.ts'
import { all, type Decision } from '#lib/decision.ts'
import { env } from '#lib/env.ts'
import { milestonesOf } from '#lib/incidents/columns.ts'
import { can } from '#lib/policy/can.ts'
import { loadForPolicy } from '#lib/postmortems/queries.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { templateInForce } from '#lib/templates/queries.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { check, type Finding, findingKinds } from './check.ts'
import { mayApprove } from './model.ts'
import { prefill } from './prefill.ts'
import type { SummaryOut, SummaryRevisionOut } from './schema.ts'

/** More names than this and a check would take longer than people wait; a company that large writes "the on-call". */
const NAMES_MAX = 20_000

export async function getSummary(work: Work, number: number): Promise<SummaryOut> {
  const row = await loadForPolicy(work, number)
  const revisions = await work.db.summaryRevision.findMany({
    where: { postmortemId: row.id },
    include: { approval: true },
    orderBy: { ordinal: 'desc' },
    take: 100,
  })
  const names = await namesOf(work, revisions)
  const shown = revisions.map((revision) => present(revision, names))
  const [current = null] = shown
  const findings = current ? await findingsOf(work, row.id, `${current.title}\n\n${current.body}`) : []
  return {
    number,
    current,
    draft: current ? null : await draftFor(work, row),
    approved: shown.find(({ approval }) => approval !== null) ?? null,
    findings: findings.map((finding) => ({ ...finding, why: findingKinds[finding.kind] })),
    revisions: shown.map(({ body: _, ...revision }) => revision),
  }
}

/** What the check finds now, each with its answer if it has one. */
export async function findingsOf({ db }: Work, postmortemId: string, text: string): Promise<Finding[]> {
  const people = await db.person.findMany({ select: { name: true }, take: NAMES_MAX })
  const answers = await db.summaryAnswer.findMany({ where: { postmortemId } })
  const reasons = new Map(answers.map(({ finding, reason }) => [finding, reason]))
  const { APP_URL, HOST } = env()
  const ownHosts = [APP_URL?.hostname ?? '', HOST]
  const found = check(text, { people: people.map(({ name }) => name), ownHosts })
  return found.map((finding) => ({ ...finding, answer: reasons.get(finding.key) ?? null }))
}

/** The newest approved one, which may leave; a draft may not. */
export async function getApprovedSummary(work: Work, number: number): Promise<SummaryRevisionOut> {
  return (await getSummary(work, number)).approved ?? refuse(notFound)
}

type Row = Prisma.SummaryRevisionGetPayload<{ include: { approval: true } }>

async function namesOf({ db }: Work, rows: readonly Row[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ createdById, approval }) => [createdById ?? [], approval?.approvedById ?? []].flat())
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  return new Map(people.map(({ id, name }) => [id, name]))
}

function present(
  { ordinal, title, body, createdById, createdAt, approval }: Row,
  names: Map<string, string>,
): SummaryRevisionOut {
  const person = (id: string | null) => (id ? { id, name: names.get(id) ?? '' } : null)
  return {
    revision: ordinal,
    title,
    body,
    by: person(createdById),
    at: createdAt.toISOString(),
    approval: approval && {
      by: person(approval.approvedById),
      at: approval.approvedAt.toISOString(),
      note: approval.note,
    },
  }
}

async function draftFor(work: Work, row: { title: string; incidentId: string | null }) {
  const template = await templateInForce(work, 'customer_summary')
  const incident = row.incidentId
    ? await work.db.incident.findUnique({
        where: { id: row.incidentId },
        include: { windows: { orderBy: { startedAt: 'asc' } } },
      })
    : null
  const facts = incident && { milestones: milestonesOf(incident), windows: incident.windows }
  return { title: row.title, body: template ? prefill(template, facts) : '' }
}

/** Whether this actor may approve the newest revision, as the command would answer. */
export async function getSummaryStanding(
  work: Work,
  number: number,
  { current, findings }: Pick<SummaryOut, 'findings'> & { current: SummaryRevisionOut },
): Promise<Decision> {
  const row = await loadForPolicy(work, number)
  const me = work.actor.kind === 'person' ? work.actor.personId : null
  const byWriter = me !== null && current.by?.id === me
  return all(
    can(work.actor, 'approveSummary', 'postmortem', row),
    mayApprove({ findings, byWriter, approved: current.approval !== null }),
  )
}
