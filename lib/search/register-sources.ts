import type { Db } from '#lib/context.ts'
import { faults, kinds } from '#lib/exercises/vocabulary.ts'
import { failureDomains, layers } from '#lib/risks/vocabulary.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { mechanismWords } from './facts.ts'
import { personTag, tagOf } from './fields.ts'
import { urlOf } from './model.ts'
import { plainText } from './plain.ts'
import { plainSource, type Source } from './source.ts'

const byAge = { orderBy: { at: 'asc' } } as const
const shared = {
  team: { select: { slug: true, name: true } },
  services: { include: { service: { select: { slug: true, name: true } } } },
} as const

/** An entry of the register: what it is, what was decided about it, and what its tests showed. */
export async function riskSources(db: Db, ids: readonly string[]): Promise<Source[]> {
  const include = { ...shared, treatments: byAge, tests: byAge } satisfies Prisma.RiskInclude
  const rows = await db.risk.findMany({ where: { id: { in: [...ids] } }, include })
  return rows.map((row) => {
    const state = row.closed ? 'closed' : 'open'
    const notes = [...row.treatments.map(({ reason }) => reason), ...row.tests.map(({ note }) => note)]
    return {
      ...registered(row, { state, date: row.targetOn }),
      title: row.component,
      url: urlOf.risk(row.number),
      at: row.createdAt,
      recency: row.createdAt,
      about: aboutOf(row, [layers[row.layer], failureDomains[row.domain]]),
      passages: passagesOf([row.sharedFate, row.detection, row.impactNote, ...notes]),
    }
  })
}

/** An exercise: what was expected, what happened, and what was found. */
export async function exerciseSources(db: Db, ids: readonly string[]): Promise<Source[]> {
  const include = {
    ...shared,
    result: true,
    findings: { orderBy: { ordinal: 'asc' } },
    entries: { orderBy: [{ happenedAt: 'asc' }, { id: 'asc' }] },
  } satisfies Prisma.ExerciseInclude
  const rows = await db.exercise.findMany({ where: { id: { in: [...ids] } }, include })
  return rows.map(({ result, findings, entries, ...row }) => {
    const mechanisms = [...new Set(findings.flatMap(({ mechanism }) => mechanism ?? []))]
    const found = registered(row, { state: row.state, date: row.plannedOn })
    return {
      ...found,
      title: row.title,
      url: urlOf.exercise(row.number),
      mechanisms,
      at: row.plannedOn,
      recency: row.plannedOn,
      tags: [...found.tags, ...mechanisms.map((code) => tagOf('mechanism', code))],
      about: aboutOf(row, [
        kinds[row.kind],
        row.fault ? faults[row.fault] : '',
        row.target,
        ...mechanisms.map(mechanismWords),
      ]),
      passages: passagesOf([
        ...[row.holds, row.because, row.signal, row.faultNote],
        ...(result ? [result.summary, result.detectionNote, result.responseNote, result.restoreNote] : []),
        ...findings.map(({ text }) => text),
      ]),
      timeline: entries.map(({ text }) => plainText(text)).join('\n'),
    }
  })
}

type Shared = {
  id: string
  number: number
  ownerId: string | null
  team: { slug: string; name: string }
  services: { service: { slug: string; name: string } }[]
}

const servicesOf = ({ services }: Shared) => services.map(({ service }) => service)

function registered(row: Shared, { state, date }: { state: string; date: Date | null }) {
  const year = date && tagOf('year', date.toISOString().slice(0, 4))
  return {
    ...plainSource,
    id: row.id,
    number: row.number,
    state,
    date: date?.toISOString() ?? null,
    services: servicesOf(row).map(({ name }) => name),
    tags: [
      ...[tagOf('team', row.team.slug), tagOf('is', state)],
      ...servicesOf(row).map(({ slug }) => tagOf('service', slug)),
      ...(year ? [year] : []),
      ...(row.ownerId ? [personTag(row.ownerId)] : []),
    ],
  }
}

const aboutOf = (row: Shared, words: readonly string[]) =>
  [row.team.name, ...servicesOf(row).map(({ name }) => name), ...words].filter(Boolean).join(' ')

const passagesOf = (texts: readonly string[]) => [
  { where: null, text: texts.filter(Boolean).map(plainText).join('\n') },
]
