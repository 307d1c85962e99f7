-- A posting knew the words that follow its word as bits of 32. Now 16 bits tell of those that follow and 16 of those before:
-- in a phrase that ends with a rare word nearly all documents that hold it are known by it not to hold the phrase.

CREATE OR REPLACE FUNCTION firebreak_bit(word text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT 1 << (hashtext(word) & 15) $$;

-- What is indexed already may be beside anything, until it is indexed again.
ALTER TABLE "SearchTerm" DROP CONSTRAINT "SearchTerm_pkey", DROP COLUMN "followed", ADD COLUMN "beside" INTEGER NOT NULL DEFAULT -1;
CREATE UNIQUE INDEX "SearchTerm_pkey" ON "SearchTerm"("term", "document") INCLUDE ("weight", "size", "beside");
ALTER TABLE "SearchTerm" ADD CONSTRAINT "SearchTerm_pkey" PRIMARY KEY USING INDEX "SearchTerm_pkey";

-- As before, with "beside".
CREATE OR REPLACE FUNCTION firebreak_index(given jsonb, at timestamptz) RETURNS void LANGUAGE plpgsql SET search_path = public SET jit = off AS $$
DECLARE
  before_terms text[]; before_documents integer[]; before_open boolean[]; before_count integer; before_length double precision;
  after_terms text[]; after_documents integer[]; after_open boolean[]; after_count integer; after_length double precision;
  after_weights real[]; after_sizes smallint[]; after_beside integer[]; changed_terms text[]; changed_documents integer[]; changed_open integer[];
BEGIN
  -- One writer at a time: two would wait for each other's words in opposite orders.
  PERFORM pg_advisory_xact_lock(7267230);

  SELECT count(*) FILTER (WHERE d."open"), coalesce(sum(d."length") FILTER (WHERE d."open"), 0) INTO before_count, before_length
    FROM "SearchDocument" d JOIN jsonb_to_recordset(given) AS g("kind" text, "id" uuid) USING ("kind", "id");
  -- Longer than 64 characters is a hash, a token or an address nobody types.
  SELECT array_agg(l.term), array_agg(d."ordinal"), array_agg(d."open") INTO before_terms, before_documents, before_open
    FROM "SearchDocument" d JOIN jsonb_to_recordset(given) AS g("kind" text, "id" uuid) USING ("kind", "id"),
      unnest(tsvector_to_array(d."searchable")) l(term) WHERE length(l.term) <= 64;

  DELETE FROM "SearchDocument" d USING jsonb_to_recordset(given) AS g("kind" text, "id" uuid, "gone" boolean)
    WHERE g."gone" AND d."kind" = g."kind" AND d."id" = g."id";
  INSERT INTO "SearchDocument" ("kind", "id", "number", "externalId", "title", "summary", "body", "timeline", "exact", "url", "open", "indexedAt")
    SELECT g."kind", g."id", g."number", g."externalId", g."title", g."summary", g."body", g."timeline", coalesce(g."exact", ''), g."url", g."open", at
      FROM jsonb_to_recordset(given) AS g("kind" text, "id" uuid, "number" integer, "externalId" text, "title" text, "summary" text,
        "body" text, "timeline" text, "exact" text, "url" text, "open" boolean, "gone" boolean) WHERE g."gone" IS NOT TRUE
    ON CONFLICT ("kind", "id") DO UPDATE SET "number" = excluded."number", "externalId" = excluded."externalId", "title" = excluded."title",
      "summary" = excluded."summary", "body" = excluded."body", "timeline" = excluded."timeline", "exact" = excluded."exact", "url" = excluded."url",
      "open" = excluded."open", "indexedAt" = excluded."indexedAt";
  INSERT INTO "SearchFacet" AS f ("document", "kind", "id", "tags", "at", "recency")
    SELECT d."ordinal", g."kind", g."id", ARRAY(SELECT DISTINCT t FROM unnest(array_append(coalesce(g."tags", '{}'), 'kind:' || g."kind")) t), g."at", g."recency"
      FROM jsonb_to_recordset(given) AS g("kind" text, "id" uuid, "tags" text[], "at" timestamptz, "recency" timestamptz, "gone" boolean)
      JOIN "SearchDocument" d USING ("kind", "id") WHERE g."gone" IS NOT TRUE
    ON CONFLICT ("document") DO UPDATE SET "tags" = excluded."tags", "at" = excluded."at", "recency" = excluded."recency"
      WHERE (f."tags", f."at", f."recency") IS DISTINCT FROM (excluded."tags", excluded."at", excluded."recency");

  -- A word in the title counts three times, in the summary one and a half times. Lengths are kept in steps of 13 %,
  -- so that a small edit does not rewrite every posting of the document.
  WITH places AS (
    SELECT d."ordinal", d."open", l.lexeme AS term, a.place, a.letter, lead(l.lexeme) OVER later AS next, lead(a.place) OVER later AS next_place,
      lag(l.lexeme) OVER later AS previous, lag(a.place) OVER later AS previous_place
    FROM "SearchDocument" d JOIN jsonb_to_recordset(given) AS g("kind" text, "id" uuid) USING ("kind", "id"), unnest(d."searchable") l
    LEFT JOIN LATERAL unnest(l.positions, l.weights) AS a(place, letter) ON true
    WHERE length(l.lexeme) <= 64 WINDOW later AS (PARTITION BY d."ordinal" ORDER BY a.place)
  ), words AS (
    SELECT "ordinal", "open", term, sum(CASE letter WHEN 'A' THEN 3 WHEN 'B' THEN 1.5 ELSE 1 END::real) AS weight,
      bit_or(CASE WHEN next_place = place + 1 THEN firebreak_bit(next) ELSE 0 END
        | CASE WHEN previous_place = place - 1 THEN firebreak_bit(previous) << 16 ELSE 0 END) AS beside
    FROM places GROUP BY "ordinal", "open", term
  ), sized AS (
    SELECT *, greatest(round(8 * ln(sum(weight) OVER (PARTITION BY "ordinal"))), 0)::smallint AS size FROM words
  )
  SELECT array_agg("term"), array_agg("ordinal"), array_agg("open"), array_agg(weight), array_agg(size), array_agg(beside)
    INTO after_terms, after_documents, after_open, after_weights, after_sizes, after_beside FROM sized;
  UPDATE "SearchDocument" d SET "length" = l.length
    FROM (SELECT a.document, sum(a.weight) AS length FROM unnest(after_documents, after_weights) a(document, weight) GROUP BY 1) l
    WHERE d."ordinal" = l.document AND d."length" IS DISTINCT FROM l.length;
  SELECT count(*) FILTER (WHERE d."open"), coalesce(sum(d."length") FILTER (WHERE d."open"), 0) INTO after_count, after_length
    FROM "SearchDocument" d JOIN jsonb_to_recordset(given) AS g("kind" text, "id" uuid) USING ("kind", "id");

  DELETE FROM "SearchTerm" t USING (
    SELECT * FROM unnest(before_terms, before_documents) EXCEPT SELECT * FROM unnest(after_terms, after_documents)
  ) AS lost(term, document) WHERE t."term" = lost.term COLLATE "C" AND t."document" = lost.document;
  INSERT INTO "SearchTerm" AS t ("term", "document", "weight", "size", "beside")
    SELECT * FROM unnest(after_terms, after_documents, after_weights, after_sizes, after_beside) a(term, document, weight, size, beside) ORDER BY a.term COLLATE "C", a.document
    ON CONFLICT ("term", "document") DO UPDATE SET "weight" = excluded."weight", "size" = excluded."size", "beside" = excluded."beside"
      WHERE (t."weight", t."size", t."beside") IS DISTINCT FROM (excluded."weight", excluded."size", excluded."beside");

  SELECT array_agg(c.term), array_agg(c.documents), array_agg(c.open) INTO changed_terms, changed_documents, changed_open FROM (
    SELECT e.term, sum(e.documents)::integer AS documents, sum(e.open)::integer AS open FROM (
      SELECT a.term, 1 AS documents, a.open::integer AS open FROM unnest(after_terms, after_open) a(term, open)
      UNION ALL SELECT b.term, -1, -b.open::integer FROM unnest(before_terms, before_open) b(term, open)) e
    GROUP BY e.term HAVING sum(e.documents) <> 0 OR sum(e.open) <> 0) c;
  UPDATE "SearchWord" w SET "documents" = w."documents" + c.documents, "open" = w."open" + c.open
    FROM unnest(changed_terms, changed_documents, changed_open) c(term, documents, open) WHERE w."term" = c.term COLLATE "C";
  INSERT INTO "SearchWord" ("term", "documents", "open", "near")
    SELECT c.term, c.documents, c.open, firebreak_near(c.term) FROM unnest(changed_terms, changed_documents, changed_open) c(term, documents, open)
    WHERE NOT EXISTS (SELECT 1 FROM "SearchWord" w WHERE w."term" = c.term COLLATE "C");
  DELETE FROM "SearchWord" w USING unnest(changed_terms) c(term) WHERE w."term" = c.term COLLATE "C" AND w."documents" <= 0;
  INSERT INTO "SearchCorpus" AS c ("documents", "length") VALUES (after_count - before_count, after_length - before_length)
    ON CONFLICT ("id") DO UPDATE SET "documents" = c."documents" + excluded."documents", "length" = c."length" + excluded."length";
END $$;
