/**
 * Functions of the default search engine that look as their owner, because row-level security cannot use an index of
 * words (5.7 → 42.8 ms for 10,000 documents). They apply the rule of who may find what themselves, and give away ids,
 * scores and words of findable documents only; rows are read again under the actor's own policy before anything is shown.
 * They are plpgsql, which keeps plans for the session: planning them anew costs more than running them.
 */
export function searchSql(findable: (row: string) => string): string {
  return [DROPS, standsSql(findable('d')), TERMS, RARE, rankSql(findable('f')), listSql(findable('f')), GRANTS].join(
    '\n\n',
  )
}

/** With the arguments they had before: a function is replaced only by one with the same. */
const DROPS = `drop function if exists firebreak_search(tsquery, text[], integer);
drop function if exists firebreak_search(text[], text[], tsquery, tsquery, text[], integer);
drop function if exists firebreak_terms(text);`

const GRANTS = `revoke all on function firebreak_stands from public;
grant execute on function firebreak_terms to firebreak_app;
grant execute on function firebreak_rare to firebreak_app;
grant execute on function firebreak_search to firebreak_app;
grant execute on function firebreak_listed to firebreak_app;`

const LOOKS_AS_OWNER = `stable security definer set search_path = public set jit = off set plan_cache_mode = force_generic_plan`

/** Whether the word stands in a document the actor may find. */
function standsSql(findable: string): string {
  // 500 postings suffice: only from guests are more than that hidden, and for them the word then counts as unknown.
  return `create or replace function firebreak_stands(word text) returns boolean language plpgsql ${LOOKS_AS_OWNER}
  as $$ begin
  return exists (select 1 from (select t."document" from "SearchTerm" t where t."term" = word collate "C" limit 500) t
    cross join lateral (select s."kind", s."id" from "SearchDocument" s where s."ordinal" = t."document" limit 1) d where ${findable});
end $$;`
}

/**
 * The words of a query as the index spells them. A word that stands in no document the actor may find is unknown, and
 * gets the words it may have meant: a slip away, the beginning of it, or, for the last, which may still be being typed,
 * what it begins. "exact" are words kept whole and pairs of Chinese characters: they are there or they are "absent", and
 * only the last may be a beginning. "also" are words that mean the same. All of them from documents the actor may find, or a correction would tell what a
 * restricted record holds.
 */
const TERMS = `create or replace function firebreak_terms(query text, exact text[], also text)
  returns table (term text, way text, word text, documents integer) language plpgsql ${LOOKS_AS_OWNER}
  as $$ begin
  return query
  with asked as materialized (
    select l.lexeme as term, firebreak_stands(l.lexeme) as known, l.positions[cardinality(l.positions)] = max(l.positions[cardinality(l.positions)]) over () as last
    from unnest(to_tsvector('firebreak', query)) l where length(l.lexeme) <= 64
  ), whole as materialized (
    select e.term, firebreak_stands(e.term) as known, e.place = cardinality(exact) as last
    from unnest(exact) with ordinality e(term, place) where e.term not in (select a.term from asked a)
  ), unknown as materialized (
    select a.term, a.last from asked a where not a.known and length(a.term) >= 3 and a.term !~ '[0-9]'
  ), guesses as materialized (
    select u.term, 'near' as way, g."term" as word, g."open" as documents from unknown u cross join lateral (
      select w."term", w."open" from "SearchWord" w where w."near" && firebreak_near(u.term) limit 100) g
    union all
    select u.term, 'shorter', g."term", g."open" from unknown u cross join generate_series(5, length(u.term) - 2) l cross join lateral (
      select w."term", w."open" from "SearchWord" w where w."term" = left(u.term, l) collate "C" limit 1) g
    union all
    select u.term, 'longer', g."term", g."open" from unknown u cross join lateral (
      select w."term", w."open" from "SearchWord" w where w."term" > u.term collate "C" and w."term" < (u.term || chr(1114111)) collate "C"
      order by w."open" desc, w."term" limit 5) g where u.last
    union all
    select u.term, 'longer', g."term", g."open" from whole u cross join lateral (
      select w."term", w."open" from "SearchWord" w where w."term" > u.term collate "C" and w."term" < (u.term || chr(1114111)) collate "C"
      order by w."open" desc, w."term" limit 5) g where u.last and not u.known and length(u.term) >= 3
  )
  select a.term, case when a.known then 'same' else 'unknown' end, a.term, 0 from asked a
  union all
  select l.lexeme, 'also', l.lexeme, 0 from unnest(to_tsvector('firebreak', also)) l where firebreak_stands(l.lexeme)
  union all
  select e.term, case when e.known then 'same' else 'absent' end, e.term, 0 from whole e
  union all
  select g.term, g.way, g.word, g.documents from guesses g where firebreak_stands(g.word);
end $$;`

/**
 * Which of these words tell a text apart: those that few documents hold, and others than its "own", the rarest first. It
 * says of the words it is given no more than every score does; whether somebody may find another record that holds one
 * is asked where it is looked for. Among a few documents even the words of a template are in few, so nothing is rare there.
 */
const RARE = `create or replace function firebreak_rare(words text[], own uuid[], most integer)
  returns table (term text, word text) language plpgsql ${LOOKS_AS_OWNER}
  as $$ begin
  return query
  with itself as materialized (
    select d."ordinal" from "SearchDocument" d where d."kind" in ('incident', 'postmortem') and d."id" = any (own) and d."open"
  )
  select l.lexeme, words[l.positions[1]] from unnest(to_tsvector('firebreak', array_to_string(words, ' '))) l
  join "SearchWord" s on s."term" = l.lexeme collate "C"
  where length(l.lexeme) between 4 and 64
    and s."open" <= (select least(sum(c."documents") / 20, 3 + sum(c."documents") / 100) from "SearchCorpus" c)
    and s."open" > greatest(1, (select count(*) from itself i join "SearchTerm" t on t."document" = i."ordinal" and t."term" = s."term"))
  order by s."open", l.lexeme limit most;
end $$;`

/** What narrows a search: one tag of each group, none that is barred, and a time. Each is checked for one row "f". */
const NARROWING =
  'narrow text[], narrow_group integer[], barred text[], since timestamptz, until timestamptz, most integer'
const WANTED = `wanted as materialized (
    select array_agg(n.tag) as tags from unnest(narrow, narrow_group) n(tag, grp) group by n.grp
  )`
const NARROWED = `(since is null or f."at" >= since) and (until is null or f."at" < until) and not f."tags" && barred
      and not exists (select 1 from wanted w where not f."tags" && w.tags)`

/** So many are scored by all their words, of which so many are the answer. */
const CANDIDATES = 'least(most, 500) + 60'

/** Where what narrows leaves no more, nothing else is put in order. */
const FEW = 5000

/** About one hit in twenty promises more, going by the first of them. */
const EDGE = `select coalesce(min(s.promise), '-infinity') as promise from (
      select s.promise from (select h.promise from hits h limit 2000) s order by s.promise desc offset 100 limit 1) s`

/**
 * BM25 (k1 1.2, b 0.6), multiplied by the root of how many of the words were found, so that all beat most and most beat
 * any. A word has a boost: 1 when it was asked for, less when it stands for one that was. Rare words are read first and
 * whole. Words left after 12,000 postings are too common to bring anything new to the top, and so are those that most
 * documents hold, once there is enough to choose from. They only score what the rare ones found, and until then each
 * document is taken to gain by them what the average one does. Phrases that "must" be there come first, and are
 * looked for in documents that hold all their words and may hold each beside its neighbours: in the order of the
 * score, so that where a phrase is common few texts are read. A common word leaves a hundred thousand documents: the best
 * of them are put in order first, and the others only when those were not enough.
 */
function rankSql(findable: string): string {
  const bm25 = `w.gain * t."weight" / (t."weight" + 0.48::float8 + w.slope * exp(t."size" / 8::float8))`
  const upto = `sum(w."documents") over (order by n.term is null, w."documents", w."term")`
  const posting = `select * from "SearchTerm" t where t."term" = w."term" and (w.beside = 0 or t."beside" & w.beside = w.beside)`
  // Without the memory, sorting the postings of a common word among 100,000 documents goes through files.
  return `create or replace function firebreak_search(words text[], boosts real[], asked integer, must text[], phrase tsquery, without tsquery, ${NARROWING})
  returns table (kind text, id uuid, score real, tags text[]) language plpgsql ${LOOKS_AS_OWNER} set work_mem = '32MB'
  as $$ begin
  return query
  with corpus as materialized (
    select greatest(sum(c."documents"), 1)::float8 as documents, greatest(sum(c."length") / greatest(sum(c."documents"), 1), 1) as mean from "SearchCorpus" c
  ), ${WANTED}, needed as materialized (
    select p.term, bit_or(case when p.next_place = p.place + 1 then firebreak_bit(p.next) else 0 end
      | case when p.previous_place = p.place - 1 then firebreak_bit(p.previous) << 16 else 0 end) as beside from (
      select l.lexeme as term, a.place, lead(l.lexeme) over later as next, lead(a.place) over later as next_place,
        lag(l.lexeme) over later as previous, lag(a.place) over later as previous_place
      from unnest(must) with ordinality m(phrase, nth), unnest(to_tsvector('firebreak', m.phrase)) l, unnest(l.positions) a(place)
      window later as (partition by m.nth order by a.place)) p group by p.term
  ), weighed as materialized (
    select w."term", b.boost, n.term is not null as needed, coalesce(n.beside, 0) as beside, w."open" / c.documents as share, 1.2 * 0.6::float8 / c.mean as slope,
      b.boost * 2.2 * ln(1 + greatest(c.documents - w."open" + 0.5, 0.5) / (w."open" + 0.5)) as gain,
      ${upto} = w."documents"
        or ${upto} <= 12000 and (w."open" < c.documents / 2 or ${upto} - w."documents" < 5 * (${CANDIDATES})) as whole
    from unnest(words, boosts) b(word, boost) join "SearchWord" w on w."term" = b.word collate "C" cross join corpus c
      left join needed n on n.term = w."term" collate "C"
  ), rest as materialized (
    select coalesce(sum(w.boost * w.share) filter (where not w.whole), 0) as matched, coalesce(sum(w.gain * w.share) filter (where not w.whole), 0) * 0.6 as score,
      count(*) filter (where w.whole) = 1 as alone, (select count(*) from needed) - count(*) filter (where w.needed and not w.whole) as due
    from weighed w
  ), close as materialized (
    select w.tags, s."document" from wanted w cross join lateral (select s."document" from "SearchFacet" s where s."tags" && w.tags limit ${FEW} + 1) s
  ), closest as materialized (
    select c.tags from close c group by c.tags having count(*) <= ${FEW} order by count(*) limit 1
  ), hits as materialized (
    select h.*, (h.score + (select r.score from rest r)) * sqrt(h.matched + (select r.matched from rest r)) as promise from (
      select t."document", w.boost::float8 as matched, ${bm25} as score
      from weighed w cross join lateral (${posting} offset 0) t
      where w.whole and (select r.alone from rest r) and w.needed::integer = (select r.due from rest r)
      union all
      select t."document", sum(w.boost)::float8 as matched, sum(${bm25}) as score
      from weighed w cross join lateral (${posting} offset 0) t
      where w.whole and not (select r.alone from rest r)
      group by t."document" having count(*) filter (where w.needed) = (select r.due from rest r)) h
    where not exists (select 1 from closest) or h."document" in (select c."document" from close c join closest using (tags))
  ), edge as materialized (
    ${EDGE}
  ), found as materialized (
    select f."kind", f."id", f."tags", h."document", h.matched, h.score
    from (
      (select * from hits where hits.promise >= (select e.promise from edge e) order by hits.promise desc, hits."document" desc)
      union all
      (select * from hits where hits.promise < (select e.promise from edge e) order by hits.promise desc, hits."document" desc)) h
    cross join lateral (select s.* from "SearchFacet" s where s."document" = h."document" limit 1) f
    where ${NARROWED} and ${findable}
      and (phrase is null or not exists (select 1 from weighed w where w.needed and not w.whole and not exists (${posting} and t."document" = h."document"))
        and exists (select 1 from "SearchDocument" s where s."ordinal" = h."document" and s."searchable" @@ phrase))
      and (without is null or not exists (select 1 from "SearchDocument" s where s."ordinal" = h."document" and s."searchable" @@ without))
    limit ${CANDIDATES}
  )
  select f."kind", f."id", ((f.score + c.score) * sqrt(least((f.matched + c.matched) / greatest(asked, 1), 1)))::real, f."tags"
  from found f cross join lateral (
    select coalesce(sum(w.boost), 0) as matched, coalesce(sum(${bm25}), 0) as score from weighed w
    cross join lateral (select * from "SearchTerm" t where t."term" = w."term" and t."document" = f."document" limit 1) t where not w.whole
  ) c
  order by 3 desc, f."document" desc limit least(most, 500);
end $$;`
}

/** Without words there is nothing to rank by: the newest first. */
function listSql(findable: string): string {
  return `create or replace function firebreak_listed(${NARROWING})
  returns table (kind text, id uuid, score real, tags text[]) language plpgsql ${LOOKS_AS_OWNER}
  as $$ begin
  return query
  with ${WANTED}
  select f."kind", f."id", 0::real, f."tags" from "SearchFacet" f where ${NARROWED} and ${findable}
  order by f."recency" desc nulls last, f."document" desc limit least(most, 500);
end $$;`
}
