-- Programs: what a company undertakes so that a class of incidents ends, with what shows whether it does.
CREATE TYPE "ProgramKind" AS ENUM ('chaos', 'capacity', 'spof', 'change_safety', 'dr', 'detection', 'access', 'custom');
CREATE TYPE "ProgramState" AS ENUM ('proposed', 'chartered', 'active', 'sustaining', 'closed', 'stopped');
CREATE TYPE "Cadence" AS ENUM ('weekly', 'monthly', 'quarterly');
CREATE TYPE "HealthColour" AS ENUM ('green', 'amber', 'red');
CREATE TYPE "Level" AS ENUM ('low', 'medium', 'high');
CREATE TYPE "Direction" AS ENUM ('up', 'down');
CREATE TYPE "ProgramRiskKind" AS ENUM ('risk', 'dependency');
CREATE TYPE "ProgramRiskState" AS ENUM ('open', 'closed', 'happened');
CREATE TYPE "LinkAnswer" AS ENUM ('linked', 'declined', 'unlinked');
CREATE TYPE "ReportKind" AS ENUM ('monthly', 'quarterly');
CREATE TYPE "Effect" AS ENUM ('prevented', 'shortened', 'smaller', 'unchanged');
ALTER TYPE "CommitmentKind" ADD VALUE 'handed';

CREATE TABLE "Program" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "ProgramKind" NOT NULL,
    "objective" TEXT NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',
    "sponsorId" UUID,
    "leadId" UUID NOT NULL,
    "scopeIn" TEXT NOT NULL DEFAULT '',
    "scopeOut" TEXT NOT NULL DEFAULT '',
    "exitCriteria" TEXT[],
    "startOn" DATE NOT NULL,
    "endOn" DATE NOT NULL,
    "cadence" "Cadence" NOT NULL DEFAULT 'monthly',
    "zone" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "ProgramState" NOT NULL DEFAULT 'proposed',

    CONSTRAINT "Program_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "ProgramStep" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "state" "ProgramState" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProgramStep_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "ProgramTeam" (
    "programId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "contactId" UUID,

    CONSTRAINT "ProgramTeam_pkey" PRIMARY KEY ("programId","teamId")
);
CREATE TABLE "ProgramService" (
    "programId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,

    CONSTRAINT "ProgramService_pkey" PRIMARY KEY ("programId","serviceId")
);
CREATE TABLE "Milestone" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "exitCriterion" TEXT NOT NULL,
    "ownerId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "MilestonePlan" (
    "id" UUID NOT NULL,
    "milestoneId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "weight" INTEGER NOT NULL,
    "dropped" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MilestonePlan_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "MilestoneStep" (
    "id" UUID NOT NULL,
    "milestoneId" UUID NOT NULL,
    "percent" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MilestoneStep_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "Kpi" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL DEFAULT '',
    "direction" "Direction" NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Kpi_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "KpiPlan" (
    "id" UUID NOT NULL,
    "kpiId" UUID NOT NULL,
    "baseline" DOUBLE PRECISION NOT NULL,
    "startOn" DATE NOT NULL,
    "target" DOUBLE PRECISION NOT NULL,
    "targetOn" DATE NOT NULL,
    "cycleDays" INTEGER NOT NULL,
    "ended" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KpiPlan_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "KpiPoint" (
    "id" UUID NOT NULL,
    "kpiId" UUID NOT NULL,
    "on" DATE NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KpiPoint_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "ProgramRisk" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "ProgramRiskKind" NOT NULL,
    "title" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProgramRisk_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "RiskAssessment" (
    "id" UUID NOT NULL,
    "riskId" UUID NOT NULL,
    "likelihood" "Level" NOT NULL,
    "effect" "Level" NOT NULL,
    "mitigation" TEXT NOT NULL DEFAULT '',
    "mitigationOn" DATE,
    "ownerId" UUID,
    "state" "ProgramRiskState" NOT NULL DEFAULT 'open',
    "note" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RiskAssessment_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "ProgramDecision" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProgramDecision_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "Watch" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "mechanism" TEXT NOT NULL,
    "maxTier" INTEGER,
    "inScope" BOOLEAN NOT NULL DEFAULT false,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Watch_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "ProgramLink" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "incidentId" UUID,
    "postmortemId" UUID,
    "guide" TEXT,
    "answer" "LinkAnswer" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProgramLink_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "actionItemId" UUID NOT NULL,
    "programId" UUID,
    "milestoneId" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "ProgramHealth" (
    "programId" UUID NOT NULL,
    "on" DATE NOT NULL,
    "colour" "HealthColour" NOT NULL,
    "parts" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProgramHealth_pkey" PRIMARY KEY ("programId","on")
);
CREATE TABLE "HealthOverride" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "colour" "HealthColour",
    "reason" TEXT NOT NULL,
    "until" DATE,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HealthOverride_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "ProgramUpdate" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "weekOf" DATE NOT NULL,
    "done" TEXT NOT NULL DEFAULT '',
    "next" TEXT NOT NULL DEFAULT '',
    "blocked" TEXT NOT NULL DEFAULT '',
    "numbers" TEXT NOT NULL DEFAULT '',
    "ask" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProgramUpdate_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "ProgramReport" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "kind" "ReportKind" NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,
    "draft" TEXT NOT NULL,
    "judgement" TEXT NOT NULL,
    "verdicts" JSONB NOT NULL DEFAULT '[]',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProgramReport_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "ProgramEffect" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "effect" "Effect" NOT NULL,
    "why" TEXT NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProgramEffect_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "EffectAgreement" (
    "id" UUID NOT NULL,
    "effectId" UUID NOT NULL,
    "agrees" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EffectAgreement_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "ActionItem" ADD COLUMN "programId" UUID, ADD COLUMN "milestoneId" UUID;

CREATE UNIQUE INDEX "Program_key_key" ON "Program"("key");
CREATE UNIQUE INDEX "Program_number_key" ON "Program"("number");
CREATE INDEX "Program_state_number_idx" ON "Program"("state", "number");
CREATE INDEX "Program_leadId_idx" ON "Program"("leadId");
CREATE INDEX "ProgramStep_programId_at_idx" ON "ProgramStep"("programId", "at");
CREATE INDEX "ProgramTeam_contactId_idx" ON "ProgramTeam"("contactId");
CREATE INDEX "ProgramService_serviceId_idx" ON "ProgramService"("serviceId");
CREATE INDEX "Milestone_programId_position_idx" ON "Milestone"("programId", "position");
CREATE INDEX "MilestonePlan_milestoneId_at_idx" ON "MilestonePlan"("milestoneId", "at");
CREATE INDEX "MilestoneStep_milestoneId_at_idx" ON "MilestoneStep"("milestoneId", "at");
CREATE INDEX "Kpi_programId_position_idx" ON "Kpi"("programId", "position");
CREATE INDEX "KpiPlan_kpiId_at_idx" ON "KpiPlan"("kpiId", "at");
CREATE INDEX "KpiPoint_kpiId_on_at_idx" ON "KpiPoint"("kpiId", "on", "at");
CREATE INDEX "ProgramRisk_programId_position_idx" ON "ProgramRisk"("programId", "position");
CREATE INDEX "RiskAssessment_riskId_at_idx" ON "RiskAssessment"("riskId", "at");
CREATE INDEX "ProgramDecision_programId_at_idx" ON "ProgramDecision"("programId", "at");
CREATE INDEX "Watch_programId_idx" ON "Watch"("programId");
CREATE INDEX "Watch_mechanism_idx" ON "Watch"("mechanism");
CREATE INDEX "ProgramLink_programId_at_idx" ON "ProgramLink"("programId", "at");
CREATE INDEX "ProgramLink_incidentId_idx" ON "ProgramLink"("incidentId");
CREATE INDEX "ProgramLink_postmortemId_idx" ON "ProgramLink"("postmortemId");
CREATE INDEX "Assignment_actionItemId_at_idx" ON "Assignment"("actionItemId", "at");
CREATE INDEX "Assignment_programId_idx" ON "Assignment"("programId");
CREATE INDEX "HealthOverride_programId_at_idx" ON "HealthOverride"("programId", "at");
CREATE INDEX "ProgramUpdate_programId_weekOf_idx" ON "ProgramUpdate"("programId", "weekOf");
CREATE INDEX "ProgramReport_programId_at_idx" ON "ProgramReport"("programId", "at");
CREATE INDEX "ProgramEffect_programId_at_idx" ON "ProgramEffect"("programId", "at");
CREATE INDEX "ProgramEffect_incidentId_idx" ON "ProgramEffect"("incidentId");
CREATE INDEX "EffectAgreement_effectId_at_idx" ON "EffectAgreement"("effectId", "at");
CREATE INDEX "ActionItem_programId_closed_idx" ON "ActionItem"("programId", "closed");
CREATE INDEX "ActionItem_milestoneId_idx" ON "ActionItem"("milestoneId");

ALTER TABLE "Program" ADD CONSTRAINT "Program_sponsorId_fkey" FOREIGN KEY ("sponsorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Program" ADD CONSTRAINT "Program_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ProgramStep" ADD CONSTRAINT "ProgramStep_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ProgramTeam" ADD CONSTRAINT "ProgramTeam_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ProgramTeam" ADD CONSTRAINT "ProgramTeam_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ProgramTeam" ADD CONSTRAINT "ProgramTeam_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "ProgramService" ADD CONSTRAINT "ProgramService_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ProgramService" ADD CONSTRAINT "ProgramService_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "MilestonePlan" ADD CONSTRAINT "MilestonePlan_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MilestoneStep" ADD CONSTRAINT "MilestoneStep_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Kpi" ADD CONSTRAINT "Kpi_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "KpiPlan" ADD CONSTRAINT "KpiPlan_kpiId_fkey" FOREIGN KEY ("kpiId") REFERENCES "Kpi"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "KpiPoint" ADD CONSTRAINT "KpiPoint_kpiId_fkey" FOREIGN KEY ("kpiId") REFERENCES "Kpi"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ProgramRisk" ADD CONSTRAINT "ProgramRisk_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RiskAssessment" ADD CONSTRAINT "RiskAssessment_riskId_fkey" FOREIGN KEY ("riskId") REFERENCES "ProgramRisk"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RiskAssessment" ADD CONSTRAINT "RiskAssessment_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "ProgramDecision" ADD CONSTRAINT "ProgramDecision_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ProgramLink" ADD CONSTRAINT "ProgramLink_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ProgramLink" ADD CONSTRAINT "ProgramLink_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ProgramLink" ADD CONSTRAINT "ProgramLink_postmortemId_fkey" FOREIGN KEY ("postmortemId") REFERENCES "Postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "ActionItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ProgramHealth" ADD CONSTRAINT "ProgramHealth_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "HealthOverride" ADD CONSTRAINT "HealthOverride_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ProgramUpdate" ADD CONSTRAINT "ProgramUpdate_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ProgramUpdate" ADD CONSTRAINT "ProgramUpdate_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ProgramReport" ADD CONSTRAINT "ProgramReport_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ProgramEffect" ADD CONSTRAINT "ProgramEffect_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ProgramEffect" ADD CONSTRAINT "ProgramEffect_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "EffectAgreement" ADD CONSTRAINT "EffectAgreement_effectId_fkey" FOREIGN KEY ("effectId") REFERENCES "ProgramEffect"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ActionItem" ADD CONSTRAINT "ActionItem_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "ActionItem" ADD CONSTRAINT "ActionItem_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What no door may get past.
ALTER TABLE "Program" ADD CONSTRAINT "Program_has_a_name" CHECK ("name" <> '' AND "key" <> '' AND "objective" <> '');
ALTER TABLE "Program" ADD CONSTRAINT "Program_ends_after_it_starts" CHECK ("endOn" > "startOn");
ALTER TABLE "ProgramStep" ADD CONSTRAINT "ProgramStep_stopped_for_a_reason" CHECK ("state" NOT IN ('stopped', 'closed') OR "reason" <> '');
ALTER TABLE "MilestonePlan" ADD CONSTRAINT "MilestonePlan_weighs_something" CHECK ("weight" BETWEEN 1 AND 100);
ALTER TABLE "MilestonePlan" ADD CONSTRAINT "MilestonePlan_dropped_for_a_reason" CHECK (NOT "dropped" OR "reason" <> '');
ALTER TABLE "MilestoneStep" ADD CONSTRAINT "MilestoneStep_is_a_share" CHECK ("percent" BETWEEN 0 AND 100);
ALTER TABLE "MilestoneStep" ADD CONSTRAINT "MilestoneStep_done_is_shown" CHECK ("percent" < 100 OR "note" <> '' OR "url" <> '');
ALTER TABLE "KpiPlan" ADD CONSTRAINT "KpiPlan_leads_somewhere" CHECK ("targetOn" > "startOn" AND "cycleDays" BETWEEN 1 AND 366);
ALTER TABLE "ProgramDecision" ADD CONSTRAINT "ProgramDecision_says_why" CHECK ("text" <> '' AND "reason" <> '');
ALTER TABLE "ProgramLink" ADD CONSTRAINT "ProgramLink_is_of_one_thing" CHECK (num_nonnulls("incidentId", "postmortemId", "guide") = 1);
ALTER TABLE "ProgramLink" ADD CONSTRAINT "ProgramLink_no_has_a_reason" CHECK ("answer" <> 'declined' OR "reason" <> '');
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_milestone_is_of_a_program" CHECK ("milestoneId" IS NULL OR "programId" IS NOT NULL);
ALTER TABLE "HealthOverride" ADD CONSTRAINT "HealthOverride_ends" CHECK (("colour" IS NULL) = ("until" IS NULL) AND "reason" <> '' AND "until" <= ("at" AT TIME ZONE 'UTC')::date + 31);
ALTER TABLE "ProgramReport" ADD CONSTRAINT "ProgramReport_is_judged" CHECK ("judgement" <> '' AND "until" >= "from");
ALTER TABLE "ProgramEffect" ADD CONSTRAINT "ProgramEffect_says_why" CHECK ("why" <> '');

-- The current state of a program is its newest step, and the program of an item its newest assignment.
CREATE FUNCTION program_derive() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE "Program" SET "state" = (SELECT s."state" FROM "ProgramStep" s WHERE s."programId" = NEW."programId" ORDER BY s."at" DESC, s."id" DESC LIMIT 1)
    WHERE "id" = NEW."programId";
  RETURN NULL;
END $$;
CREATE FUNCTION assignment_derive() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE "ActionItem" i SET "programId" = newest."programId", "milestoneId" = newest."milestoneId"
    FROM (SELECT a."programId", a."milestoneId" FROM "Assignment" a WHERE a."actionItemId" = NEW."actionItemId" ORDER BY a."at" DESC, a."id" DESC LIMIT 1) newest
    WHERE i."id" = NEW."actionItemId";
  RETURN NULL;
END $$;
CREATE TRIGGER derive AFTER INSERT ON "ProgramStep" FOR EACH ROW EXECUTE FUNCTION program_derive();
CREATE TRIGGER derive AFTER INSERT ON "Assignment" FOR EACH ROW EXECUTE FUNCTION assignment_derive();

-- Nobody is the second person for their own word.
CREATE FUNCTION effect_agreed_by_another() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "ProgramEffect" e WHERE e."id" = NEW."effectId" AND e."byId" = NEW."byId") THEN
    RAISE EXCEPTION 'somebody else agrees to what a person said' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER by_another BEFORE INSERT ON "EffectAgreement" FOR EACH ROW EXECUTE FUNCTION effect_agreed_by_another();

CREATE TRIGGER append_only BEFORE UPDATE ON "ProgramStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "MilestonePlan" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "MilestoneStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "KpiPlan" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "KpiPoint" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "RiskAssessment" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "ProgramDecision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "ProgramLink" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "Assignment" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "ProgramHealth" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "HealthOverride" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "ProgramUpdate" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "ProgramReport" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "ProgramEffect" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "EffectAgreement" FOR EACH ROW EXECUTE FUNCTION refuse_change();
