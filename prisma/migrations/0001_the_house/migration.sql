-- CreateEnum
CREATE TYPE "Role" AS ENUM ('administrator', 'auditor', 'program_manager', 'member', 'guest');

-- CreateEnum
CREATE TYPE "TeamRole" AS ENUM ('owner', 'editor', 'viewer');

-- CreateEnum
CREATE TYPE "Severity" AS ENUM ('sev1', 'sev2', 'sev3', 'sev4', 'near_miss');

-- CreateEnum
CREATE TYPE "IncidentKind" AS ENUM ('outage', 'degradation', 'data', 'security', 'near_miss', 'experiment', 'third_party');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('company', 'team', 'restricted');

-- CreateEnum
CREATE TYPE "RestrictedReason" AS ENUM ('security', 'legal', 'privacy', 'people');

-- CreateEnum
CREATE TYPE "ServiceRole" AS ENUM ('origin', 'victim', 'mitigator');

-- CreateEnum
CREATE TYPE "TimelineKind" AS ENUM ('change', 'condition', 'warning', 'trigger', 'impact', 'alert', 'detection', 'declaration', 'escalation', 'observation', 'hypothesis', 'decision', 'action', 'mitigation', 'recovery', 'communication');

-- CreateEnum
CREATE TYPE "PostmortemState" AS ENUM ('draft', 'in_review', 'changes_asked', 'approved', 'published', 'retracted');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('approve', 'ask_for_changes');

-- CreateEnum
CREATE TYPE "Priority" AS ENUM ('p0', 'p1', 'p2', 'p3');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('done', 'dropped');

-- CreateEnum
CREATE TYPE "ActorKind" AS ENUM ('person', 'token', 'system', 'anonymous');

-- CreateTable
CREATE TABLE "Organization" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SetupLink" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SetupLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "role" "Role" NOT NULL DEFAULT 'member',
    "zone" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "deactivatedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "zone" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "teamId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "TeamRole" NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("teamId","personId")
);

-- CreateTable
CREATE TABLE "Service" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "tier" INTEGER NOT NULL DEFAULT 2,
    "teamId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Password" (
    "personId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Password_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "Identity" (
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL DEFAULT '',
    "ip" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "lastFour" TEXT NOT NULL,
    "scopes" TEXT[],
    "restricted" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInAttempt" (
    "key" VARCHAR(200) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "id" UUID NOT NULL,

    CONSTRAINT "SignInAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Incident" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "externalId" TEXT,
    "title" TEXT NOT NULL,
    "severity" "Severity" NOT NULL,
    "kind" "IncidentKind" NOT NULL,
    "visibility" "Visibility" NOT NULL DEFAULT 'company',
    "restrictedReason" "RestrictedReason",
    "teamId" UUID NOT NULL,
    "zone" TEXT NOT NULL,
    "mechanisms" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "faultIntroducedAt" TIMESTAMPTZ(3),
    "triggeredAt" TIMESTAMPTZ(3),
    "impactStartedAt" TIMESTAMPTZ(3),
    "detectedAt" TIMESTAMPTZ(3),
    "pagedAt" TIMESTAMPTZ(3),
    "acknowledgedAt" TIMESTAMPTZ(3),
    "declaredAt" TIMESTAMPTZ(3),
    "mitigatedAt" TIMESTAMPTZ(3),
    "resolvedAt" TIMESTAMPTZ(3),
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentService" (
    "incidentId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "role" "ServiceRole" NOT NULL,

    CONSTRAINT "IncidentService_pkey" PRIMARY KEY ("incidentId","serviceId")
);

-- CreateTable
CREATE TABLE "ImpactWindow" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "scope" TEXT NOT NULL,
    "trafficShare" DOUBLE PRECISION,
    "failingShare" DOUBLE PRECISION,
    "symptom" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ImpactWindow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TimelineEntry" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "zone" TEXT NOT NULL,
    "kind" "TimelineKind" NOT NULL,
    "text" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "TimelineEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Postmortem" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "externalId" TEXT,
    "incidentId" UUID,
    "title" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "templateVersion" INTEGER NOT NULL,
    "visibility" "Visibility" NOT NULL DEFAULT 'company',
    "restrictedReason" "RestrictedReason",
    "teamId" UUID NOT NULL,
    "leadId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "PostmortemState" NOT NULL DEFAULT 'draft',
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Postmortem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "postmortemId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "heading" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Section_pkey" PRIMARY KEY ("postmortemId","key")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" UUID NOT NULL,
    "postmortemId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "postmortemId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "requestedById" UUID,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reviewer" (
    "reviewId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "Reviewer_pkey" PRIMARY KEY ("reviewId","personId")
);

-- CreateTable
CREATE TABLE "ReviewDecision" (
    "id" UUID NOT NULL,
    "reviewId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" UUID NOT NULL,
    "postmortemId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "publishedById" UUID,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Retraction" (
    "publicationId" UUID NOT NULL,
    "retractedById" UUID,
    "retractedAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "Retraction_pkey" PRIMARY KEY ("publicationId")
);

-- CreateTable
CREATE TABLE "Grant" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "postmortemId" UUID,
    "incidentId" UUID,
    "grantedById" UUID,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "breakGlass" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionItem" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "externalId" TEXT,
    "title" TEXT NOT NULL,
    "doneWhen" TEXT NOT NULL DEFAULT '',
    "priority" "Priority" NOT NULL,
    "postmortemId" UUID,
    "teamId" UUID NOT NULL,
    "ownerId" UUID,
    "dueOn" DATE NOT NULL,
    "originalDueOn" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "closed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ActionItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Closure" (
    "actionItemId" UUID NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "note" TEXT NOT NULL,
    "closedById" UUID,
    "closedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Closure_pkey" PRIMARY KEY ("actionItemId")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT NOT NULL,
    "actorKind" "ActorKind" NOT NULL,
    "actorId" UUID,
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "data" JSONB NOT NULL,
    "requestId" TEXT NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "availableAt" TIMESTAMPTZ(3) NOT NULL,
    "claimedUntil" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchDocument" (
    "kind" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER,
    "externalId" TEXT,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL DEFAULT '',
    "timeline" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL,
    "indexedAt" TIMESTAMPTZ(3) NOT NULL,
    "searchable" tsvector,

    CONSTRAINT "SearchDocument_pkey" PRIMARY KEY ("kind","id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "actorId" UUID NOT NULL,
    "key" VARCHAR(200) NOT NULL,
    "route" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "status" INTEGER,
    "response" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("actorId","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Team_slug_key" ON "Team"("slug");

-- CreateIndex
CREATE INDEX "Membership_personId_idx" ON "Membership"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Service_slug_key" ON "Service"("slug");

-- CreateIndex
CREATE INDEX "Service_teamId_idx" ON "Service"("teamId");

-- CreateIndex
CREATE INDEX "Identity_personId_idx" ON "Identity"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_issuer_subject_key" ON "Identity"("issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");

-- CreateIndex
CREATE INDEX "ApiToken_personId_idx" ON "ApiToken"("personId");

-- CreateIndex
CREATE INDEX "SignInAttempt_key_at_idx" ON "SignInAttempt"("key", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Incident_number_key" ON "Incident"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Incident_externalId_key" ON "Incident"("externalId");

-- CreateIndex
CREATE INDEX "Incident_occurredAt_id_idx" ON "Incident"("occurredAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Incident_teamId_idx" ON "Incident"("teamId");

-- CreateIndex
CREATE INDEX "IncidentService_serviceId_idx" ON "IncidentService"("serviceId");

-- CreateIndex
CREATE INDEX "ImpactWindow_incidentId_startedAt_idx" ON "ImpactWindow"("incidentId", "startedAt");

-- CreateIndex
CREATE INDEX "TimelineEntry_incidentId_at_position_idx" ON "TimelineEntry"("incidentId", "at", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Postmortem_number_key" ON "Postmortem"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Postmortem_externalId_key" ON "Postmortem"("externalId");

-- CreateIndex
CREATE INDEX "Postmortem_createdAt_id_idx" ON "Postmortem"("createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Postmortem_incidentId_idx" ON "Postmortem"("incidentId");

-- CreateIndex
CREATE INDEX "Postmortem_teamId_idx" ON "Postmortem"("teamId");

-- CreateIndex
CREATE INDEX "Postmortem_leadId_idx" ON "Postmortem"("leadId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_postmortemId_ordinal_key" ON "Revision"("postmortemId", "ordinal");

-- CreateIndex
CREATE INDEX "Review_postmortemId_requestedAt_idx" ON "Review"("postmortemId", "requestedAt");

-- CreateIndex
CREATE INDEX "Reviewer_personId_idx" ON "Reviewer"("personId");

-- CreateIndex
CREATE INDEX "ReviewDecision_reviewId_decidedAt_idx" ON "ReviewDecision"("reviewId", "decidedAt");

-- CreateIndex
CREATE INDEX "Publication_postmortemId_publishedAt_idx" ON "Publication"("postmortemId", "publishedAt");

-- CreateIndex
CREATE INDEX "Grant_postmortemId_idx" ON "Grant"("postmortemId");

-- CreateIndex
CREATE INDEX "Grant_incidentId_idx" ON "Grant"("incidentId");

-- CreateIndex
CREATE UNIQUE INDEX "Grant_personId_postmortemId_key" ON "Grant"("personId", "postmortemId");

-- CreateIndex
CREATE UNIQUE INDEX "Grant_personId_incidentId_key" ON "Grant"("personId", "incidentId");

-- CreateIndex
CREATE UNIQUE INDEX "ActionItem_number_key" ON "ActionItem"("number");

-- CreateIndex
CREATE UNIQUE INDEX "ActionItem_externalId_key" ON "ActionItem"("externalId");

-- CreateIndex
CREATE INDEX "ActionItem_closed_dueOn_id_idx" ON "ActionItem"("closed", "dueOn", "id");

-- CreateIndex
CREATE INDEX "ActionItem_postmortemId_idx" ON "ActionItem"("postmortemId");

-- CreateIndex
CREATE INDEX "ActionItem_teamId_idx" ON "ActionItem"("teamId");

-- CreateIndex
CREATE INDEX "ActionItem_ownerId_idx" ON "ActionItem"("ownerId");

-- CreateIndex
CREATE INDEX "Event_subjectId_at_idx" ON "Event"("subjectId", "at");

-- CreateIndex
CREATE INDEX "Event_at_idx" ON "Event"("at");

-- CreateIndex
CREATE INDEX "Outbox_availableAt_idx" ON "Outbox"("availableAt");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Password" ADD CONSTRAINT "Password_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentService" ADD CONSTRAINT "IncidentService_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentService" ADD CONSTRAINT "IncidentService_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImpactWindow" ADD CONSTRAINT "ImpactWindow_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimelineEntry" ADD CONSTRAINT "TimelineEntry_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Postmortem" ADD CONSTRAINT "Postmortem_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Postmortem" ADD CONSTRAINT "Postmortem_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Postmortem" ADD CONSTRAINT "Postmortem_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_postmortemId_fkey" FOREIGN KEY ("postmortemId") REFERENCES "Postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_postmortemId_fkey" FOREIGN KEY ("postmortemId") REFERENCES "Postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_postmortemId_fkey" FOREIGN KEY ("postmortemId") REFERENCES "Postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reviewer" ADD CONSTRAINT "Reviewer_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reviewer" ADD CONSTRAINT "Reviewer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewDecision" ADD CONSTRAINT "ReviewDecision_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewDecision" ADD CONSTRAINT "ReviewDecision_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_postmortemId_fkey" FOREIGN KEY ("postmortemId") REFERENCES "Postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Retraction" ADD CONSTRAINT "Retraction_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_postmortemId_fkey" FOREIGN KEY ("postmortemId") REFERENCES "Postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionItem" ADD CONSTRAINT "ActionItem_postmortemId_fkey" FOREIGN KEY ("postmortemId") REFERENCES "Postmortem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionItem" ADD CONSTRAINT "ActionItem_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionItem" ADD CONSTRAINT "ActionItem_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "ActionItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One organisation, one set-up link.
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_is_one" CHECK ("id" = 1);
ALTER TABLE "SetupLink" ADD CONSTRAINT "SetupLink_is_one" CHECK ("id" = 1);

-- What no door may get past.
ALTER TABLE "Person" ADD CONSTRAINT "Person_email_is_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "Service" ADD CONSTRAINT "Service_tier_is_0_to_3" CHECK ("tier" BETWEEN 0 AND 3);
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_restricted_has_reason" CHECK (("visibility" = 'restricted') = ("restrictedReason" IS NOT NULL));
ALTER TABLE "Postmortem" ADD CONSTRAINT "Postmortem_restricted_has_reason" CHECK (("visibility" = 'restricted') = ("restrictedReason" IS NOT NULL));
ALTER TABLE "ImpactWindow" ADD CONSTRAINT "ImpactWindow_ends_after_start" CHECK ("endedAt" IS NULL OR "endedAt" >= "startedAt");
ALTER TABLE "ImpactWindow" ADD CONSTRAINT "ImpactWindow_shares_are_shares" CHECK ("trafficShare" BETWEEN 0 AND 1 AND "failingShare" BETWEEN 0 AND 1);
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_opens_one_record" CHECK (num_nonnulls("postmortemId", "incidentId") = 1);
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_glass_has_reason" CHECK (NOT "breakGlass" OR "reason" <> '');

-- What an incident sorts by: the first thing known about it, and when it was recorded if nothing is.
CREATE FUNCTION incident_occurred() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."occurredAt" := coalesce(NEW."impactStartedAt", NEW."triggeredAt", NEW."detectedAt", NEW."declaredAt", NEW."mitigatedAt", NEW."resolvedAt", NEW."createdAt");
  RETURN NEW;
END $$;
CREATE TRIGGER incident_occurred BEFORE INSERT OR UPDATE ON "Incident" FOR EACH ROW EXECUTE FUNCTION incident_occurred();

-- A postmortem's state is what its reviews and publications say; nobody sets it.
CREATE FUNCTION postmortem_derive_state(postmortem uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  publication record;
  review record;
  verdicts record;
  derived "PostmortemState";
BEGIN
  SELECT p."publishedAt", r."retractedAt" INTO publication
    FROM "Publication" p LEFT JOIN "Retraction" r ON r."publicationId" = p."id"
    WHERE p."postmortemId" = postmortem ORDER BY p."publishedAt" DESC, p."id" DESC LIMIT 1;
  SELECT v."id", v."requestedAt" INTO review
    FROM "Review" v WHERE v."postmortemId" = postmortem ORDER BY v."requestedAt" DESC, v."id" DESC LIMIT 1;
  IF publication."publishedAt" IS NOT NULL AND publication."retractedAt" IS NULL THEN
    derived := 'published';
  ELSIF review."id" IS NULL OR review."requestedAt" <= publication."retractedAt" THEN
    derived := CASE WHEN publication."retractedAt" IS NULL THEN 'draft' ELSE 'retracted' END;
  ELSE
    -- The newest verdict of each reviewer counts. One asking for changes holds it; otherwise every reviewer must approve.
    SELECT count(*) FILTER (WHERE latest."verdict" = 'ask_for_changes') AS changes, count(*) FILTER (WHERE latest."verdict" = 'approve') AS approvals
      INTO verdicts
      FROM (SELECT DISTINCT ON (d."personId") d."verdict" FROM "ReviewDecision" d WHERE d."reviewId" = review."id" ORDER BY d."personId", d."decidedAt" DESC, d."id" DESC) latest;
    derived := CASE
      WHEN verdicts.changes > 0 THEN 'changes_asked'
      WHEN verdicts.approvals > 0 AND verdicts.approvals >= (SELECT count(*) FROM "Reviewer" WHERE "reviewId" = review."id") THEN 'approved'
      ELSE 'in_review' END;
  END IF;
  UPDATE "Postmortem" SET "state" = derived,
    "publishedAt" = (SELECT min(p."publishedAt") FROM "Publication" p WHERE p."postmortemId" = postmortem)
    WHERE "id" = postmortem;
END $$;

CREATE FUNCTION postmortem_state_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_TABLE_NAME IN ('Review', 'Publication') THEN
    PERFORM postmortem_derive_state(NEW."postmortemId");
  ELSIF TG_TABLE_NAME IN ('ReviewDecision', 'Reviewer') THEN
    PERFORM postmortem_derive_state((SELECT v."postmortemId" FROM "Review" v WHERE v."id" = NEW."reviewId"));
  ELSE
    PERFORM postmortem_derive_state((SELECT p."postmortemId" FROM "Publication" p WHERE p."id" = NEW."publicationId"));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER postmortem_state AFTER INSERT ON "Review" FOR EACH ROW EXECUTE FUNCTION postmortem_state_changed();
CREATE TRIGGER postmortem_state AFTER INSERT ON "Reviewer" FOR EACH ROW EXECUTE FUNCTION postmortem_state_changed();
CREATE TRIGGER postmortem_state AFTER INSERT ON "ReviewDecision" FOR EACH ROW EXECUTE FUNCTION postmortem_state_changed();
CREATE TRIGGER postmortem_state AFTER INSERT ON "Publication" FOR EACH ROW EXECUTE FUNCTION postmortem_state_changed();
CREATE TRIGGER postmortem_state AFTER INSERT ON "Retraction" FOR EACH ROW EXECUTE FUNCTION postmortem_state_changed();

-- An action item is closed while its Closure row stands.
CREATE FUNCTION action_item_closed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE "ActionItem" SET "closed" = (TG_OP = 'INSERT') WHERE "id" = coalesce(NEW."actionItemId", OLD."actionItemId");
  RETURN NULL;
END $$;
CREATE TRIGGER action_item_closed AFTER INSERT OR DELETE ON "Closure" FOR EACH ROW EXECUTE FUNCTION action_item_closed();

-- What was frozen, decided or logged stays as it was, whoever asks.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are append-only', TG_TABLE_NAME USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE ON "Revision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "Publication" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "ReviewDecision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Event" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Search: title, then summary, then timeline, then the rest. Accents and case do not matter.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TEXT SEARCH CONFIGURATION firebreak (COPY = english);
ALTER TEXT SEARCH CONFIGURATION firebreak ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
ALTER TABLE "SearchDocument" DROP COLUMN "searchable";
ALTER TABLE "SearchDocument" ADD COLUMN "searchable" tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('firebreak', "title"), 'A') || setweight(to_tsvector('firebreak', "summary"), 'B') ||
  setweight(to_tsvector('firebreak', "timeline"), 'C') || setweight(to_tsvector('firebreak', "body"), 'D')) STORED;
CREATE INDEX "SearchDocument_searchable" ON "SearchDocument" USING gin ("searchable");
CREATE INDEX "SearchDocument_title" ON "SearchDocument" USING gin ("title" gin_trgm_ops);
