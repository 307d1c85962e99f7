-- What people say of a guide. Its text is a file; the row is what flags, answers, proposals and checklists hang on.
CREATE TYPE "GuideVerdict" AS ENUM ('stands', 'change');
CREATE TYPE "ProposalOutcome" AS ENUM ('merged', 'declined');
CREATE TYPE "CheckMark" AS ENUM ('open', 'done', 'not_applicable');
CREATE TYPE "ChecklistOutcome" AS ENUM ('finished', 'abandoned');

CREATE TABLE "Guide" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Guide_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "GuideFlag" (
    "id" UUID NOT NULL,
    "guideId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "incidentId" UUID,
    "postmortemId" UUID,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GuideFlag_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "GuideProposal" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "guideId" UUID NOT NULL,
    "summary" TEXT NOT NULL,
    "patch" TEXT NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GuideProposal_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ProposalClosing" (
    "proposalId" UUID NOT NULL,
    "outcome" "ProposalOutcome" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProposalClosing_pkey" PRIMARY KEY ("proposalId")
);

CREATE TABLE "GuideAnswer" (
    "id" UUID NOT NULL,
    "guideId" UUID NOT NULL,
    "flagId" UUID,
    "verdict" "GuideVerdict" NOT NULL,
    "reason" TEXT NOT NULL,
    "until" DATE,
    "exerciseId" UUID,
    "proposalId" UUID,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GuideAnswer_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Checklist" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "guideId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Checklist_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ChecklistItem" (
    "id" UUID NOT NULL,
    "checklistId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "ChecklistItem_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ChecklistMark" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "mark" "CheckMark" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChecklistMark_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ChecklistEnd" (
    "checklistId" UUID NOT NULL,
    "outcome" "ChecklistOutcome" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChecklistEnd_pkey" PRIMARY KEY ("checklistId")
);

CREATE UNIQUE INDEX "Guide_slug_key" ON "Guide"("slug");
CREATE INDEX "GuideFlag_guideId_at_idx" ON "GuideFlag"("guideId", "at");
CREATE INDEX "GuideFlag_incidentId_idx" ON "GuideFlag"("incidentId");
CREATE INDEX "GuideFlag_postmortemId_idx" ON "GuideFlag"("postmortemId");
CREATE UNIQUE INDEX "GuideProposal_number_key" ON "GuideProposal"("number");
CREATE INDEX "GuideProposal_guideId_idx" ON "GuideProposal"("guideId");
CREATE UNIQUE INDEX "GuideAnswer_flagId_key" ON "GuideAnswer"("flagId");
CREATE INDEX "GuideAnswer_guideId_at_idx" ON "GuideAnswer"("guideId", "at");
CREATE INDEX "GuideAnswer_exerciseId_idx" ON "GuideAnswer"("exerciseId");
CREATE INDEX "GuideAnswer_proposalId_idx" ON "GuideAnswer"("proposalId");
CREATE UNIQUE INDEX "Checklist_number_key" ON "Checklist"("number");
CREATE INDEX "Checklist_guideId_idx" ON "Checklist"("guideId");
CREATE INDEX "Checklist_serviceId_idx" ON "Checklist"("serviceId");
CREATE UNIQUE INDEX "ChecklistItem_checklistId_position_key" ON "ChecklistItem"("checklistId", "position");
CREATE INDEX "ChecklistMark_itemId_at_idx" ON "ChecklistMark"("itemId", "at");

ALTER TABLE "GuideFlag" ADD CONSTRAINT "GuideFlag_guideId_fkey" FOREIGN KEY ("guideId") REFERENCES "Guide"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "GuideFlag" ADD CONSTRAINT "GuideFlag_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "GuideFlag" ADD CONSTRAINT "GuideFlag_postmortemId_fkey" FOREIGN KEY ("postmortemId") REFERENCES "Postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "GuideProposal" ADD CONSTRAINT "GuideProposal_guideId_fkey" FOREIGN KEY ("guideId") REFERENCES "Guide"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ProposalClosing" ADD CONSTRAINT "ProposalClosing_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "GuideProposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "GuideAnswer" ADD CONSTRAINT "GuideAnswer_guideId_fkey" FOREIGN KEY ("guideId") REFERENCES "Guide"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "GuideAnswer" ADD CONSTRAINT "GuideAnswer_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "GuideFlag"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "GuideAnswer" ADD CONSTRAINT "GuideAnswer_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "GuideAnswer" ADD CONSTRAINT "GuideAnswer_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "GuideProposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Checklist" ADD CONSTRAINT "Checklist_guideId_fkey" FOREIGN KEY ("guideId") REFERENCES "Guide"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Checklist" ADD CONSTRAINT "Checklist_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ChecklistItem" ADD CONSTRAINT "ChecklistItem_checklistId_fkey" FOREIGN KEY ("checklistId") REFERENCES "Checklist"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ChecklistMark" ADD CONSTRAINT "ChecklistMark_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "ChecklistItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ChecklistEnd" ADD CONSTRAINT "ChecklistEnd_checklistId_fkey" FOREIGN KEY ("checklistId") REFERENCES "Checklist"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "GuideFlag" ADD CONSTRAINT "GuideFlag_says_something" CHECK ("text" <> '' AND length("text") <= 2000);
ALTER TABLE "GuideFlag" ADD CONSTRAINT "GuideFlag_names_one_record" CHECK ("incidentId" IS NULL OR "postmortemId" IS NULL);
ALTER TABLE "GuideProposal" ADD CONSTRAINT "GuideProposal_patch_has_limits" CHECK ("patch" <> '' AND length("patch") <= 200000);
-- One that is declined says why.
ALTER TABLE "ProposalClosing" ADD CONSTRAINT "ProposalClosing_declines_with_a_reason" CHECK ("outcome" <> 'declined' OR "reason" <> '');
ALTER TABLE "GuideAnswer" ADD CONSTRAINT "GuideAnswer_says_why" CHECK ("reason" <> '' AND length("reason") <= 2000);
-- "To be changed" comes with the change; a new date and an exercise go with "still right".
ALTER TABLE "GuideAnswer" ADD CONSTRAINT "GuideAnswer_is_one_of_two" CHECK (("verdict" = 'change') = ("proposalId" IS NOT NULL) AND ("verdict" = 'stands' OR ("until" IS NULL AND "exerciseId" IS NULL)));
ALTER TABLE "ChecklistItem" ADD CONSTRAINT "ChecklistItem_has_text" CHECK ("text" <> '' AND length("text") <= 2000);
ALTER TABLE "ChecklistMark" ADD CONSTRAINT "ChecklistMark_leaves_out_with_a_reason" CHECK ("mark" <> 'not_applicable' OR "note" <> '');
ALTER TABLE "ChecklistEnd" ADD CONSTRAINT "ChecklistEnd_abandons_with_a_reason" CHECK ("outcome" <> 'abandoned' OR "note" <> '');

CREATE TRIGGER append_only BEFORE UPDATE ON "GuideFlag" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "GuideAnswer" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "GuideProposal" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "ProposalClosing" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "ChecklistItem" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "ChecklistMark" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "ChecklistEnd" FOR EACH ROW EXECUTE FUNCTION refuse_change();
