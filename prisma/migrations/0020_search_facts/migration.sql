-- What a document is about as exact tags beside its words, so that a search can be narrowed and counted; words kept whole
-- (identifiers, error strings) and pairs of Chinese characters, which no dictionary of PostgreSQL splits.

ALTER TABLE "SearchDocument" DROP COLUMN "searchable";
-- Lexemes with their places and weights, as text: lib/search/exact.ts writes them.
ALTER TABLE "SearchDocument" ADD COLUMN "exact" TEXT NOT NULL DEFAULT '';
ALTER TABLE "SearchDocument" ADD COLUMN "searchable" tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('firebreak', "title"), 'A') || setweight(to_tsvector('firebreak', "summary"), 'B') ||
  setweight(to_tsvector('firebreak', "timeline"), 'C') || setweight(to_tsvector('firebreak', "body"), 'D') || "exact"::tsvector) STORED;

-- CreateTable
-- Apart from the document, whose texts make it wide: narrowing looks at thousands of these.
CREATE TABLE "SearchFacet" (
    "document" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "tags" TEXT[] NOT NULL,
    -- When it happened, or the last moment before it is overdue.
    "at" TIMESTAMPTZ(3),
    -- What lists without words begin with.
    "recency" TIMESTAMPTZ(3),

    CONSTRAINT "SearchFacet_pkey" PRIMARY KEY ("document")
);
CREATE UNIQUE INDEX "SearchFacet_kind_id_key" ON "SearchFacet"("kind", "id");
CREATE INDEX "SearchFacet_recency_document_idx" ON "SearchFacet"("recency" DESC, "document" DESC);
CREATE INDEX "SearchFacet_tags_idx" ON "SearchFacet" USING gin ("tags") WITH (fastupdate = off);
ALTER TABLE "SearchFacet" ADD CONSTRAINT "SearchFacet_document_fkey" FOREIGN KEY ("document") REFERENCES "SearchDocument"("ordinal") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is indexed already is found by its words at once, and by its facts as soon as it was indexed again.
INSERT INTO "SearchFacet" ("document", "kind", "id", "tags") SELECT "ordinal", "kind", "id", ARRAY['kind:' || "kind"] FROM "SearchDocument";
INSERT INTO "Outbox" ("id", "topic", "subjectKind", "subjectId", "createdAt", "availableAt")
  SELECT gen_random_uuid(), 'changed', "kind", "id", now(), now() FROM "SearchDocument" WHERE "kind" <> 'guide';

DROP FUNCTION IF EXISTS firebreak_terms(text);
DROP FUNCTION IF EXISTS firebreak_search(text[], text[], tsquery, tsquery, text[], integer);

-- As before, with "exact", "tags", "at" and "recency" in what is given.
CREATE OR REPLACE FUNCTION firebreak_index(given jsonb, at timestamptz) RETURNS void LANGUAGE plpgsql SET search_path = public SET jit = off AS $$
DECLARE
  before_terms text[]; before_documents integer[]; before_open boolean[]; before_count integer; before_length double precision;
  after_terms text[]; after_documents integer[]; after_open boolean[]; after_count integer; after_length double precision;
  after_weights real[]; after_sizes smallint[]; changed_terms text[]; changed_documents integer[]; changed_open integer[];
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
  WITH words AS (
    SELECT d."ordinal", d."open", l.lexeme AS term,
      (cardinality(l.weights) + 2 * cardinality(array_positions(l.weights, 'A')) + 0.5 * cardinality(array_positions(l.weights, 'B')))::real AS weight
    FROM "SearchDocument" d JOIN jsonb_to_recordset(given) AS g("kind" text, "id" uuid) USING ("kind", "id"), unnest(d."searchable") l
    WHERE length(l.lexeme) <= 64
  ), sized AS (
    SELECT *, greatest(round(8 * ln(sum(weight) OVER (PARTITION BY "ordinal"))), 0)::smallint AS size FROM words
  )
  SELECT array_agg("term"), array_agg("ordinal"), array_agg("open"), array_agg(weight), array_agg(size)
    INTO after_terms, after_documents, after_open, after_weights, after_sizes FROM sized;
  UPDATE "SearchDocument" d SET "length" = l.length
    FROM (SELECT a.document, sum(a.weight) AS length FROM unnest(after_documents, after_weights) a(document, weight) GROUP BY 1) l
    WHERE d."ordinal" = l.document AND d."length" IS DISTINCT FROM l.length;
  SELECT count(*) FILTER (WHERE d."open"), coalesce(sum(d."length") FILTER (WHERE d."open"), 0) INTO after_count, after_length
    FROM "SearchDocument" d JOIN jsonb_to_recordset(given) AS g("kind" text, "id" uuid) USING ("kind", "id");

  DELETE FROM "SearchTerm" t USING (
    SELECT * FROM unnest(before_terms, before_documents) EXCEPT SELECT * FROM unnest(after_terms, after_documents)
  ) AS lost(term, document) WHERE t."term" = lost.term COLLATE "C" AND t."document" = lost.document;
  INSERT INTO "SearchTerm" AS t ("term", "document", "weight", "size")
    SELECT * FROM unnest(after_terms, after_documents, after_weights, after_sizes) a(term, document, weight, size) ORDER BY a.term COLLATE "C", a.document
    ON CONFLICT ("term", "document") DO UPDATE SET "weight" = excluded."weight", "size" = excluded."size"
      WHERE (t."weight", t."size") IS DISTINCT FROM (excluded."weight", excluded."size");

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
REVOKE ALL ON FUNCTION firebreak_index FROM PUBLIC;
