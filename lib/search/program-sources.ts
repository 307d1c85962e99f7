import type { Db } from '#lib/context.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { mechanismWords } from './facts.ts'
import { personTag, tagOf } from './fields.ts'
import { urlOf } from './model.ts'
import { plainText } from './plain.ts'
import { plainSource, type Source } from './source.ts'

const include = {
  lead: { select: { name: true } },
  teams: { include: { team: { select: { slug: true, name: true } } } },
  services: { include: { service: { select: { slug: true, name: true } } } },
  milestones: { orderBy: { position: 'asc' } },
  kpis: { orderBy: { position: 'asc' } },
  watches: { where: { endedAt: null } },
} as const satisfies Prisma.ProgramInclude

/** What it is about in its own words; what it says of records stays with those. */
export async function programSources(db: Db, ids: readonly string[]): Promise<Source[]> {
  const rows = await db.program.findMany({ where: { id: { in: [...ids] } }, include })
  return rows.map((row) => {
    const services = row.services.map(({ service }) => service)
    const teams = row.teams.map(({ team }) => team)
    const mechanisms = row.watches.map(({ mechanism }) => mechanism)
    const said = [row.objective, row.why, row.scopeIn, row.scopeOut, ...row.exitCriteria]
    const measured = [
      ...row.milestones.flatMap(({ title, exitCriterion }) => [title, exitCriterion]),
      ...row.kpis.map(({ name }) => name),
    ]
    return {
      ...plainSource,
      id: row.id,
      number: row.number,
      externalId: row.key,
      title: row.name,
      state: row.state,
      mechanisms,
      url: urlOf.program(row.number),
      date: row.startOn.toISOString(),
      services: services.map(({ name }) => name),
      about: [
        row.lead.name,
        ...[...teams, ...services].map(({ name }) => name),
        ...mechanisms.map(mechanismWords),
      ].join(' '),
      passages: [{ where: null, text: [...said, ...measured].map(plainText).join('\n') }],
      tags: [
        ...teams.map(({ slug }) => tagOf('team', slug)),
        ...services.map(({ slug }) => tagOf('service', slug)),
        ...mechanisms.map((code) => tagOf('mechanism', code)),
        tagOf('is', row.state),
        tagOf('year', row.startOn.toISOString().slice(0, 4)),
        personTag(row.leadId),
      ],
      at: row.startOn,
      recency: row.startOn,
    }
  })
}
