-- What was said of an item, newest first: a report asks how 100,000 of them stood on some day, and the policy of every row
-- that tells it takes longer than all else.
ALTER TABLE "ActionItem"
  ADD COLUMN "said" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "saidAt" TIMESTAMPTZ(3)[] NOT NULL DEFAULT '{}',
  -- As it is searched in: to make every title's small letters takes longer than to look through them.
  ADD COLUMN "lowerTitle" TEXT GENERATED ALWAYS AS (lower("title")) STORED;

-- Of two words at once the step is the later: nothing is done before it is accepted, and nothing is decided about what has ended.
CREATE FUNCTION item_words(item uuid, OUT said text[], OUT said_at timestamptz[]) LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT coalesce(array_agg(w."kind" ORDER BY w."at" DESC, w."rank" DESC, w."id" DESC), '{}'),
    coalesce(array_agg(w."at" ORDER BY w."at" DESC, w."rank" DESC, w."id" DESC), '{}')
  FROM (
    SELECT c."kind"::text AS "kind", c."at", 1 AS "rank", c."id" FROM "Commitment" c WHERE c."actionItemId" = item
    UNION ALL SELECT p."kind"::text, p."at", 2, p."id" FROM "Progress" p WHERE p."actionItemId" = item
  ) w
$$;
UPDATE "ActionItem" i SET ("said", "saidAt") = (SELECT w.said, w.said_at FROM item_words(i."id") w);

-- As before, and with the words.
CREATE OR REPLACE FUNCTION action_item_derive() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  item uuid := NEW."actionItemId";
  decided record;
  moved "ProgressKind";
BEGIN
  SELECT c."kind", c."until" INTO decided FROM "Commitment" c WHERE c."actionItemId" = item ORDER BY c."at" DESC, c."id" DESC LIMIT 1;
  SELECT p."kind" INTO moved FROM "Progress" p WHERE p."actionItemId" = item ORDER BY p."at" DESC, p."id" DESC LIMIT 1;
  UPDATE "ActionItem" SET
    "commitment" = coalesce(decided."kind", 'proposed'),
    "progress" = coalesce(moved, 'open'),
    "riskUntil" = CASE WHEN decided."kind" = 'risk_accepted' THEN decided."until" END,
    "acceptedAt" = (SELECT min(c."at") FROM "Commitment" c WHERE c."actionItemId" = item AND c."kind" = 'accepted'),
    "firstDoneAt" = (SELECT min(p."at") FROM "Progress" p WHERE p."actionItemId" = item AND p."kind" = 'verified'),
    "closed" = coalesce(moved IN ('verified', 'dropped'), false) OR coalesce(decided."kind" IN ('risk_accepted', 'declined', 'duplicate'), false),
    ("said", "saidAt") = (SELECT w.said, w.said_at FROM item_words(item) w)
    WHERE "id" = item;
  RETURN NULL;
END $$;

CREATE INDEX "ActionItem_saidAt_idx" ON "ActionItem"(("saidAt"[1]));
-- All that there ever were, in the order they are listed in.
CREATE INDEX "ActionItem_dueOn_id_idx" ON "ActionItem"("dueOn", "id");
