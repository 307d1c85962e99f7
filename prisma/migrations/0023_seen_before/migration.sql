-- What somebody believes two incidents have to do with each other, until somebody who may change one of them agrees
-- (then it is an IncidentRelation) or says that it is not so (then it stays, and the pair is not proposed again).

-- CreateTable
CREATE TABLE "RelationProposal" (
    "id" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "kind" "RelationKind" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "declinedById" UUID,
    "declinedAt" TIMESTAMPTZ(3),
    "declinedNote" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "RelationProposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RelationProposal_toId_idx" ON "RelationProposal"("toId");

-- CreateIndex
CREATE UNIQUE INDEX "RelationProposal_fromId_toId_key" ON "RelationProposal"("fromId", "toId");

-- AddForeignKey
ALTER TABLE "RelationProposal" ADD CONSTRAINT "RelationProposal_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelationProposal" ADD CONSTRAINT "RelationProposal_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What no door may get past.
ALTER TABLE "RelationProposal" ADD CONSTRAINT "RelationProposal_is_of_two" CHECK ("fromId" <> "toId");
ALTER TABLE "RelationProposal" ADD CONSTRAINT "RelationProposal_is_declined_at_a_time" CHECK ("declinedAt" IS NOT NULL OR ("declinedById" IS NULL AND "declinedNote" = ''));

-- Whether somebody wants to hear on Mondays what the week before brought.
ALTER TABLE "MailSettings" ADD COLUMN "weekly" BOOLEAN NOT NULL DEFAULT false;
