-- A view is of one list: the board, the postmortems or a search.
CREATE TYPE "SavedList" AS ENUM ('action_items', 'postmortems', 'search');
ALTER TABLE "SavedView" ADD COLUMN "list" "SavedList" NOT NULL DEFAULT 'action_items';
ALTER TABLE "SavedView" ALTER COLUMN "list" DROP DEFAULT;
CREATE INDEX "SavedView_list_name_id_idx" ON "SavedView"("list", "name", "id");

-- Many items can be put into a program at once, and back to where they were.
ALTER TABLE "ItemBefore" ADD COLUMN "programId" UUID;
ALTER TABLE "ItemBefore" ADD COLUMN "milestoneId" UUID;
ALTER TABLE "ItemBefore" ADD CONSTRAINT "ItemBefore_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "ItemBefore" ADD CONSTRAINT "ItemBefore_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "ItemBefore_programId_idx" ON "ItemBefore"("programId");
CREATE INDEX "ItemBefore_milestoneId_idx" ON "ItemBefore"("milestoneId");

-- A milestone has a team that answers for it, also when its owner leaves.
ALTER TABLE "Milestone" ADD COLUMN "teamId" UUID;
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "Milestone_teamId_idx" ON "Milestone"("teamId");
