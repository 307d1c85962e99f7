-- Rules of review, deadlines and holidays; points, rubric and meetings; waivers and supersession; the inbox; customers' texts.
CREATE TYPE "PointOutcome" AS ENUM ('changed', 'kept', 'reopened');

CREATE TYPE "RubricMark" AS ENUM ('yes', 'not_yet', 'not_applicable');

CREATE TYPE "MeetingOutcome" AS ENUM ('ready', 'needs_changes', 'another_meeting');

CREATE TYPE "MeetingRole" AS ENUM ('facilitator', 'lead', 'responder', 'reviewer', 'scribe', 'guest');

CREATE TABLE "Waiver" (
    "incidentId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "waivedById" UUID,
    "waivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Waiver_pkey" PRIMARY KEY ("incidentId")
);

CREATE TABLE "Supersession" (
    "postmortemId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "supersededById" UUID,
    "supersededAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "Supersession_pkey" PRIMARY KEY ("postmortemId")
);

CREATE TABLE "ReviewPoint" (
    "id" UUID NOT NULL,
    "reviewId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "sectionKey" TEXT,
    "text" TEXT NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewPoint_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PointAnswer" (
    "id" UUID NOT NULL,
    "pointId" UUID NOT NULL,
    "personId" UUID,
    "outcome" "PointOutcome" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PointAnswer_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "RubricAnswer" (
    "reviewId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "mark" "RubricMark" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RubricAnswer_pkey" PRIMARY KEY ("reviewId","personId","question")
);

CREATE TABLE "ReviewMeeting" (
    "id" UUID NOT NULL,
    "postmortemId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "outcome" "MeetingOutcome",
    "notes" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReviewMeeting_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "MeetingAttendee" (
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "MeetingRole" NOT NULL,

    CONSTRAINT "MeetingAttendee_pkey" PRIMARY KEY ("meetingId","personId")
);

CREATE TABLE "SummaryRevision" (
    "id" UUID NOT NULL,
    "postmortemId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SummaryRevision_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "SummaryApproval" (
    "revisionId" UUID NOT NULL,
    "approvedById" UUID,
    "approvedAt" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SummaryApproval_pkey" PRIMARY KEY ("revisionId")
);

CREATE TABLE "SummaryAnswer" (
    "postmortemId" UUID NOT NULL,
    "finding" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SummaryAnswer_pkey" PRIMARY KEY ("postmortemId","finding")
);

CREATE TABLE "ReviewRule" (
    "place" TEXT NOT NULL,
    "severity" "Severity" NOT NULL,
    "teamId" UUID,
    "approvals" INTEGER NOT NULL,
    "fromEach" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "draftDays" INTEGER NOT NULL,
    "publishDays" INTEGER NOT NULL,
    "businessDays" BOOLEAN NOT NULL,
    "setById" UUID,
    "setAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewRule_pkey" PRIMARY KEY ("place")
);

CREATE TABLE "Holiday" (
    "id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "teamId" UUID,

    CONSTRAINT "Holiday_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "actorId" UUID,
    "key" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Supersession_byId_idx" ON "Supersession"("byId");

CREATE INDEX "ReviewPoint_reviewId_raisedAt_idx" ON "ReviewPoint"("reviewId", "raisedAt");

CREATE INDEX "PointAnswer_pointId_answeredAt_idx" ON "PointAnswer"("pointId", "answeredAt");

CREATE INDEX "ReviewMeeting_postmortemId_startsAt_idx" ON "ReviewMeeting"("postmortemId", "startsAt");

CREATE INDEX "MeetingAttendee_personId_idx" ON "MeetingAttendee"("personId");

CREATE UNIQUE INDEX "SummaryRevision_postmortemId_ordinal_key" ON "SummaryRevision"("postmortemId", "ordinal");

CREATE INDEX "ReviewRule_teamId_idx" ON "ReviewRule"("teamId");

CREATE INDEX "Holiday_teamId_idx" ON "Holiday"("teamId");

CREATE INDEX "Notification_personId_readAt_idx" ON "Notification"("personId", "readAt");

CREATE INDEX "Notification_personId_createdAt_id_idx" ON "Notification"("personId", "createdAt" DESC, "id");

CREATE INDEX "Notification_subjectId_idx" ON "Notification"("subjectId");

CREATE UNIQUE INDEX "Notification_personId_key_key" ON "Notification"("personId", "key");

ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Supersession" ADD CONSTRAINT "Supersession_postmortemId_fkey" FOREIGN KEY ("postmortemId") REFERENCES "Postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Supersession" ADD CONSTRAINT "Supersession_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ReviewPoint" ADD CONSTRAINT "ReviewPoint_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ReviewPoint" ADD CONSTRAINT "ReviewPoint_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PointAnswer" ADD CONSTRAINT "PointAnswer_pointId_fkey" FOREIGN KEY ("pointId") REFERENCES "ReviewPoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "PointAnswer" ADD CONSTRAINT "PointAnswer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "RubricAnswer" ADD CONSTRAINT "RubricAnswer_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "RubricAnswer" ADD CONSTRAINT "RubricAnswer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ReviewMeeting" ADD CONSTRAINT "ReviewMeeting_postmortemId_fkey" FOREIGN KEY ("postmortemId") REFERENCES "Postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "MeetingAttendee" ADD CONSTRAINT "MeetingAttendee_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "ReviewMeeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "MeetingAttendee" ADD CONSTRAINT "MeetingAttendee_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SummaryRevision" ADD CONSTRAINT "SummaryRevision_postmortemId_fkey" FOREIGN KEY ("postmortemId") REFERENCES "Postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "SummaryApproval" ADD CONSTRAINT "SummaryApproval_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "SummaryRevision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "SummaryAnswer" ADD CONSTRAINT "SummaryAnswer_postmortemId_fkey" FOREIGN KEY ("postmortemId") REFERENCES "Postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ReviewRule" ADD CONSTRAINT "ReviewRule_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Holiday" ADD CONSTRAINT "Holiday_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Notification" ADD CONSTRAINT "Notification_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Review" ADD COLUMN "approvals" INTEGER, ADD COLUMN "fromEach" TEXT[] DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "ReviewDecision" ADD COLUMN "standsFor" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- What no door may get past.
ALTER TABLE "ReviewRule" ADD CONSTRAINT "ReviewRule_place_is_its_own" CHECK ("place" = "severity"::text || coalesce(' ' || "teamId"::text, ''));
ALTER TABLE "ReviewRule" ADD CONSTRAINT "ReviewRule_numbers_make_sense" CHECK ("approvals" BETWEEN 0 AND 5 AND "draftDays" BETWEEN 1 AND 180 AND "publishDays" BETWEEN "draftDays" AND 365);
ALTER TABLE "Supersession" ADD CONSTRAINT "Supersession_is_by_another" CHECK ("postmortemId" <> "byId");
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_has_reason" CHECK ("reason" <> '');
ALTER TABLE "ReviewMeeting" ADD CONSTRAINT "ReviewMeeting_fits_a_day" CHECK ("minutes" BETWEEN 5 AND 480);
ALTER TABLE "SummaryAnswer" ADD CONSTRAINT "SummaryAnswer_has_reason" CHECK ("reason" <> '');

-- Nobody approves what they wrote, however they came to it.
CREATE FUNCTION summary_approval_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."approvedById" = (SELECT r."createdById" FROM "SummaryRevision" r WHERE r."id" = NEW."revisionId") THEN
    RAISE EXCEPTION 'a customer summary is approved by somebody else than its writer' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER by_another BEFORE INSERT ON "SummaryApproval" FOR EACH ROW EXECUTE FUNCTION summary_approval_by_another();

-- As in 0001, and what a review needs may now be less than everybody asked: a number, and some of them from certain sides.
CREATE OR REPLACE FUNCTION postmortem_derive_state(postmortem uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  publication record;
  review record;
  verdicts record;
  derived "PostmortemState";
BEGIN
  SELECT p."publishedAt", r."retractedAt" INTO publication
    FROM "Publication" p LEFT JOIN "Retraction" r ON r."publicationId" = p."id"
    WHERE p."postmortemId" = postmortem ORDER BY p."publishedAt" DESC, p."id" DESC LIMIT 1;
  SELECT v."id", v."requestedAt", v."approvals", v."fromEach" INTO review
    FROM "Review" v WHERE v."postmortemId" = postmortem ORDER BY v."requestedAt" DESC, v."id" DESC LIMIT 1;
  IF publication."publishedAt" IS NOT NULL AND publication."retractedAt" IS NULL THEN
    derived := 'published';
  ELSIF review."id" IS NULL OR review."requestedAt" <= publication."retractedAt" THEN
    derived := CASE WHEN publication."retractedAt" IS NULL THEN 'draft' ELSE 'retracted' END;
  ELSE
    -- The newest verdict of each reviewer counts. One asking for changes holds it.
    SELECT count(*) FILTER (WHERE latest."verdict" = 'ask_for_changes') AS changes,
        count(*) FILTER (WHERE latest."verdict" = 'approve') AS approvals,
        coalesce(array_agg(side) FILTER (WHERE side IS NOT NULL), '{}') AS sides
      INTO verdicts
      FROM (SELECT DISTINCT ON (d."personId") d."verdict", d."standsFor" FROM "ReviewDecision" d WHERE d."reviewId" = review."id" ORDER BY d."personId", d."decidedAt" DESC, d."id" DESC) latest
      LEFT JOIN LATERAL (SELECT string_agg(s, ' ') AS side FROM unnest(latest."standsFor") s WHERE latest."verdict" = 'approve') sides ON true;
    derived := CASE
      WHEN verdicts.changes > 0 THEN 'changes_asked'
      WHEN verdicts.approvals > 0
        AND verdicts.approvals >= coalesce(review."approvals", (SELECT count(*) FROM "Reviewer" WHERE "reviewId" = review."id"))
        AND coalesce(review."fromEach", '{}') <@ string_to_array(array_to_string(verdicts.sides, ' '), ' ') THEN 'approved'
      ELSE 'in_review' END;
  END IF;
  UPDATE "Postmortem" SET "state" = derived,
    "publishedAt" = (SELECT min(p."publishedAt") FROM "Publication" p WHERE p."postmortemId" = postmortem)
    WHERE "id" = postmortem;
END $$;

-- What was said, decided or signed stays as it was.
CREATE TRIGGER append_only BEFORE UPDATE ON "ReviewPoint" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "PointAnswer" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "SummaryRevision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "SummaryApproval" FOR EACH ROW EXECUTE FUNCTION refuse_change();
