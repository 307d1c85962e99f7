-- Which merging brought an incident to an item, so that taking it back takes away those and no others.
ALTER TABLE "ItemIncident" ADD COLUMN "commitmentId" UUID;
ALTER TABLE "ItemIncident" ADD CONSTRAINT "ItemIncident_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "ItemIncident_commitmentId_idx" ON "ItemIncident"("commitmentId");
