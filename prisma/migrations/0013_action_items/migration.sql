-- What was decided about a promise, and how far it is, are two facts. Each is a history of rows.
CREATE TYPE "CommitmentKind" AS ENUM ('proposed', 'accepted', 'risk_accepted', 'declined', 'duplicate');
CREATE TYPE "ProgressKind" AS ENUM ('open', 'in_progress', 'blocked', 'in_verification', 'verified', 'regressed', 'dropped');
CREATE TYPE "Purpose" AS ENUM ('investigate', 'repair', 'prevent', 'detect', 'mitigate', 'process', 'learn');
CREATE TYPE "ItemDomain" AS ENUM ('code', 'config', 'data', 'network', 'capacity', 'observability', 'tooling', 'dependency', 'process', 'documentation', 'people');
CREATE TYPE "Strength" AS ENUM ('strong', 'medium', 'weak');
CREATE TYPE "Effort" AS ENUM ('s', 'm', 'l');
CREATE TYPE "RegressionReason" AS ENUM ('incomplete', 'not_deployed', 'bypassed', 'ineffective', 'assumption_changed');
CREATE TYPE "ItemEvidenceKind" AS ENUM ('change', 'test', 'drill', 'experiment', 'dashboard', 'document', 'config', 'other');
CREATE TYPE "RecurrenceAnswer" AS ENUM ('same', 'related', 'different');

ALTER TABLE "ActionItem"
  ADD COLUMN "purpose" "Purpose",
  ADD COLUMN "domain" "ItemDomain",
  ADD COLUMN "strength" "Strength",
  ADD COLUMN "effort" "Effort",
  ADD COLUMN "mechanism" TEXT,
  ADD COLUMN "shownBy" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "rescheduleCount" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "commitment" "CommitmentKind" NOT NULL DEFAULT 'proposed',
  ADD COLUMN "progress" "ProgressKind" NOT NULL DEFAULT 'open',
  ADD COLUMN "acceptedAt" TIMESTAMPTZ(3),
  ADD COLUMN "firstDoneAt" TIMESTAMPTZ(3),
  ADD COLUMN "riskUntil" DATE;

CREATE TABLE "Commitment" (
    "id" UUID NOT NULL,
    "actionItemId" UUID NOT NULL,
    "kind" "CommitmentKind" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "until" DATE,
    "approverId" UUID,
    "duplicateOfId" UUID,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Commitment_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "Progress" (
    "id" UUID NOT NULL,
    "actionItemId" UUID NOT NULL,
    "kind" "ProgressKind" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "blockedById" UUID,
    "because" "RegressionReason",
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Progress_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "ItemEvidence" (
    "id" UUID NOT NULL,
    "actionItemId" UUID NOT NULL,
    "kind" "ItemEvidenceKind" NOT NULL,
    "url" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ItemEvidence_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "ItemLink" (
    "id" UUID NOT NULL,
    "actionItemId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "url" TEXT NOT NULL,

    CONSTRAINT "ItemLink_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "ItemIncident" (
    "actionItemId" UUID NOT NULL,
    "incidentId" UUID NOT NULL,

    CONSTRAINT "ItemIncident_pkey" PRIMARY KEY ("actionItemId", "incidentId")
);
CREATE TABLE "Recurrence" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "actionItemId" UUID NOT NULL,
    "answer" "RecurrenceAnswer" NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Recurrence_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "ActionItem_commitment_riskUntil_idx" ON "ActionItem"("commitment", "riskUntil");
CREATE INDEX "ActionItem_mechanism_idx" ON "ActionItem"("mechanism");
CREATE INDEX "Commitment_actionItemId_at_idx" ON "Commitment"("actionItemId", "at");
CREATE INDEX "Commitment_duplicateOfId_idx" ON "Commitment"("duplicateOfId");
CREATE INDEX "Progress_actionItemId_at_idx" ON "Progress"("actionItemId", "at");
CREATE INDEX "ItemEvidence_actionItemId_idx" ON "ItemEvidence"("actionItemId");
CREATE INDEX "ItemLink_actionItemId_idx" ON "ItemLink"("actionItemId");
CREATE INDEX "ItemIncident_incidentId_idx" ON "ItemIncident"("incidentId");
CREATE INDEX "Recurrence_incidentId_at_idx" ON "Recurrence"("incidentId", "at");
CREATE INDEX "Recurrence_actionItemId_idx" ON "Recurrence"("actionItemId");

ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "ActionItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_approverId_fkey" FOREIGN KEY ("approverId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_duplicateOfId_fkey" FOREIGN KEY ("duplicateOfId") REFERENCES "ActionItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Progress" ADD CONSTRAINT "Progress_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "ActionItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Progress" ADD CONSTRAINT "Progress_blockedById_fkey" FOREIGN KEY ("blockedById") REFERENCES "ActionItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "ItemEvidence" ADD CONSTRAINT "ItemEvidence_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "ActionItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ItemLink" ADD CONSTRAINT "ItemLink_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "ActionItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ItemIncident" ADD CONSTRAINT "ItemIncident_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "ActionItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ItemIncident" ADD CONSTRAINT "ItemIncident_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Recurrence" ADD CONSTRAINT "Recurrence_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Recurrence" ADD CONSTRAINT "Recurrence_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "ActionItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What no door may get past.
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_risk_has_an_end" CHECK ("kind" <> 'risk_accepted' OR ("until" IS NOT NULL AND "approverId" IS NOT NULL AND "reason" <> ''));
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_no_has_a_reason" CHECK ("kind" <> 'declined' OR "reason" <> '');
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_duplicate_is_of_another" CHECK (("kind" = 'duplicate') = ("duplicateOfId" IS NOT NULL) AND "duplicateOfId" IS DISTINCT FROM "actionItemId");
ALTER TABLE "Progress" ADD CONSTRAINT "Progress_says_why" CHECK ("kind" NOT IN ('blocked', 'verified', 'regressed', 'dropped') OR "note" <> '' OR "blockedById" IS NOT NULL);
ALTER TABLE "Progress" ADD CONSTRAINT "Progress_regressed_for_a_reason" CHECK (("kind" = 'regressed') = ("because" IS NOT NULL));
ALTER TABLE "ItemEvidence" ADD CONSTRAINT "ItemEvidence_shows_something" CHECK ("url" <> '' OR "note" <> '');
ALTER TABLE "Recurrence" ADD CONSTRAINT "Recurrence_has_reason" CHECK ("reason" <> '');

CREATE FUNCTION progress_is_shown() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW."kind" = 'verified'
    AND EXISTS (SELECT 1 FROM "ActionItem" WHERE "id" = NEW."actionItemId" AND "priority" IN ('p0', 'p1'))
    AND NOT EXISTS (SELECT 1 FROM "ItemEvidence" WHERE "actionItemId" = NEW."actionItemId") THEN
    RAISE EXCEPTION 'a P0 or P1 is not verified without evidence' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- The current state of an item is its newest rows. Closed is what nobody has to work on now.
CREATE FUNCTION action_item_derive() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
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
    "closed" = coalesce(moved IN ('verified', 'dropped'), false) OR coalesce(decided."kind" IN ('risk_accepted', 'declined', 'duplicate'), false)
    WHERE "id" = item;
  RETURN NULL;
END $$;

-- What was closed before had been promised, and its note was the evidence.
INSERT INTO "Commitment" ("id", "actionItemId", "kind", "byId", "at")
  SELECT gen_random_uuid(), i."id", 'accepted', i."createdById", i."createdAt" FROM "ActionItem" i WHERE i."closed" OR i."ownerId" IS NOT NULL;
INSERT INTO "ItemEvidence" ("id", "actionItemId", "kind", "note", "byId", "at")
  SELECT gen_random_uuid(), c."actionItemId", 'other', c."note", c."closedById", c."closedAt" FROM "Closure" c WHERE c."outcome" = 'done';
INSERT INTO "Progress" ("id", "actionItemId", "kind", "note", "byId", "at")
  SELECT gen_random_uuid(), c."actionItemId", CASE c."outcome" WHEN 'done' THEN 'verified' ELSE 'dropped' END::"ProgressKind", c."note", c."closedById", c."closedAt" FROM "Closure" c;
UPDATE "ActionItem" i SET
  "commitment" = CASE WHEN i."closed" OR i."ownerId" IS NOT NULL THEN 'accepted' ELSE 'proposed' END::"CommitmentKind",
  "acceptedAt" = CASE WHEN i."closed" OR i."ownerId" IS NOT NULL THEN i."createdAt" END,
  "progress" = coalesce((SELECT p."kind" FROM "Progress" p WHERE p."actionItemId" = i."id"), 'open'),
  "firstDoneAt" = (SELECT p."at" FROM "Progress" p WHERE p."actionItemId" = i."id" AND p."kind" = 'verified');
INSERT INTO "ItemIncident" ("actionItemId", "incidentId")
  SELECT i."id", p."incidentId" FROM "ActionItem" i JOIN "Postmortem" p ON p."id" = i."postmortemId" WHERE p."incidentId" IS NOT NULL;

DROP TABLE "Closure";
DROP FUNCTION action_item_closed();
DROP TYPE "Outcome";

CREATE TRIGGER shown BEFORE INSERT ON "Progress" FOR EACH ROW EXECUTE FUNCTION progress_is_shown();
CREATE TRIGGER derive AFTER INSERT ON "Commitment" FOR EACH ROW EXECUTE FUNCTION action_item_derive();
CREATE TRIGGER derive AFTER INSERT ON "Progress" FOR EACH ROW EXECUTE FUNCTION action_item_derive();
CREATE TRIGGER append_only BEFORE UPDATE ON "Commitment" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "Progress" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "ItemEvidence" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "Recurrence" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- When somebody leaves, what they still owned falls to its team in the same statement, also what no administrator may see.
CREATE FUNCTION items_fall_to_team() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO "Event" ("id", "at", "name", "actorKind", "subjectKind", "subjectId", "data", "requestId")
    SELECT gen_random_uuid(), NEW."deactivatedAt", 'action_item.fell_to_team', 'system', 'action_item', i."id", '{}', 'deactivation'
      FROM "ActionItem" i WHERE i."ownerId" = NEW."id" AND NOT i."closed";
  UPDATE "ActionItem" SET "ownerId" = NULL, "version" = "version" + 1, "updatedAt" = NEW."deactivatedAt"
    WHERE "ownerId" = NEW."id" AND NOT "closed";
  RETURN NULL;
END $$;
CREATE TRIGGER items_fall_to_team AFTER UPDATE OF "deactivatedAt" ON "Person" FOR EACH ROW
  WHEN (OLD."deactivatedAt" IS NULL AND NEW."deactivatedAt" IS NOT NULL) EXECUTE FUNCTION items_fall_to_team();
