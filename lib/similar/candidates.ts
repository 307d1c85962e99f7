import type { Work } from '#lib/context.ts'
import { longWords, type Shared } from './model.ts'
import type { Subject } from './subject.ts'

/** The newest that share anything; what is older and shares more than one thing is met by its words. */
const LOOKED_THROUGH_MAX = 500
const BY_FACTS = 30
const BY_WORDS = 20

/** Rarest first, and in few records each: all of them together are read as fast as one common word. */
const RARE_MAX = 60
/** No title needs more. */
const TITLE_WORDS_MAX = 20

/** A word that few records hold, as it was written and as the index spells it. */
type Rare = { word: string; term: string }

export async function rareWords({ db }: Work, { incidentId, words }: Subject): Promise<Rare[]> {
  return db.$queryRaw`
    with own as (select ${incidentId}::uuid union all select "id" from "Postmortem" where "incidentId" = ${incidentId}::uuid)
    select r.word, r.term from firebreak_rare(${[...words]}::text[], array(select * from own), ${RARE_MAX}) r`
}

/**
 * Incidents that may be similar, at most fifty, of those this actor may see: those that share most facts, and those the
 * search ranks first for the title, the identifiers and the rare words. Both ask indexes and neither grows with what is
 * remembered.
 */
export async function candidateIds(work: Work, subject: Subject, rare: readonly Rare[]): Promise<string[]> {
  const found = await Promise.all([byFacts(work, subject), byWords(work, subject, rare)])
  return [...new Set(found.flat())].filter((id) => id !== subject.incidentId)
}

async function byFacts({ db }: Work, { mechanisms, serviceIds, trigger, before }: Subject): Promise<string[]> {
  if (mechanisms.length + serviceIds.length === 0) return []
  const rows = await db.$queryRaw<{ id: string }[]>`
    select "id" from (
      select i."id", i."occurredAt",
        2 * cardinality(array(select unnest(i."mechanisms") intersect select unnest(${mechanisms}::text[])))
          + (select count(*) from "IncidentService" s where s."incidentId" = i."id" and s."serviceId" = any(${serviceIds}::uuid[]))
          + coalesce((i."triggerKind"::text = ${trigger})::integer, 0) as shared
      from "Incident" i
      where (${before}::timestamptz is null or i."occurredAt" < ${before}::timestamptz)
        and (i."mechanisms" && ${mechanisms}::text[] or exists (
          select 1 from "IncidentService" s where s."incidentId" = i."id" and s."serviceId" = any(${serviceIds}::uuid[])))
      order by i."occurredAt" desc limit ${LOOKED_THROUGH_MAX}) newest
    order by shared desc, "occurredAt" desc limit ${BY_FACTS}`
  return rows.map(({ id }) => id)
}

/**
 * The search index, asked through its functions in the database: the search itself knows the nouns that ask this, so they
 * cannot know it back. It applies the policy inside, and answers ids alone.
 */
async function byWords(
  { db }: Work,
  { title, identifiers, before }: Subject,
  rare: readonly Rare[],
): Promise<string[]> {
  const hits = await db.$queryRaw<{ kind: string; id: string }[]>`
    with known as (
      select t.term from firebreak_terms(${title}, ${identifiers}::text[], '') t where t.way = 'same'
      union select unnest(${rare.map(({ term }) => term)}::text[])
    )
    select kind, id from firebreak_search(
      array(select k.term from known k), array(select 1::real from known), (select count(*)::integer from known),
      '{}'::text[], null::tsquery, null::tsquery, '{kind:incident,kind:postmortem}'::text[], '{0,0}'::integer[],
      '{}'::text[], null::timestamptz, ${before}::timestamptz, ${BY_WORDS})`
  const of = (kind: string) => hits.filter((hit) => hit.kind === kind).map(({ id }) => id)
  const postmortems = of('postmortem')
  const told =
    postmortems.length > 0
      ? await db.postmortem.findMany({ where: { id: { in: postmortems } }, select: { incidentId: true } })
      : []
  return [...of('incident'), ...told.flatMap(({ incidentId }) => incidentId ?? [])]
}

type Found = Shared & { id: string }

/** Which of the identifiers, words of the title and rare words stand in these documents as this actor may find them. */
export async function sharedWith(
  { db }: Work,
  { title, identifiers }: Subject,
  { rare, documentIds }: { rare: readonly Rare[]; documentIds: readonly string[] },
): Promise<Map<string, Found>> {
  const exact = [...identifiers, ...rare.map(({ term }) => term)]
  const rows = await db.$queryRaw<Found[]>`
    with asked as materialized (
      select e.word, e.place, e.place > ${identifiers.length} as rare, false as titled,
        ('''' || replace(replace(e.word, '\\', '\\\\'), '''', '''''') || '''')::tsquery as query
      from unnest(${exact}::text[]) with ordinality e(word, place)
      union all
      select w, 0, false, true, plainto_tsquery('firebreak', w) from unnest(${longWords(title, TITLE_WORDS_MAX)}::text[]) w
    ), documents as materialized (
      -- Put together, so that it is unpacked once and not for every word.
      select d."id", d."searchable" || ''::tsvector as words, ts_filter(d."searchable", '{a}') as title
      from "SearchDocument" d where d."kind" in ('incident', 'postmortem') and d."id" = any(${documentIds}::uuid[])
    )
    select d."id",
      array(select a.word from asked a where not a.titled and not a.rare and d.words @@ a.query order by a.word) as identifiers,
      array(select a.word from asked a where a.titled and numnode(a.query) > 0 and d.title @@ a.query order by a.word) as words,
      array(select a.word from asked a where a.rare and d.words @@ a.query order by a.place) as spoken
    from documents d`
  const written = new Map(rare.map(({ term, word }) => [term, word]))
  return new Map(rows.map((row) => [row.id, { ...row, spoken: row.spoken.map((term) => written.get(term) ?? term) }]))
}
