import type { z } from 'zod'
import type { Work } from '#lib/context.ts'
import type { DocumentRef, Found, SearchEngine } from './engine.ts'
import { guideSources } from './guide-sources.ts'
import { type Kind, kinds, urlOf } from './model.ts'
import { parseQuery } from './parse.ts'
import { postgresEngine } from './postgres.ts'
import { SearchInput, type SearchResult } from './schema.ts'
import { snippetOf } from './snippet.ts'
import { type Source, sourcesOf } from './sources.ts'

/** What this actor may find, best first. Everything shown is read here, in their own transaction. */
export async function search(
  work: Work,
  input: z.input<typeof SearchInput>,
  engine: SearchEngine = postgresEngine((run) => run(work.db)),
): Promise<SearchResult[]> {
  const { q, kind, limit } = SearchInput.parse(input)
  const query = parseQuery(q)
  if (query.text === '') return []
  const wanted = kind ? [kind] : kinds
  const named = await namedRecords(work, query.text, wanted)
  // Incidents are folded into their postmortems, so a few more are asked for than are shown.
  const { hits, words } = await engine.search({ ...query, kinds: wanted, limit: kind ? limit : limit * 2 })
  const results = await readAgain(work, { hits: [...named, ...hits], words })
  return folded(results, kind).slice(0, limit).map(withoutRef)
}

type Read = SearchResult & { ref: string; incidentRef: string | null }

/** "42", "INC-7": somebody who knows the name of a record wants that record first. */
async function namedRecords({ db }: Work, text: string, wanted: readonly Kind[]): Promise<Found['hits']> {
  if (text.includes(' ')) return []
  const number = /^\d{1,9}$/.test(text) ? Number(text) : null
  const where = { OR: [{ externalId: text }, ...(number === null ? [] : [{ number }])] }
  const find = { where, select: { id: true }, take: 5 }
  const called = { OR: [{ key: text }, ...(number === null ? [] : [{ number }])] }
  const rows = {
    postmortem: wanted.includes('postmortem') ? await db.postmortem.findMany(find) : [],
    incident: wanted.includes('incident') ? await db.incident.findMany(find) : [],
    action_item: wanted.includes('action_item') ? await db.actionItem.findMany(find) : [],
    program: wanted.includes('program') ? await db.program.findMany({ ...find, where: called }) : [],
  }
  return (['postmortem', 'incident', 'action_item', 'program'] as const).flatMap((kind) =>
    rows[kind].map(({ id }) => ({ kind, id, score: Number.POSITIVE_INFINITY })),
  )
}

async function readAgain({ db }: Work, { hits, words }: Found): Promise<Read[]> {
  const read = new Map<string, Omit<Read, 'score'>>()
  for (const kind of ['postmortem', 'incident', 'action_item', 'program'] as const) {
    const ids = hits.filter((hit) => hit.kind === kind).map(({ id }) => id)
    if (ids.length === 0) continue
    for (const source of await sourcesOf[kind](db, ids)) read.set(`${kind} ${source.id}`, resultOf(kind, source, words))
  }
  if (hits.some(({ kind }) => kind === 'guide'))
    for (const guide of await guideSources()) read.set(`guide ${guide.id}`, guideResult(guide, words))

  const best = Math.max(...hits.map(({ score }) => score).filter(Number.isFinite), Number.MIN_VALUE)
  const seen = new Map<string, Read>()
  for (const hit of hits) {
    const result = read.get(refOf(hit))
    // Two digits: a finer score would move with records the person cannot see.
    const score = Math.min(1, Math.round((hit.score / best) * 100) / 100)
    if (result && !seen.has(refOf(hit))) seen.set(refOf(hit), { ...result, score })
  }
  return [...seen.values()]
}

const refOf = ({ kind, id }: DocumentRef) => `${kind} ${id}`

/** Among everything, an incident whose postmortem stands there too is told by the postmortem. */
function folded(results: readonly Read[], kind: Kind | undefined): Read[] {
  const told = new Set(results.map(({ incidentRef }) => incidentRef))
  return results.filter(({ ref }) => kind !== undefined || !told.has(ref))
}

function resultOf(kind: Exclude<Kind, 'guide'>, source: Source, words: readonly string[]): Omit<Read, 'score'> {
  const { number, externalId, title, severity, services, date, state } = source
  const snippets = [source.body, source.timeline].map((text) => snippetOf(text, words))
  const [body, timeline] = snippets
  const snippet = timeline && body && (body.text === '' || timeline.marks.length > body.marks.length) ? timeline : body
  return {
    ref: `${kind} ${source.id}`,
    incidentRef: source.incidentId && `incident ${source.incidentId}`,
    ...{ kind, number, externalId, title, severity, services, date, state },
    url: urlOf[kind](number),
    snippet: snippet ?? { text: '', marks: [] },
  }
}

function guideResult(
  guide: Awaited<ReturnType<typeof guideSources>>[number],
  words: readonly string[],
): Omit<Read, 'score'> {
  const nothing = {
    incidentRef: null,
    number: null,
    externalId: null,
    severity: null,
    services: [],
    date: null,
    state: null,
  }
  const { id, slug, title } = guide
  return {
    ...nothing,
    ref: `guide ${id}`,
    kind: 'guide',
    title,
    url: urlOf.guide(slug),
    snippet: snippetOf(guide.body, words),
  }
}

const withoutRef = ({ ref: _, incidentRef: __, ...result }: Read): SearchResult => result
