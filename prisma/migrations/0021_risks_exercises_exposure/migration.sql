-- What carries others, what was tried on purpose, and which services a mechanism could hurt.
CREATE TYPE "RiskLayer" AS ENUM ('power', 'room', 'network', 'dns', 'control_plane', 'data_store', 'config', 'identity', 'build_deploy', 'monitoring', 'paging', 'vendor', 'knowledge');
CREATE TYPE "FailureDomain" AS ENUM ('host', 'rack', 'pop', 'metro', 'region', 'cell', 'global', 'provider', 'account', 'credential');
CREATE TYPE "Redundancy" AS ENUM ('none', 'cold', 'warm', 'hot', 'active_active', 'statically_stable');
CREATE TYPE "FailoverMode" AS ENUM ('absent', 'manual', 'automatic');
CREATE TYPE "RiskTreatmentKind" AS ENUM ('eliminate', 'isolate', 'reduce', 'accept', 'resolve', 'reopen');
CREATE TYPE "ExerciseKind" AS ENUM ('experiment', 'game_day', 'load_test', 'failover', 'tabletop');
CREATE TYPE "ExerciseEnvironment" AS ENUM ('production', 'staging', 'test', 'table');
CREATE TYPE "ExerciseState" AS ENUM ('planned', 'running', 'finished', 'called_off');
CREATE TYPE "ExerciseResultKind" AS ENUM ('confirmed', 'disproved', 'inconclusive', 'aborted');
CREATE TYPE "DetectionResult" AS ENUM ('in_time', 'late', 'not_at_all', 'not_watched');
CREATE TYPE "ResponseResult" AS ENUM ('worked', 'with_gaps', 'did_not', 'not_needed');
CREATE TYPE "FaultKind" AS ENUM ('kill', 'latency', 'loss', 'partition', 'resource', 'clock', 'dependency_error', 'bad_config', 'expired_certificate', 'dns_answer', 'route_withdrawal', 'traffic_surge', 'region_drain', 'people_unavailable');
CREATE TYPE "ExerciseStepKind" AS ENUM ('started', 'finished', 'called_off');
CREATE TYPE "FindingSeverity" AS ENUM ('high', 'medium', 'low');
CREATE TYPE "ExposureKind" AS ENUM ('exposed', 'mitigated', 'not_applicable', 'unknown');

CREATE TABLE "Risk" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "component" TEXT NOT NULL,
    "layer" "RiskLayer" NOT NULL,
    "domain" "FailureDomain" NOT NULL,
    "redundancy" "Redundancy" NOT NULL,
    "sharedFate" TEXT NOT NULL DEFAULT '',
    "detection" TEXT NOT NULL DEFAULT '',
    "failover" "FailoverMode" NOT NULL DEFAULT 'absent',
    "rtoTargetMinutes" INTEGER,
    "rpoTargetMinutes" INTEGER,
    "likelihood" INTEGER NOT NULL,
    "impact" INTEGER NOT NULL,
    "detectability" INTEGER NOT NULL,
    "impactNote" TEXT NOT NULL DEFAULT '',
    "breakGlass" BOOLEAN NOT NULL DEFAULT false,
    "teamId" UUID NOT NULL,
    "ownerId" UUID,
    "targetOn" DATE,
    "findingId" UUID,
    "targetId" UUID,
    "programId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "score" INTEGER NOT NULL DEFAULT 0,
    "treatment" "RiskTreatmentKind",
    "acceptedUntil" DATE,
    "closed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Risk_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "RiskTreatment" (
    "id" UUID NOT NULL,
    "riskId" UUID NOT NULL,
    "kind" "RiskTreatmentKind" NOT NULL,
    "reason" TEXT NOT NULL,
    "until" DATE,
    "approverId" UUID,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RiskTreatment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "RiskTest" (
    "id" UUID NOT NULL,
    "riskId" UUID NOT NULL,
    "testedOn" DATE NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "rtoMinutes" INTEGER,
    "rpoMinutes" INTEGER,
    "url" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "exerciseId" UUID,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RiskTest_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "RiskDependency" (
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,

    CONSTRAINT "RiskDependency_pkey" PRIMARY KEY ("fromId","toId")
);

CREATE TABLE "RiskService" (
    "riskId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,

    CONSTRAINT "RiskService_pkey" PRIMARY KEY ("riskId","serviceId")
);

CREATE TABLE "RiskIncident" (
    "riskId" UUID NOT NULL,
    "incidentId" UUID NOT NULL,

    CONSTRAINT "RiskIncident_pkey" PRIMARY KEY ("riskId","incidentId")
);

CREATE TABLE "Exercise" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "ExerciseKind" NOT NULL,
    "environment" "ExerciseEnvironment" NOT NULL,
    "automated" BOOLEAN NOT NULL DEFAULT false,
    "fault" "FaultKind",
    "faultNote" TEXT NOT NULL DEFAULT '',
    "target" TEXT NOT NULL,
    "size" TEXT NOT NULL DEFAULT '',
    "holds" TEXT NOT NULL,
    "because" TEXT NOT NULL DEFAULT '',
    "signal" TEXT NOT NULL DEFAULT '',
    "withinMinutes" INTEGER,
    "radius" TEXT NOT NULL DEFAULT '',
    "radiusCap" TEXT NOT NULL DEFAULT '',
    "steadyStates" JSONB NOT NULL DEFAULT '[]',
    "abortRules" JSONB NOT NULL DEFAULT '[]',
    "preconditions" JSONB NOT NULL DEFAULT '[]',
    "rtoMinutes" INTEGER,
    "rpoMinutes" INTEGER,
    "plannedOn" DATE NOT NULL,
    "zone" TEXT NOT NULL,
    "teamId" UUID NOT NULL,
    "ownerId" UUID,
    "programId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "ExerciseState" NOT NULL DEFAULT 'planned',
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "outcome" "ExerciseResultKind",

    CONSTRAINT "Exercise_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ExerciseStep" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "kind" "ExerciseStepKind" NOT NULL,
    "happenedAt" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ExerciseStep_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ExerciseEntry" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "happenedAt" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ExerciseEntry_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ExerciseResult" (
    "exerciseId" UUID NOT NULL,
    "outcome" "ExerciseResultKind" NOT NULL,
    "summary" TEXT NOT NULL,
    "radius" TEXT NOT NULL DEFAULT '',
    "detection" "DetectionResult" NOT NULL,
    "detectedMinutes" INTEGER,
    "detectionNote" TEXT NOT NULL DEFAULT '',
    "response" "ResponseResult" NOT NULL,
    "responseNote" TEXT NOT NULL DEFAULT '',
    "rtoMinutes" INTEGER,
    "rpoMinutes" INTEGER,
    "restoreVerified" BOOLEAN,
    "restoreNote" TEXT NOT NULL DEFAULT '',
    "load" JSONB,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ExerciseResult_pkey" PRIMARY KEY ("exerciseId")
);

CREATE TABLE "Finding" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "severity" "FindingSeverity" NOT NULL,
    "mechanism" TEXT,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ExerciseService" (
    "exerciseId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,

    CONSTRAINT "ExerciseService_pkey" PRIMARY KEY ("exerciseId","serviceId")
);

CREATE TABLE "ExerciseRisk" (
    "exerciseId" UUID NOT NULL,
    "riskId" UUID NOT NULL,

    CONSTRAINT "ExerciseRisk_pkey" PRIMARY KEY ("exerciseId","riskId")
);

CREATE TABLE "ExerciseIncident" (
    "exerciseId" UUID NOT NULL,
    "incidentId" UUID NOT NULL,

    CONSTRAINT "ExerciseIncident_pkey" PRIMARY KEY ("exerciseId","incidentId")
);

CREATE TABLE "Sweep" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "mechanism" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "background" TEXT NOT NULL DEFAULT '',
    "dueOn" DATE,
    "programId" UUID,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Sweep_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "SweepClosure" (
    "sweepId" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SweepClosure_pkey" PRIMARY KEY ("sweepId")
);

CREATE TABLE "SweepTarget" (
    "id" UUID NOT NULL,
    "sweepId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,

    CONSTRAINT "SweepTarget_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ExposureAnswer" (
    "id" UUID NOT NULL,
    "targetId" UUID NOT NULL,
    "answer" "ExposureKind" NOT NULL,
    "url" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ExposureAnswer_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ItemSource" (
    "id" UUID NOT NULL,
    "actionItemId" UUID NOT NULL,
    "riskId" UUID,
    "findingId" UUID,
    "targetId" UUID,

    CONSTRAINT "ItemSource_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "Risk_number_key" ON "Risk"("number");
CREATE INDEX "Risk_closed_score_idx" ON "Risk"("closed", "score");
CREATE INDEX "Risk_teamId_idx" ON "Risk"("teamId");
CREATE INDEX "Risk_ownerId_idx" ON "Risk"("ownerId");
CREATE INDEX "Risk_acceptedUntil_idx" ON "Risk"("acceptedUntil");
CREATE INDEX "Risk_findingId_idx" ON "Risk"("findingId");
CREATE INDEX "Risk_targetId_idx" ON "Risk"("targetId");
CREATE INDEX "Risk_programId_idx" ON "Risk"("programId");
CREATE INDEX "RiskTreatment_riskId_at_idx" ON "RiskTreatment"("riskId", "at");
CREATE INDEX "RiskTest_riskId_testedOn_idx" ON "RiskTest"("riskId", "testedOn");
CREATE INDEX "RiskTest_exerciseId_idx" ON "RiskTest"("exerciseId");
CREATE INDEX "RiskDependency_toId_idx" ON "RiskDependency"("toId");
CREATE INDEX "RiskService_serviceId_idx" ON "RiskService"("serviceId");
CREATE INDEX "RiskIncident_incidentId_idx" ON "RiskIncident"("incidentId");
CREATE UNIQUE INDEX "Exercise_number_key" ON "Exercise"("number");
CREATE INDEX "Exercise_state_plannedOn_idx" ON "Exercise"("state", "plannedOn");
CREATE INDEX "Exercise_teamId_idx" ON "Exercise"("teamId");
CREATE INDEX "Exercise_ownerId_idx" ON "Exercise"("ownerId");
CREATE INDEX "Exercise_programId_idx" ON "Exercise"("programId");
CREATE INDEX "ExerciseStep_exerciseId_at_idx" ON "ExerciseStep"("exerciseId", "at");
CREATE INDEX "ExerciseEntry_exerciseId_happenedAt_id_idx" ON "ExerciseEntry"("exerciseId", "happenedAt", "id");
CREATE UNIQUE INDEX "Finding_exerciseId_ordinal_key" ON "Finding"("exerciseId", "ordinal");
CREATE INDEX "ExerciseService_serviceId_idx" ON "ExerciseService"("serviceId");
CREATE INDEX "ExerciseRisk_riskId_idx" ON "ExerciseRisk"("riskId");
CREATE INDEX "ExerciseIncident_incidentId_idx" ON "ExerciseIncident"("incidentId");
CREATE UNIQUE INDEX "Sweep_number_key" ON "Sweep"("number");
CREATE INDEX "Sweep_mechanism_idx" ON "Sweep"("mechanism");
CREATE INDEX "Sweep_createdAt_idx" ON "Sweep"("createdAt");
CREATE INDEX "Sweep_programId_idx" ON "Sweep"("programId");
CREATE INDEX "SweepTarget_serviceId_idx" ON "SweepTarget"("serviceId");
CREATE UNIQUE INDEX "SweepTarget_sweepId_serviceId_key" ON "SweepTarget"("sweepId", "serviceId");
CREATE INDEX "ExposureAnswer_targetId_at_idx" ON "ExposureAnswer"("targetId", "at");
CREATE INDEX "ItemSource_actionItemId_idx" ON "ItemSource"("actionItemId");
CREATE INDEX "ItemSource_riskId_idx" ON "ItemSource"("riskId");
CREATE INDEX "ItemSource_findingId_idx" ON "ItemSource"("findingId");
CREATE INDEX "ItemSource_targetId_idx" ON "ItemSource"("targetId");

ALTER TABLE "Risk" ADD CONSTRAINT "Risk_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "SweepTarget"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "RiskTreatment" ADD CONSTRAINT "RiskTreatment_riskId_fkey" FOREIGN KEY ("riskId") REFERENCES "Risk"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RiskTreatment" ADD CONSTRAINT "RiskTreatment_approverId_fkey" FOREIGN KEY ("approverId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "RiskTest" ADD CONSTRAINT "RiskTest_riskId_fkey" FOREIGN KEY ("riskId") REFERENCES "Risk"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RiskTest" ADD CONSTRAINT "RiskTest_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "RiskDependency" ADD CONSTRAINT "RiskDependency_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Risk"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RiskDependency" ADD CONSTRAINT "RiskDependency_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Risk"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RiskService" ADD CONSTRAINT "RiskService_riskId_fkey" FOREIGN KEY ("riskId") REFERENCES "Risk"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RiskService" ADD CONSTRAINT "RiskService_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RiskIncident" ADD CONSTRAINT "RiskIncident_riskId_fkey" FOREIGN KEY ("riskId") REFERENCES "Risk"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RiskIncident" ADD CONSTRAINT "RiskIncident_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Exercise" ADD CONSTRAINT "Exercise_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Exercise" ADD CONSTRAINT "Exercise_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Exercise" ADD CONSTRAINT "Exercise_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "ExerciseStep" ADD CONSTRAINT "ExerciseStep_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ExerciseEntry" ADD CONSTRAINT "ExerciseEntry_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ExerciseResult" ADD CONSTRAINT "ExerciseResult_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ExerciseService" ADD CONSTRAINT "ExerciseService_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ExerciseService" ADD CONSTRAINT "ExerciseService_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ExerciseRisk" ADD CONSTRAINT "ExerciseRisk_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ExerciseRisk" ADD CONSTRAINT "ExerciseRisk_riskId_fkey" FOREIGN KEY ("riskId") REFERENCES "Risk"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ExerciseIncident" ADD CONSTRAINT "ExerciseIncident_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ExerciseIncident" ADD CONSTRAINT "ExerciseIncident_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Sweep" ADD CONSTRAINT "Sweep_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "SweepClosure" ADD CONSTRAINT "SweepClosure_sweepId_fkey" FOREIGN KEY ("sweepId") REFERENCES "Sweep"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SweepTarget" ADD CONSTRAINT "SweepTarget_sweepId_fkey" FOREIGN KEY ("sweepId") REFERENCES "Sweep"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SweepTarget" ADD CONSTRAINT "SweepTarget_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ExposureAnswer" ADD CONSTRAINT "ExposureAnswer_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "SweepTarget"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ItemSource" ADD CONSTRAINT "ItemSource_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "ActionItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ItemSource" ADD CONSTRAINT "ItemSource_riskId_fkey" FOREIGN KEY ("riskId") REFERENCES "Risk"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ItemSource" ADD CONSTRAINT "ItemSource_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ItemSource" ADD CONSTRAINT "ItemSource_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "SweepTarget"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What no door may get past.
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_scales" CHECK ("likelihood" BETWEEN 1 AND 5 AND "impact" BETWEEN 0 AND 5 AND "detectability" BETWEEN 1 AND 3);
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_minutes" CHECK ("rtoTargetMinutes" >= 0 AND "rpoTargetMinutes" >= 0);
ALTER TABLE "RiskTreatment" ADD CONSTRAINT "RiskTreatment_accepted_until_by" CHECK (("kind" = 'accept') = ("until" IS NOT NULL) AND ("kind" = 'accept' OR "approverId" IS NULL));
ALTER TABLE "RiskTreatment" ADD CONSTRAINT "RiskTreatment_has_reason" CHECK ("reason" <> '');
ALTER TABLE "RiskTest" ADD CONSTRAINT "RiskTest_shows_something" CHECK ("url" <> '' OR "note" <> '' OR "exerciseId" IS NOT NULL);
ALTER TABLE "RiskTest" ADD CONSTRAINT "RiskTest_minutes" CHECK ("rtoMinutes" >= 0 AND "rpoMinutes" >= 0);
ALTER TABLE "RiskDependency" ADD CONSTRAINT "RiskDependency_on_another" CHECK ("fromId" <> "toId");
ALTER TABLE "ExerciseEntry" ADD CONSTRAINT "ExerciseEntry_says_something" CHECK ("text" <> '');
ALTER TABLE "ExerciseStep" ADD CONSTRAINT "ExerciseStep_called_off_for_a_reason" CHECK ("kind" <> 'called_off' OR "note" <> '');
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_says_something" CHECK ("text" <> '' AND "ordinal" >= 1);
ALTER TABLE "ExposureAnswer" ADD CONSTRAINT "ExposureAnswer_shows_something" CHECK ("answer" NOT IN ('mitigated', 'not_applicable') OR "url" <> '' OR "note" <> '');
ALTER TABLE "ItemSource" ADD CONSTRAINT "ItemSource_of_one" CHECK (num_nonnulls("riskId", "findingId", "targetId") = 1);
CREATE UNIQUE INDEX "ItemSource_once" ON "ItemSource" ("actionItemId", coalesce("riskId", "findingId", "targetId"));

-- Impact (0 to 5) × likelihood (1 to 5) × detectability (1 to 3).
CREATE FUNCTION risk_score() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."score" := NEW."impact" * NEW."likelihood" * NEW."detectability";
  RETURN NEW;
END $$;
CREATE TRIGGER score BEFORE INSERT OR UPDATE ON "Risk" FOR EACH ROW EXECUTE FUNCTION risk_score();

-- How a risk is treated is its newest decision. Opening it again leaves it as undecided as it was at first.
CREATE FUNCTION risk_derive() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  decided record;
BEGIN
  SELECT t."kind", t."until" INTO decided FROM "RiskTreatment" t WHERE t."riskId" = NEW."riskId" ORDER BY t."at" DESC, t."id" DESC LIMIT 1;
  UPDATE "Risk" SET
    "treatment" = CASE WHEN decided."kind" <> 'reopen' THEN decided."kind" END,
    "acceptedUntil" = decided."until",
    "closed" = decided."kind" = 'resolve'
    WHERE "id" = NEW."riskId";
  RETURN NULL;
END $$;
CREATE TRIGGER derive AFTER INSERT ON "RiskTreatment" FOR EACH ROW EXECUTE FUNCTION risk_derive();

CREATE FUNCTION exercise_derive() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  exercise uuid := NEW."exerciseId";
  newest "ExerciseStepKind";
BEGIN
  SELECT s."kind" INTO newest FROM "ExerciseStep" s WHERE s."exerciseId" = exercise ORDER BY s."at" DESC, s."id" DESC LIMIT 1;
  UPDATE "Exercise" SET
    "state" = CASE newest WHEN 'started' THEN 'running' WHEN 'finished' THEN 'finished' WHEN 'called_off' THEN 'called_off' ELSE 'planned' END::"ExerciseState",
    "startedAt" = (SELECT s."happenedAt" FROM "ExerciseStep" s WHERE s."exerciseId" = exercise AND s."kind" = 'started' ORDER BY s."at" DESC LIMIT 1),
    "endedAt" = (SELECT s."happenedAt" FROM "ExerciseStep" s WHERE s."exerciseId" = exercise AND s."kind" <> 'started' ORDER BY s."at" DESC LIMIT 1),
    "outcome" = (SELECT r."outcome" FROM "ExerciseResult" r WHERE r."exerciseId" = exercise)
    WHERE "id" = exercise;
  RETURN NULL;
END $$;
CREATE TRIGGER derive AFTER INSERT ON "ExerciseStep" FOR EACH ROW EXECUTE FUNCTION exercise_derive();
CREATE TRIGGER derive AFTER INSERT ON "ExerciseResult" FOR EACH ROW EXECUTE FUNCTION exercise_derive();

CREATE TRIGGER append_only BEFORE UPDATE ON "RiskTest" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "RiskTreatment" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "ExerciseStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "ExerciseEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "ExerciseResult" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "Finding" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "ExposureAnswer" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "SweepTarget" FOR EACH ROW EXECUTE FUNCTION refuse_change();
