-- CreateEnum
CREATE TYPE "ImpactStartBasis" AS ENUM ('measured', 'assumed');

-- CreateEnum
CREATE TYPE "DetectionMethod" AS ENUM ('slo_alert', 'threshold_alert', 'anomaly_alert', 'synthetic_probe', 'user_monitoring', 'automation', 'deploy_gate', 'engineer', 'other_team', 'customer', 'social_media', 'vendor', 'security_tool', 'audit');

-- CreateEnum
CREATE TYPE "TriggerKind" AS ENUM ('code_rollout', 'config_rollout', 'data_push', 'flag', 'network_change', 'capacity_action', 'maintenance', 'failover', 'traffic', 'attack', 'expiry', 'dependency', 'hardware', 'unknown');

-- CreateEnum
CREATE TYPE "LocationKind" AS ENUM ('region', 'pop', 'cell', 'network');

-- CreateEnum
CREATE TYPE "ImpactMeasure" AS ENUM ('requests_failed', 'share_at_peak', 'accounts', 'users', 'tickets', 'data_lost', 'credits', 'revenue', 'people_paged', 'hours', 'other');

-- CreateEnum
CREATE TYPE "Certainty" AS ENUM ('measured', 'estimated', 'rough');

-- CreateEnum
CREATE TYPE "FactorRole" AS ENUM ('trigger', 'enabler', 'amplifier', 'detection_gap', 'response_obstacle');

-- CreateEnum
CREATE TYPE "DefenceOutcome" AS ENUM ('worked', 'slowed', 'absent', 'not_applicable', 'bypassed', 'failed', 'too_slow', 'made_worse');

-- CreateEnum
CREATE TYPE "MitigationMethod" AS ENUM ('rollback', 'roll_forward', 'config_revert', 'flag_off', 'drain', 'route_change', 'weight_shift', 'capacity_add', 'load_shed', 'block', 'degrade', 'cache_action', 'restart', 'failover', 'data_restore', 'vendor_action', 'credential_action', 'manual_repair', 'self_healed', 'waited_out');

-- CreateEnum
CREATE TYPE "MitigationResult" AS ENUM ('helped', 'partly', 'no_effect', 'worsened');

-- CreateEnum
CREATE TYPE "ResponseRole" AS ENUM ('incident_commander', 'deputy', 'operations_lead', 'communications_lead', 'scribe', 'expert');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('dashboard', 'log', 'chat', 'recording', 'status_page', 'ticket', 'change', 'document', 'other');

-- CreateEnum
CREATE TYPE "RelationKind" AS ENUM ('repeat_of', 'same_mechanism', 'caused_by', 'part_of', 'follows_from_fix', 'similar');

-- AlterTable
ALTER TABLE "Incident" ADD COLUMN     "announcedAt" TIMESTAMPTZ(3),
ADD COLUMN     "detectionMethod" "DetectionMethod",
ADD COLUMN     "detectionSource" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "diagnosedAt" TIMESTAMPTZ(3),
ADD COLUMN     "engagedAt" TIMESTAMPTZ(3),
ADD COLUMN     "impactStartBasis" "ImpactStartBasis",
ADD COLUMN     "journeys" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "reportedByCustomer" BOOLEAN,
ADD COLUMN     "triggerKind" "TriggerKind",
ADD COLUMN     "triggerReference" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "ImpactWindow" ADD COLUMN     "journey" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "locations" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "SeverityChange" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "severity" "Severity" NOT NULL,
    "at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "replacesId" UUID,
    "recordedById" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SeverityChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentLocation" (
    "incidentId" UUID NOT NULL,
    "kind" "LocationKind" NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "IncidentLocation_pkey" PRIMARY KEY ("incidentId","kind","name")
);

-- CreateTable
CREATE TABLE "ImpactNumber" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "measure" "ImpactMeasure" NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "unit" TEXT NOT NULL DEFAULT '',
    "method" TEXT NOT NULL DEFAULT '',
    "certainty" "Certainty" NOT NULL,

    CONSTRAINT "ImpactNumber_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Factor" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "mechanism" TEXT NOT NULL,
    "role" "FactorRole" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "evidence" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Defence" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "outcome" "DefenceOutcome" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Defence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mitigation" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "method" "MitigationMethod" NOT NULL,
    "byRole" "ResponseRole",
    "result" "MitigationResult" NOT NULL,
    "at" TIMESTAMPTZ(3),
    "text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Mitigation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentRole" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "role" "ResponseRole" NOT NULL,
    "area" TEXT NOT NULL DEFAULT '',
    "from" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "IncidentRole_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleHolder" (
    "roleId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "RoleHolder_pkey" PRIMARY KEY ("roleId")
);

-- CreateTable
CREATE TABLE "IncidentEvidence" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,

    CONSTRAINT "IncidentEvidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentRelation" (
    "id" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "kind" "RelationKind" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IncidentRelation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SeverityChange_replacesId_key" ON "SeverityChange"("replacesId");

-- CreateIndex
CREATE INDEX "SeverityChange_incidentId_recordedAt_idx" ON "SeverityChange"("incidentId", "recordedAt");

-- CreateIndex
CREATE INDEX "ImpactNumber_incidentId_idx" ON "ImpactNumber"("incidentId");

-- CreateIndex
CREATE INDEX "Factor_incidentId_idx" ON "Factor"("incidentId");

-- CreateIndex
CREATE INDEX "Factor_mechanism_idx" ON "Factor"("mechanism");

-- CreateIndex
CREATE INDEX "Defence_incidentId_idx" ON "Defence"("incidentId");

-- CreateIndex
CREATE INDEX "Mitigation_incidentId_idx" ON "Mitigation"("incidentId");

-- CreateIndex
CREATE INDEX "IncidentRole_incidentId_idx" ON "IncidentRole"("incidentId");

-- CreateIndex
CREATE INDEX "IncidentEvidence_incidentId_idx" ON "IncidentEvidence"("incidentId");

-- CreateIndex
CREATE INDEX "IncidentRelation_toId_idx" ON "IncidentRelation"("toId");

-- CreateIndex
CREATE UNIQUE INDEX "IncidentRelation_fromId_toId_kind_key" ON "IncidentRelation"("fromId", "toId", "kind");

-- AddForeignKey
ALTER TABLE "SeverityChange" ADD CONSTRAINT "SeverityChange_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeverityChange" ADD CONSTRAINT "SeverityChange_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "SeverityChange"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentLocation" ADD CONSTRAINT "IncidentLocation_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImpactNumber" ADD CONSTRAINT "ImpactNumber_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Factor" ADD CONSTRAINT "Factor_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Defence" ADD CONSTRAINT "Defence_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mitigation" ADD CONSTRAINT "Mitigation_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentRole" ADD CONSTRAINT "IncidentRole_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleHolder" ADD CONSTRAINT "RoleHolder_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "IncidentRole"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentEvidence" ADD CONSTRAINT "IncidentEvidence_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentRelation" ADD CONSTRAINT "IncidentRelation_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentRelation" ADD CONSTRAINT "IncidentRelation_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What no door may get past.
ALTER TABLE "SeverityChange" ADD CONSTRAINT "SeverityChange_replaces_another" CHECK ("replacesId" <> "id");
ALTER TABLE "IncidentRelation" ADD CONSTRAINT "IncidentRelation_is_of_two" CHECK ("fromId" <> "toId");
ALTER TABLE "IncidentLocation" ADD CONSTRAINT "IncidentLocation_is_named" CHECK ("name" <> '');
ALTER TABLE "Factor" ADD CONSTRAINT "Factor_evidence_is_a_page" CHECK ("evidence" = '' OR "evidence" ~ '^https?://');
ALTER TABLE "IncidentEvidence" ADD CONSTRAINT "IncidentEvidence_is_a_page" CHECK ("url" ~ '^https?://');
ALTER TABLE "IncidentRole" ADD CONSTRAINT "IncidentRole_ends_after_start" CHECK ("until" IS NULL OR "from" IS NULL OR "until" >= "from");
ALTER TABLE "ImpactNumber" ADD CONSTRAINT "ImpactNumber_is_no_less_than_nothing" CHECK ("value" >= 0);
CREATE TRIGGER append_only BEFORE UPDATE ON "SeverityChange" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- An incident's severity is what it was last called. A line without a time is the declaration, before all others.
CREATE FUNCTION incident_severity() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  final "Severity";
BEGIN
  SELECT c."severity" INTO final FROM "SeverityChange" c
    WHERE c."incidentId" = NEW."incidentId"
      AND NOT EXISTS (SELECT 1 FROM "SeverityChange" later WHERE later."replacesId" = c."id")
    ORDER BY coalesce(c."at", '-infinity') DESC, c."recordedAt" DESC, c."id" DESC LIMIT 1;
  UPDATE "Incident" SET "severity" = final WHERE "id" = NEW."incidentId" AND "severity" IS DISTINCT FROM final;
  RETURN NULL;
END $$;

-- Its mechanisms are those of its factors, in their order.
CREATE FUNCTION incident_mechanisms() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  incident uuid := coalesce(NEW."incidentId", OLD."incidentId");
  derived text[];
BEGIN
  SELECT coalesce(array_agg(f."mechanism" ORDER BY f."first", f."mechanism"), '{}') INTO derived
    FROM (SELECT "mechanism", min("position") AS "first" FROM "Factor" WHERE "incidentId" = incident GROUP BY "mechanism") f;
  UPDATE "Incident" SET "mechanisms" = derived WHERE "id" = incident AND "mechanisms" IS DISTINCT FROM derived;
  RETURN NULL;
END $$;

-- What was recorded before there were factors and a log. The ids are made from what they stand for, so that two servers agree.
INSERT INTO "Factor" ("id", "incidentId", "position", "mechanism", "role")
  SELECT md5(i."id"::text || ' ' || m."code")::uuid, i."id", m."place" - 1, m."code", 'enabler'
  FROM "Incident" i, unnest(i."mechanisms") WITH ORDINALITY m("code", "place");
INSERT INTO "SeverityChange" ("id", "incidentId", "severity", "recordedById", "recordedAt")
  SELECT md5(i."id"::text || ' severity')::uuid, i."id", i."severity", i."createdById", i."createdAt" FROM "Incident" i;

CREATE TRIGGER incident_severity AFTER INSERT ON "SeverityChange" FOR EACH ROW EXECUTE FUNCTION incident_severity();
CREATE TRIGGER incident_mechanisms AFTER INSERT OR UPDATE OR DELETE ON "Factor" FOR EACH ROW EXECUTE FUNCTION incident_mechanisms();
