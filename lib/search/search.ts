import type { z } from 'zod'
import type { Work } from '#lib/context.ts'
import type { EngineQuery, Found, Hit, SearchEngine } from './engine.ts'
import { COUNTED, facetsOf, widenings } from './facets.ts'
import { type Field, tagOf } from './fields.ts'
import type { Kind } from './model.ts'
import { parseQuery } from './parse.ts'
import { postgresEngine } from './postgres.ts'
import { type Asked, withAsked } from './query-text.ts'
import { folded, readAgain, withoutRef } from './read-again.ts'
import { SearchInput, type SearchOut } from './schema.ts'
import { type Understood, understand } from './understand.ts'
import { verified } from './verify.ts'

/** A question as an engine is asked it, with what its operators turned out to mean. */
export type Question = {
  input: z.output<typeof SearchInput>
  query: EngineQuery
  understood: Understood
  /** Only for the counts. */
  wider: Map<Field, EngineQuery>
}

export type Answers = { found: Found; wider: Map<Field, Found>; engine: SearchOut['engine'] }

export type Searched = SearchOut & Pick<Understood, 'meant'>

/** What this actor may find, best first. */
export async function search(
  work: Work,
  input: z.input<typeof SearchInput>,
  engine: SearchEngine = postgresEngine((run) => run(work.db)),
): Promise<Searched> {
  const question = await questionOf(work, input)
  return answer(work, question, await ask(engine, question, 'builtin'))
}

export async function questionOf(work: Work, given: z.input<typeof SearchInput>): Promise<Question> {
  const input = SearchInput.parse(given)
  const { asked, ...words } = parseQuery(input.kind ? withAsked(input.q, kindIs(input.kind)) : input.q)
  const understood = await understand(work, asked)
  // Incidents are folded into their postmortems, so a few more are asked for than are shown.
  const limit = input.facets ? COUNTED : input.limit * 2
  const query = { ...words, narrowing: understood.narrowing, limit }
  return { input, query, understood, wider: input.facets ? widenings(query, understood) : new Map() }
}

const kindIs = (kind: Kind): Asked => ({ operator: 'kind', value: kind, negated: false })

/** Nothing asked is nothing found; so is asking for something by operators that mean nothing. */
export const isEmpty = ({ query, understood }: Question) => query.text === '' && understood.meant.length === 0

export async function ask(
  engine: Pick<SearchEngine, 'search'>,
  question: Question,
  name: SearchOut['engine'],
): Promise<Answers> {
  if (isEmpty(question)) return { found: { hits: [], words: [] }, wider: new Map(), engine: name }
  const found = await engine.search(question.query)
  const wider = new Map<Field, Found>()
  for (const [field, query] of question.wider) wider.set(field, await engine.search(query))
  return { found, wider, engine: name }
}

export async function answer(work: Work, question: Question, { engine, ...given }: Answers): Promise<Searched> {
  const { input, query, understood } = question
  const found = await verified(work, given.found, query)
  const wider = new Map<Field, Found>()
  for (const [field, some] of given.wider)
    wider.set(field, await verified(work, some, question.wider.get(field) ?? query))
  const { meant, notes } = understood
  const named = await namedRecords(work, query, understood)
  const hits = [...named, ...found.hits.slice(0, input.limit * 2)]
  const results = await readAgain(work, { hits, words: found.words }, query.narrowing.barred)
  const kindGiven = meant.some(({ field }) => field === 'kind')
  const facets = input.facets ? await facetsOf(work, { found, wider, meant }) : []
  return {
    results: (kindGiven ? results : folded(results)).slice(0, input.limit).map(withoutRef),
    facets,
    meant,
    notes,
    engine,
    more: found.hits.length >= query.limit,
  }
}

/** "42", "INC-7": somebody who knows the name of a record wants that record first. */
async function namedRecords({ db }: Work, { text }: EngineQuery, { meant }: Understood): Promise<Hit[]> {
  if (text === '' || text.includes(' ')) return []
  const kindsMeant = meant.filter(({ field }) => field === 'kind')
  // What narrows by anything else is no question for a name.
  if (kindsMeant.length < meant.length) return []
  const wanted = (kind: Kind) => kindsMeant.length === 0 || kindsMeant.some(({ tag }) => tag === tagOf('kind', kind))
  const number = /^\d{1,9}$/.test(text) ? Number(text) : null
  const where = { OR: [{ externalId: text }, ...(number === null ? [] : [{ number }])] }
  const find = { where, select: { id: true }, take: 5 }
  const called = { OR: [{ key: text }, ...(number === null ? [] : [{ number }])] }
  const rows = {
    postmortem: wanted('postmortem') ? await db.postmortem.findMany(find) : [],
    incident: wanted('incident') ? await db.incident.findMany(find) : [],
    action_item: wanted('action_item') ? await db.actionItem.findMany(find) : [],
    program: wanted('program') ? await db.program.findMany({ ...find, where: called }) : [],
    risk: wanted('risk') && number !== null ? await db.risk.findMany({ ...find, where: { number } }) : [],
    exercise: wanted('exercise') && number !== null ? await db.exercise.findMany({ ...find, where: { number } }) : [],
  }
  return (['postmortem', 'incident', 'action_item', 'program', 'risk', 'exercise'] as const).flatMap((kind) =>
    rows[kind].map(({ id }) => ({ kind, id, score: Number.POSITIVE_INFINITY })),
  )
}
