-- The kinds of things that happen, told further apart.
ALTER TYPE "TimelineKind" ADD VALUE 'impact_change';
ALTER TYPE "TimelineKind" ADD VALUE 'impact_end';
ALTER TYPE "TimelineKind" ADD VALUE 'page';
ALTER TYPE "TimelineKind" ADD VALUE 'acknowledgement';
ALTER TYPE "TimelineKind" ADD VALUE 'report';
ALTER TYPE "TimelineKind" ADD VALUE 'severity';
ALTER TYPE "TimelineKind" ADD VALUE 'hand_over';
ALTER TYPE "TimelineKind" ADD VALUE 'automation';
ALTER TYPE "TimelineKind" ADD VALUE 'obstacle';
ALTER TYPE "TimelineKind" ADD VALUE 'rollback';
ALTER TYPE "TimelineKind" ADD VALUE 'fix';
ALTER TYPE "TimelineKind" ADD VALUE 'notice';

CREATE TYPE "TimelinePrecision" AS ENUM ('exact', 'minute', 'about', 'within');

-- What was gathered, word for word: chat, alerts, log entries. The story is told beside it and points back.
CREATE TABLE "TimelineEvidence" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "gatheringId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3),
    "precision" "TimelinePrecision" NOT NULL DEFAULT 'minute',
    "zone" TEXT NOT NULL,
    "kind" "TimelineKind" NOT NULL DEFAULT 'observation',
    "speaker" TEXT NOT NULL DEFAULT '',
    "role" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "link" TEXT NOT NULL DEFAULT '',
    "origin" TEXT NOT NULL,
    "problem" TEXT NOT NULL DEFAULT '',
    "gatheredById" UUID,
    "gatheredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TimelineEvidence_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "TimelineEvidence_incidentId_at_position_idx" ON "TimelineEvidence"("incidentId", "at", "position");
ALTER TABLE "TimelineEvidence" ADD CONSTRAINT "TimelineEvidence_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- A line without a time says why it has none.
ALTER TABLE "TimelineEvidence" ADD CONSTRAINT "TimelineEvidence_without_time_has_problem" CHECK ("at" IS NOT NULL OR "problem" <> '');

ALTER TABLE "TimelineEntry"
    ADD COLUMN "precision" "TimelinePrecision" NOT NULL DEFAULT 'minute',
    ADD COLUMN "spreadMinutes" INTEGER,
    ADD COLUMN "latestAt" TIMESTAMPTZ(3),
    ADD COLUMN "knownAt" TIMESTAMPTZ(3),
    ADD COLUMN "role" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "link" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "milestone" TEXT,
    ADD COLUMN "evidenceId" UUID,
    ADD COLUMN "originalAt" TIMESTAMPTZ(3),
    ADD COLUMN "correction" TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX "TimelineEntry_evidenceId_key" ON "TimelineEntry"("evidenceId");
CREATE UNIQUE INDEX "TimelineEntry_incidentId_milestone_key" ON "TimelineEntry"("incidentId", "milestone");
ALTER TABLE "TimelineEntry" ADD CONSTRAINT "TimelineEntry_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "TimelineEvidence"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "TimelineEntry" ADD CONSTRAINT "TimelineEntry_spread_is_about" CHECK ("spreadMinutes" IS NULL OR ("precision"::text = 'about' AND "spreadMinutes" > 0));
ALTER TABLE "TimelineEntry" ADD CONSTRAINT "TimelineEntry_within_has_an_end" CHECK (("precision"::text = 'within') = ("latestAt" IS NOT NULL) AND ("latestAt" IS NULL OR "latestAt" > "at"));
ALTER TABLE "TimelineEntry" ADD CONSTRAINT "TimelineEntry_corrected_says_why" CHECK (("originalAt" IS NOT NULL) = ("correction" <> ''));
