-- A view is a name for a list with its filters. A calendar address shows one to a calendar programme. And what a change of
-- many items replaced is kept, so that it can be taken back.
CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "visibility" "Visibility" NOT NULL DEFAULT 'restricted',
    "teamId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "DefaultView" (
    "personId" UUID NOT NULL,
    "viewId" UUID NOT NULL,

    CONSTRAINT "DefaultView_pkey" PRIMARY KEY ("personId")
);
CREATE TABLE "CalendarFeed" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "ItemBefore" (
    "editId" UUID NOT NULL,
    "actionItemId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,
    "ownerId" UUID,
    "teamId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "priority" "Priority" NOT NULL,
    "rescheduleCount" INTEGER NOT NULL,

    CONSTRAINT "ItemBefore_pkey" PRIMARY KEY ("editId", "actionItemId")
);

-- How far the earlier items of the same mechanism and service were when it began, as the publication told it.
CREATE TABLE "ItemAtImpact" (
    "publicationId" UUID NOT NULL,
    "actionItemId" UUID NOT NULL,
    "commitment" "CommitmentKind" NOT NULL,
    "progress" "ProgressKind" NOT NULL,
    "overdue" BOOLEAN NOT NULL,
    "dueOn" DATE NOT NULL,
    "verifiedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ItemAtImpact_pkey" PRIMARY KEY ("publicationId", "actionItemId")
);

CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");
CREATE INDEX "CalendarFeed_personId_idx" ON "CalendarFeed"("personId");
CREATE INDEX "SavedView_createdById_idx" ON "SavedView"("createdById");
CREATE INDEX "SavedView_teamId_idx" ON "SavedView"("teamId");
CREATE INDEX "DefaultView_viewId_idx" ON "DefaultView"("viewId");
CREATE INDEX "ItemAtImpact_actionItemId_idx" ON "ItemAtImpact"("actionItemId");
CREATE INDEX "ItemBefore_actionItemId_idx" ON "ItemBefore"("actionItemId");

ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DefaultView" ADD CONSTRAINT "DefaultView_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DefaultView" ADD CONSTRAINT "DefaultView_viewId_fkey" FOREIGN KEY ("viewId") REFERENCES "SavedView"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ItemBefore" ADD CONSTRAINT "ItemBefore_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "ActionItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ItemAtImpact" ADD CONSTRAINT "ItemAtImpact_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ItemAtImpact" ADD CONSTRAINT "ItemAtImpact_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "ActionItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_has_name" CHECK ("name" <> '');
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_of_a_team" CHECK (("visibility" = 'team') = ("teamId" IS NOT NULL));
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_has_name" CHECK ("name" <> '');

CREATE TRIGGER append_only BEFORE UPDATE ON "ItemAtImpact" FOR EACH ROW EXECUTE FUNCTION refuse_change();
