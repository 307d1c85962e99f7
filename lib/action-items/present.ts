import { ofFinding, ofRisk, ofTarget, originOf } from '#lib/origin.ts'
import { isOverdue, localDate, localFromDate } from '#lib/time.ts'
import type { Prisma } from '#prisma/client/client.ts'
import type { ActionItemOut } from './schema.ts'

const named = { select: { id: true, name: true } } as const
const titled = { select: { number: true, title: true } } as const

export const whole = {
  team: true,
  owner: named,
  postmortem: titled,
  program: { select: { number: true, name: true } },
  milestone: { select: { id: true, title: true } },
  commitments: {
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 1,
    include: { approver: named, duplicateOf: titled },
  },
  steps: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1, include: { blockedBy: titled } },
  evidence: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
  links: { orderBy: { position: 'asc' } },
  incidents: { include: { incident: titled }, orderBy: { incident: { number: 'asc' } } },
  sources: { select: { risk: ofRisk, finding: ofFinding, target: ofTarget }, take: 1 },
} as const satisfies Prisma.ActionItemInclude

type Row = Prisma.ActionItemGetPayload<{ include: typeof whole }>

export function presentActionItem(row: Row, now: Date): ActionItemOut {
  const { number, externalId, title, doneWhen, priority, team, owner, version, postmortem, program, milestone } = row
  const { purpose, domain, strength, effort, mechanism, shownBy, rescheduleCount, closed } = row
  const dueOn = localFromDate(row.dueOn)
  return {
    number,
    externalId,
    title,
    doneWhen,
    priority,
    owner,
    dueOn,
    version,
    postmortem,
    source: row.sources[0] ? originOf(row.sources[0]) : null,
    closed,
    program,
    milestone,
    purpose,
    domain,
    strength,
    effort,
    mechanism,
    shownBy,
    rescheduleCount,
    team: { slug: team.slug, name: team.name, zone: team.zone },
    originalDueOn: localFromDate(row.originalDueOn),
    overdue: !closed && isOverdue({ dueOn, zone: team.zone, now }),
    createdAt: row.createdAt.toISOString(),
    incidents: row.incidents.map(({ incident }) => incident),
    links: row.links.map(({ label, url }) => ({ label, url })),
    commitment: commitmentOf(row, now),
    progress: progressOf(row),
    firstDoneAt: row.firstDoneAt?.toISOString() ?? null,
    evidence: row.evidence.map(({ kind, url, note, at }) => ({ kind, url, note, at: at.toISOString() })),
  }
}

function commitmentOf({ commitment, commitments: [row], team }: Row, now: Date): ActionItemOut['commitment'] {
  const until = row?.until ? localFromDate(row.until) : null
  return {
    kind: commitment,
    reason: row?.reason ?? '',
    until,
    expired: until !== null && until < localDate(now, team.zone),
    approver: row?.approver ?? null,
    duplicateOf: row?.duplicateOf ?? null,
    at: row?.at.toISOString() ?? null,
  }
}

function progressOf({ progress, steps: [row] }: Row): ActionItemOut['progress'] {
  return {
    kind: progress,
    note: row?.note ?? '',
    blockedBy: row?.blockedBy ?? null,
    because: row?.because ?? null,
    at: row?.at.toISOString() ?? null,
  }
}
