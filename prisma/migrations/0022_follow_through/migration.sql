-- How a person wants to hear by mail. Without a row it is as the release ships it.
CREATE TYPE "DigestPace" AS ENUM ('working_day', 'day', 'week', 'never');
CREATE TABLE "MailSettings" (
    "personId" UUID NOT NULL,
    "pace" "DigestPace" NOT NULL,
    "hour" INTEGER NOT NULL,
    "quietFrom" INTEGER NOT NULL,
    "quietUntil" INTEGER NOT NULL,

    CONSTRAINT "MailSettings_pkey" PRIMARY KEY ("personId")
);
ALTER TABLE "MailSettings" ADD CONSTRAINT "MailSettings_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MailSettings" ADD CONSTRAINT "MailSettings_hours_are_hours" CHECK ("hour" BETWEEN 0 AND 23 AND "quietFrom" BETWEEN 0 AND 23 AND "quietUntil" BETWEEN 0 AND 23);

-- One mail to one person for one day where they live: the key makes a second one impossible.
CREATE TABLE "Digest" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    -- While it is set and in the future, a process is handing the mail over.
    "claimedUntil" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Digest_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Digest_personId_day_key" ON "Digest"("personId", "day");
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Notification" ADD COLUMN "digestId" UUID;
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_digestId_fkey" FOREIGN KEY ("digestId") REFERENCES "Digest"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "Notification_digestId_idx" ON "Notification"("digestId");

-- Who wants to hear of what happens to a record.
CREATE TABLE "Watcher" (
    "personId" UUID NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Watcher_pkey" PRIMARY KEY ("personId", "subjectId")
);
CREATE INDEX "Watcher_subjectId_idx" ON "Watcher"("subjectId");
ALTER TABLE "Watcher" ADD CONSTRAINT "Watcher_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Watcher" ADD CONSTRAINT "Watcher_watches_a_record" CHECK ("subjectKind" IN ('postmortem', 'incident', 'action_item', 'program', 'risk', 'exercise', 'sweep'));
